/** The form of a pack, checked before anything is made of it. The kinds' own keys come from their tables. */
import * as v from 'valibot';
import type { Message } from '../judge/verdict.ts';
import { KINDS } from '../kinds/index.ts';
import type { Key, KeyType } from '../kinds/kind.ts';
import { nearest } from '../text/nearest.ts';
import { PackError, type PackProblem } from './problem.ts';
import { phrases, scenario, text } from './scenario-form.ts';
import type { PackSpec } from './shape.ts';
import type { YamlSource } from './source.ts';

const role = v.picklist(['agent', 'customer', 'bot', 'system', 'unknown', 'any']);
const by = v.union([role, v.array(role)]);
const span = v.union([text, v.number()]);
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const points = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const scalar = v.union([v.string(), v.number(), v.boolean()]);

const trigger = v.union([
  phrases,
  v.strictObject({
    by: v.optional(by),
    phrases: v.optional(phrases),
    any: v.optional(phrases),
    except: v.optional(phrases),
    alone: v.optional(phrases),
    within: v.optional(span),
  }),
]);
const steps = v.pipe(
  v.array(
    v.strictObject({ step: text, any: phrases, by: v.optional(by), optional: v.optional(v.boolean()) }),
  ),
  v.nonEmpty(),
);

function typeSchema(type: KeyType): v.GenericSchema {
  if (typeof type === 'object') return v.picklist(type.oneOf as [string, ...string[]]);
  const schemas: Record<Exclude<KeyType, object>, v.GenericSchema> = {
    phrases,
    groups: v.pipe(v.array(phrases), v.nonEmpty()),
    trigger,
    steps,
    integer: v.pipe(v.number(), v.integer(), v.minValue(0)),
    flag: v.boolean(),
    duration: span,
    window: span,
    measure: text,
    name: text,
  };
  return schemas[type];
}

function kindSchema(keys: Readonly<Record<string, Key>>): v.GenericSchema {
  const entries = Object.entries(keys).map(([name, key]) => {
    const schema = typeSchema(key.type);
    return [name, key.required ? schema : v.optional(schema)] as const;
  });
  return v.strictObject(Object.fromEntries(entries));
}

const example = v.union([
  text,
  v.strictObject({
    text: v.optional(text),
    turns: v.optional(
      v.array(
        v.union([
          text,
          v.strictObject({
            role,
            text: v.string(),
            start: v.optional(v.number()),
            end: v.optional(v.number()),
            time: v.optional(text),
          }),
        ]),
      ),
    ),
    meta: v.optional(v.record(v.string(), v.unknown())),
  }),
]);

const metaCondition = v.union([
  scalar,
  v.array(scalar),
  v.strictObject({ min: v.optional(v.number()), max: v.optional(v.number()) }),
  v.strictObject({ present: v.boolean() }),
]);

const ruleEntries = {
  title: v.optional(text),
  severity: v.optional(v.picklist(['error', 'warning', 'info', 'off'])),
  points: v.optional(points),
  cap: v.optional(points),
  veto: v.optional(v.union([v.boolean(), v.literal('section')])),
  bonus: v.optional(points),
  section: v.optional(text),
  clauses: v.optional(v.array(text)),
  why: v.optional(text),
  by: v.optional(by),
  where: v.optional(
    v.strictObject({
      opening: v.optional(count),
      closing: v.optional(count),
      first: v.optional(text),
      last: v.optional(text),
    }),
  ),
  when: v.optional(
    v.strictObject({
      heard: v.optional(v.union([trigger, v.array(trigger)])),
      meta: v.optional(v.record(v.string(), metaCondition)),
    }),
  ),
  quoted: v.optional(v.boolean()),
  instead: v.optional(text),
  examples: v.optional(
    v.strictObject({ bad: v.optional(v.array(example)), good: v.optional(v.array(example)) }),
  ),
};

/** What metadata may be asked to be, by its name. */
export const metaSchema = (): v.GenericSchema => v.record(v.string(), metaCondition);

/** What may be changed of a rule without writing it out. */
export const ruleChangeSchema = (): v.GenericSchema => v.strictObject(ruleEntries);

export const listsSchema = (): v.GenericSchema =>
  v.record(
    v.string(),
    v.union([v.array(text), v.strictObject({ stem: v.optional(v.boolean()), words: v.array(text) })]),
  );

/** The schema of a whole pack: checked here and published for editors. */
export function packSchema(): v.GenericSchema {
  const kinds = [...KINDS.values()].map((kind) => [kind.name, v.optional(kindSchema(kind.keys))] as const);
  const rule = v.strictObject({ ...ruleEntries, ...Object.fromEntries(kinds) });
  return v.strictObject({
    pack: v.pipe(text, v.regex(/^[\p{L}\p{N}._@-]+(\/[\p{L}\p{N}._-]+)*$/u)),
    title: text,
    version: text,
    language: v.optional(v.picklist(['zh', 'en'])),
    extends: v.optional(v.array(text)),
    source: v.optional(text),
    lists: v.optional(listsSchema()),
    scorecard: v.optional(
      v.strictObject({
        method: v.optional(v.picklist(['deduct', 'weighted'])),
        pass: v.optional(points),
        sections: v.optional(v.record(v.string(), v.pipe(v.number(), v.minValue(0)))),
      }),
    ),
    ladder: v.optional(
      v.strictObject({
        per: v.picklist(['month']),
        violation: v.optional(v.picklist(['error', 'warning', 'info'])),
        steps: v.array(v.strictObject({ name: text, after: count, of: text })),
        clauses: v.optional(v.array(text)),
      }),
    ),
    rules: v.optional(v.record(v.string(), rule)),
    scenarios: v.optional(v.array(scenario)),
  });
}

/**
 * @returns the pack's data
 * @throws PackError with every place where it is not of the form
 */
export const checkPack = (source: YamlSource): PackSpec => checked(packSchema(), source) as PackSpec;

/** @throws PackError with every place where the YAML is not of the schema's form */
export function checked(schema: v.GenericSchema, source: YamlSource): unknown {
  const result = v.safeParse(schema, source.data);
  if (result.success) return result.output;
  throw new PackError(result.issues.flatMap((issue) => problemsOf(issue, source, schema)));
}

/** A union's issue is told as the issue of the branch that came nearest. */
function deepest(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const inner = issue.issues?.filter((one) => one.path && one.path.length > 0);
  return inner && inner.length > 0 ? deepest(inner[0]!) : issue;
}

function problemsOf(outer: v.BaseIssue<unknown>, source: YamlSource, schema: v.GenericSchema): PackProblem[] {
  const issue = deepest(outer);
  const prefix = issue === outer ? [] : pathOf(outer);
  const path = [...prefix, ...pathOf(issue)];
  const last = String(path.at(-1) ?? '');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = knownKeys(schema, path.slice(0, -1));
    const near = nearest(last, known);
    const message: Message = near
      ? { key: 'pack.unknown-key-near', values: { found: last, near } }
      : { key: 'pack.unknown-key', values: { found: last, known: known.join(', ') } };
    return [{ ...source.place(path, true), message }];
  }
  if (issue.received === 'undefined') {
    return [
      {
        ...source.place(path.slice(0, -1), true),
        message: { key: 'pack.missing-key', values: { name: last } },
      },
    ];
  }
  if (issue.type === 'non_empty') return [{ ...source.place(path), message: { key: 'pack.empty-value' } }];
  if (issue.type === 'multiple_of') {
    const step = { found: String(issue.received), step: String(issue.requirement) };
    return [{ ...source.place(path), message: { key: 'pack.not-multiple', values: step } }];
  }
  const values = {
    found: String(issue.received),
    expected: String(issue.expected ?? issue.requirement ?? ''),
  };
  return [{ ...source.place(path), message: { key: 'pack.wrong-value', values } }];
}

const pathOf = (issue: v.BaseIssue<unknown>): (string | number)[] =>
  (issue.path ?? []).map((item) => item.key as string | number);

/** The keys that may stand at a path, for "did you mean". */
function knownKeys(whole: v.GenericSchema, path: readonly (string | number)[]): string[] {
  let schema: unknown = whole;
  for (const part of path) schema = child(schema, String(part));
  return Object.keys((unwrap(schema) as { entries?: object })?.entries ?? {});
}

function child(schema: unknown, part: string): unknown {
  const inner = unwrap(schema) as { entries?: Record<string, unknown>; value?: unknown; item?: unknown };
  return inner?.entries?.[part] ?? inner?.value ?? inner?.item;
}

function unwrap(schema: unknown): unknown {
  const inner = schema as { type?: string; wrapped?: unknown; options?: unknown[] } | undefined;
  if (inner?.wrapped) return unwrap(inner.wrapped);
  if (inner?.type === 'union') {
    return inner.options?.map(unwrap).find((option) => (option as { entries?: object })?.entries);
  }
  return inner;
}
