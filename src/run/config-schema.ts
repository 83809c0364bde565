/** The form of courtesy.yaml. */
import * as v from 'valibot';
import { checked, listsSchema, ruleChangeSchema } from '../pack/schema.ts';
import type { ListValue, RuleSpec } from '../pack/shape.ts';
import { parseYaml } from '../pack/source.ts';
import type { TemplateSelector } from '../transcript/formats/format.ts';
import type { RoleLabels } from '../transcript/roles.ts';

export interface Config {
  /** Where it was found; null for the defaults. */
  file: string | null;
  /** What relative paths in it start from. */
  folder: string;
  packs: string[];
  lists: Record<string, ListValue>;
  rules: Record<string, Partial<RuleSpec>>;
  roles: RoleLabels;
  columns: Record<string, string>;
  templates: TemplateSelector[];
  pass?: number;
  locale?: 'zh' | 'en';
}

const text = v.pipe(v.string(), v.nonEmpty());
const role = v.picklist(['agent', 'customer', 'bot', 'system', 'unknown']);

/** The schema of courtesy.yaml: checked here and published for editors. */
export function configSchema(): v.GenericSchema {
  return v.strictObject({
    packs: v.optional(v.array(text)),
    lists: v.optional(listsSchema()),
    rules: v.optional(
      v.record(v.string(), v.union([v.literal('off'), v.literal(false), ruleChangeSchema()])),
    ),
    roles: v.optional(v.record(v.string(), v.union([role, v.array(text)]))),
    columns: v.optional(v.record(v.string(), text)),
    templates: v.optional(v.array(v.strictObject({ files: text, at: text }))),
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
  const given = checked(configSchema(), source) as Partial<Config>;
  const rules = Object.entries(given.rules ?? {}).map(([id, change]) => {
    return [id, typeof change === 'object' ? change : { severity: 'off' }] as const;
  });
  return { ...given, ...(given.rules ? { rules: Object.fromEntries(rules) as Config['rules'] } : {}) };
}
