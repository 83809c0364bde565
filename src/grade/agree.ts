/** How close the program's marks come to a person's, as plain data. */
import { meanAbsoluteDifference, type Pair, pearson, spearman, weightedKappa } from '../agree/statistics.ts';
import { remember } from '../remember.ts';
import { nameKey } from './answers/trainee-name.ts';
import type { GradeBook } from './book.ts';
import type { HumanMark, HumanMarks } from './human-marks.ts';

/** On marks as per cent of their item's points; null where a statistic is not defined. */
export interface MarkAgreement {
  /** How many marks were compared. */
  marks: number;
  /** Share of marks that are the same, 0 to 1. */
  exact: number | null;
  /** Share of marks that differ by no more than a tenth of the item's points, 0 to 1. */
  near: number | null;
  /** Per cent of the item's points. */
  meanAbsoluteError: number | null;
  /** Mean of ours less theirs, per cent of the item's points: above 0 the program is the milder. */
  bias: number | null;
  pearson: number | null;
  /** Cohen's κ with quadratic weights, marks put into eleven classes: tenths of the item's points, 0 to 10. */
  kappa: number | null;
}

/** On the trainees' totals, per cent of the points of the items that a person marked. */
export interface TotalAgreement {
  trainees: number;
  /** Of ranks; trainees of the same total share the mean of theirs. */
  spearman: number | null;
  pearson: number | null;
  meanAbsoluteError: number | null;
}

/** One answer that both marked; in points. */
export interface MarkPair {
  trainee: string;
  item: string;
  possible: number;
  ours: number;
  human: number;
}

export interface ExerciseAgreement {
  overall: MarkAgreement;
  /** In the order of the exercise; those that no person marked are left out. */
  items: (MarkAgreement & { item: string; possible: number })[];
  totals: TotalAgreement;
  /** Where the two differ, the widest apart (as a share of the item's points) first. */
  differences: MarkPair[];
  /** Marks of trainees of whom there is no sheet, or more than one. */
  unmatched: HumanMark[];
  /** Trainees whom no person marked. */
  unmarked: string[];
}

const NEAR = 0.1;
/** What binary fractions leave of a difference that is none. */
const ROUNDING = 1e-9;

/** The program's own marks, whatever the trainer corrected since, beside a person's. */
export function agreeOnExercise(book: GradeBook, human: Pick<HumanMarks, 'marks'>): ExerciseAgreement {
  const { pairs, unmatched } = paired(book, human.marks);
  const items = book.exercise.items.map(({ id, points }) => {
    const own = pairs.filter(({ item }) => item === id);
    return { item: id, possible: points, ...agreementOf(own) };
  });
  const marked = new Set(pairs.map(({ trainee }) => trainee));
  return {
    overall: agreementOf(pairs),
    items: items.filter(({ marks }) => marks > 0),
    totals: totalsOf(pairs),
    differences: pairs
      .filter((pair) => Math.abs(difference(pair)) > ROUNDING)
      .map((pair, index) => ({ pair, index }))
      .sort((a, b) => apart(b.pair) - apart(a.pair) || a.index - b.index)
      .map(({ pair }) => pair),
    unmatched,
    unmarked: book.sheets.map(({ trainee }) => trainee).filter((trainee) => !marked.has(trainee)),
  };
}

/** In the order of the grade book. */
function paired({ sheets }: GradeBook, human: readonly HumanMark[]) {
  const all = grouped(sheets, ({ trainee }) => nameKey(trainee));
  const given = grouped(human, ({ trainee }) => nameKey(trainee));
  const known = [...all].flatMap(([name, [sheet, ...others]]) =>
    others.length === 0 ? [{ name, sheet: sheet! }] : [],
  );
  const pairs = known.flatMap(({ name, sheet }) =>
    sheet.marks.flatMap(({ item, possible, given: ours }): MarkPair[] => {
      const mark = given.get(name)?.find((one) => one.item === item);
      return mark ? [{ trainee: sheet.trainee, item, possible, ours, human: mark.points }] : [];
    }),
  );
  const names = new Set(known.map(({ name }) => name));
  return { pairs, unmatched: human.filter(({ trainee }) => !names.has(nameKey(trainee))) };
}

const difference = ({ ours, human }: MarkPair) => ours - human;
const apart = (pair: MarkPair) => Math.abs(difference(pair)) / pair.possible;

function agreementOf(pairs: readonly MarkPair[]): MarkAgreement {
  const share = (wanted: (pair: MarkPair) => boolean) =>
    pairs.length === 0 ? null : pairs.filter(wanted).length / pairs.length;
  const percents = pairs.map(
    ({ ours, human, possible }): Pair<number> => [(ours / possible) * 100, (human / possible) * 100],
  );
  const tenths = percents.map(([a, b]): Pair<number> => [Math.round(a / 10), Math.round(b / 10)]);
  return {
    marks: pairs.length,
    exact: share((pair) => Math.abs(difference(pair)) <= ROUNDING),
    near: share((pair) => apart(pair) <= NEAR + ROUNDING),
    meanAbsoluteError: meanAbsoluteDifference(percents),
    bias: mean(percents.map(([ours, human]) => ours - human)),
    pearson: pearson(percents),
    kappa: weightedKappa(tenths),
  };
}

function totalsOf(pairs: readonly MarkPair[]): TotalAgreement {
  const totals = [...grouped(pairs, ({ trainee }) => trainee).values()].map((own): Pair<number> => {
    const sum = (of: (pair: MarkPair) => number) => own.reduce((all, pair) => all + of(pair), 0);
    const possible = sum((pair) => pair.possible);
    return [(sum(({ ours }) => ours) / possible) * 100, (sum(({ human }) => human) / possible) * 100];
  });
  return {
    trainees: totals.length,
    spearman: spearman(totals),
    pearson: pearson(totals),
    meanAbsoluteError: meanAbsoluteDifference(totals),
  };
}

function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) remember(groups, key(one), (): T[] => []).push(one);
  return groups;
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
