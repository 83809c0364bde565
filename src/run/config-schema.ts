/** The form of courtesy.yaml. */
import * as v from 'valibot';
import type { RuleChanges } from '../pack/resolve.ts';
import { checked, listsSchema, metaSchema, ruleChangeSchema } from '../pack/schema.ts';
import type { ListValue } from '../pack/shape.ts';
import { parseYaml } from '../pack/source.ts';
import type { TemplateSelector } from '../transcript/formats/format.ts';
import type { RoleLabels } from '../transcript/roles.ts';

/** Changes for a part of the conversations. */
export interface ConfigOverride {
  /** Globs; all files where absent. */
  files?: string | string[];
  /** What metadata must be; any where absent. */
  meta?: Record<string, unknown>;
  rules: RuleChanges;
}

export interface Config {
  /** Where it was found; null for the defaults. */
  file: string | null;
  /** What relative paths in it start from. */
  folder: string;
  packs: string[];
  lists: Record<string, ListValue>;
  /** The later ones go before the earlier. */
  rules: readonly RuleChanges[];
  roles: RoleLabels;
  columns: Record<string, string>;
  templates: TemplateSelector[];
  /** The later ones go before the earlier. */
  overrides: ConfigOverride[];
  pass?: number;
  locale?: 'zh' | 'en';
}

const text = v.pipe(v.string(), v.nonEmpty());
const role = v.picklist(['agent', 'customer', 'bot', 'system', 'unknown']);

/** The schema of courtesy.yaml: checked here and published for editors. */
export function configSchema(): v.GenericSchema {
  const rules = v.record(v.string(), v.union([v.literal('off'), v.literal(false), ruleChangeSchema()]));
  return v.strictObject({
    packs: v.optional(v.array(text)),
    lists: v.optional(listsSchema()),
    rules: v.optional(rules),
    roles: v.optional(v.record(v.string(), v.union([role, v.array(text)]))),
    columns: v.optional(v.record(v.string(), text)),
    templates: v.optional(v.array(v.strictObject({ files: text, at: text }))),
    overrides: v.optional(
      v.array(
        v.strictObject({
          files: v.optional(v.union([text, v.pipe(v.array(text), v.nonEmpty())])),
          meta: v.optional(metaSchema()),
          rules,
        }),
      ),
    ),
    pass: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
    locale: v.optional(v.picklist(['zh', 'en'])),
  });
}

/**
 * @param file as problems name it
 * @returns what the configuration sets
 * @throws PackError with every place where it is not of the form
 */
export function checkConfig(file: string, yaml: string): Partial<Config> {
  const source = parseYaml(file, yaml);
  if (source.data === null || source.data === undefined) return {};
  const { rules, overrides, ...given } = checked(configSchema(), source) as Given;
  return {
    ...given,
    ...(rules ? { rules: [withoutWords(rules)] } : {}),
    ...(overrides ? { overrides: overrides.map((one) => ({ ...one, rules: withoutWords(one.rules) })) } : {}),
  };
}

/** A configuration as it is written. */
type Given = Partial<Omit<Config, 'rules'>> & { rules?: RuleChanges };

/** `off` written out. */
function withoutWords(rules: RuleChanges): RuleChanges {
  const changes = Object.entries(rules).map(([id, change]) => {
    return [id, typeof change === 'object' ? change : { severity: 'off' }] as const;
  });
  return Object.fromEntries(changes) as RuleChanges;
}
