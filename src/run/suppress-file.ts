/** The form of `calls/a.suppress.yaml`: what is not held against the conversations of `calls/a.txt`. */
import * as v from 'valibot';
import { checked } from '../pack/schema.ts';
import { parseYaml } from '../pack/source.ts';

/** One decision, as it is written. */
export interface SuppressEntry {
  rule: string;
  reason: string;
  /** Counts from 1; every turn where it is absent. */
  turn?: number;
  /** The conversation, in a file of several. */
  id?: string;
  /** Whose decision it is. */
  who?: string;
  /** The last day on which it holds, YYYY-MM-DD. */
  until?: string;
  /** Where it is written. */
  line: number;
}

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** The schema of a file of suppressions: checked here and published for editors. */
export function suppressSchema(): v.GenericSchema {
  return v.array(
    v.strictObject({
      rule: text,
      turn: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      reason: text,
      id: v.optional(text),
      who: v.optional(text),
      until: v.optional(v.pipe(v.string(), v.isoDate())),
    }),
  );
}

/**
 * @param file as problems name it
 * @throws PackError with every place where it is not of the form
 */
export function readSuppressions(file: string, yaml: string): SuppressEntry[] {
  const source = parseYaml(file, yaml);
  if (source.data === null || source.data === undefined) return [];
  const entries = checked(suppressSchema(), source) as Omit<SuppressEntry, 'line'>[];
  return entries.map((entry, index) => ({ ...entry, line: source.place([index, 'rule']).line }));
}
