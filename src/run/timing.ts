/** Where a run can be asked how long its parts take. A run that is not asked goes by `UNTIMED`, which measures nothing. */
import { Judge, type JudgeOptions } from '../judge/judge.ts';
import type { Locale } from '../locale/locale.ts';
import type { Ruleset } from '../pack/compile.ts';
import type { Reporter } from '../report/reporter.ts';

/** The parts of a run, in the order in which data passes them. */
export const PHASES = ['packs', 'find', 'read', 'fold', 'scan', 'judge', 'score', 'report'] as const;
export type Phase = (typeof PHASES)[number];

/** Puts a clock around what it is given; what that does stays the same. */
export interface Timing {
  during<T>(phase: Phase, work: () => T): T;
  each<T>(phase: Phase, items: AsyncIterable<T>): AsyncIterable<T>;
  reporter(reporter: Reporter): Reporter;
  /** Who judges by a ruleset. */
  judge(ruleset: Ruleset, locale: Locale, options: JudgeOptions): Judge;
}

export const UNTIMED: Timing = {
  during: (_, work) => work(),
  each: (_, items) => items,
  reporter: (reporter) => reporter,
  judge: (ruleset, locale, options) => new Judge(ruleset, locale, options),
};
