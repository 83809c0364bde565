/** The form of `calls/a.suppress.yaml`: what is not held against the conversations of `calls/a.txt`. */
import * as v from 'valibot';
import { checked } from '../pack/schema.ts';
import { parseYaml } from '../pack/source.ts';

/** What became of an objection: it is upheld where the accusation was wrong. */
export type Decision = 'upheld' | 'rejected' | 'pending';

/** Somebody's objection to a violation. */
export interface Appeal {
  /** Who objects, usually the agent. */
  by: string;
  /** When, YYYY-MM-DD. */
  date?: string;
  decision: Decision;
  decidedBy?: string;
  note?: string;
}

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
  /** Only one that is upheld silences. */
  appeal?: Appeal;
  /** Where it is written. */
  line: number;
}

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const day = v.pipe(v.string(), v.isoDate());

/** The words that a decision may be written in. */
const DECISIONS = {
  upheld: 'upheld',
  rejected: 'rejected',
  pending: 'pending',
  成立: 'upheld',
  驳回: 'rejected',
  待定: 'pending',
} as const satisfies Record<string, Decision>;
const decisions = Object.keys(DECISIONS) as (keyof typeof DECISIONS)[];

const appealSchema = v.strictObject({
  by: text,
  date: v.optional(day),
  decision: v.optional(v.picklist(decisions)),
  'decided-by': v.optional(text),
  note: v.optional(text),
});

/** An entry as it is written. */
type Written = Omit<SuppressEntry, 'line' | 'appeal'> & { appeal?: v.InferOutput<typeof appealSchema> };

/** The schema of a file of suppressions: checked here and published for editors. */
export function suppressSchema(): v.GenericSchema {
  return v.array(
    v.strictObject({
      rule: text,
      turn: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      reason: text,
      id: v.optional(text),
      who: v.optional(text),
      until: v.optional(day),
      appeal: v.optional(appealSchema),
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
  const entries = checked(suppressSchema(), source) as Written[];
  return entries.map(({ appeal, ...entry }, index) => ({
    ...entry,
    ...(appeal && { appeal: appealOf(appeal) }),
    line: source.place([index, 'rule']).line,
  }));
}

/** One that nobody has decided is pending. */
function appealOf({
  by,
  date,
  decision = 'pending',
  'decided-by': decidedBy,
  note,
}: NonNullable<Written['appeal']>): Appeal {
  return { by, date, decision: DECISIONS[decision], decidedBy, note };
}
