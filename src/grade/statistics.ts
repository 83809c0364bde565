/** What a class's marks say of the class and of the exercise. */
import { type Pair, pearson } from '../agree/statistics.ts';
import type { ClassStatistics, ItemStatistics } from './book.ts';
import type { Exercise, Item } from './exercise.ts';
import type { Mark, MarkedSheet } from './mark.ts';

/** With two trainees every correlation is 1 or -1. */
const FEWEST_TO_CORRELATE = 3;

/**
 * In: the exercise and the marked sheets of a class, in any order. Out: spread of the totals in per cent, and for each
 * item its facility (mean share of the points, 0 to 1), its discrimination (Pearson's correlation of the item's points
 * with those of all other items, -1 to 1) and the steps that were left out of answers that were given.
 */
export function statisticsOf(exercise: Exercise, sheets: readonly MarkedSheet[]): ClassStatistics {
  const percents = sheets.map(({ percent }) => percent).sort((a, b) => a - b);
  return {
    trainees: sheets.length,
    passed: sheets.filter(({ passed }) => passed).length,
    mean: rounded(mean(percents), 1),
    median: rounded(median(percents), 1),
    deviation: rounded(sampleDeviation(percents), 1),
    lowest: percents[0] ?? null,
    highest: percents.at(-1) ?? null,
    items: exercise.items.map((item, index) => itemStatistics(item, index, sheets)),
    wordings: commonestWordings(sheets),
  };
}

function itemStatistics(item: Item, index: number, sheets: readonly MarkedSheet[]): ItemStatistics {
  const marks = sheets.map((sheet) => sheet.marks[index]!);
  const shares = marks.map(({ points, possible }) => (possible === 0 ? 0 : points / possible));
  const withRest = sheets.map((sheet): Pair<number> => {
    const { points } = sheet.marks[index]!;
    return [points, sheet.points - points];
  });
  const correlation = sheets.length < FEWEST_TO_CORRELATE ? null : pearson(withRest);
  return {
    item: item.id,
    facility: rounded(mean(shares), 3) ?? 0,
    discrimination: rounded(correlation, 3),
    omitted: omissions(item, marks),
  };
}

/** An item that was not answered at all says nothing of the step that people forget. */
function omissions(item: Item, marks: readonly Mark[]): ItemStatistics['omitted'] {
  const answered = marks.filter(({ text }) => text.trim() !== '');
  return item.steps
    .map(({ step }, at) => ({ step, count: answered.filter(({ steps }) => steps[at]!.earned === 0).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

function commonestWordings(sheets: readonly MarkedSheet[]): ClassStatistics['wordings'] {
  const found = new Map<string, ClassStatistics['wordings'][number]>();
  const all = sheets.flatMap(({ marks }) => marks.flatMap(({ wordings }) => wordings));
  for (const { rule, message } of all.filter(({ cost, veto }) => cost > 0 || veto)) {
    const key = rule ?? `\n${message}`;
    const known = found.get(key) ?? { rule, title: message, count: 0 };
    found.set(key, { ...known, count: known.count + 1 });
  }
  return [...found]
    .sort(([a, { count: ofA }], [b, { count: ofB }]) => ofB - ofA || (a < b ? -1 : 1))
    .map(([, wording]) => wording);
}

function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** @param sorted ascending */
function median(sorted: readonly number[]): number | null {
  const middle = sorted.length / 2;
  return mean(sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1));
}

/** With n - 1: the class is a sample of those who could have sat the exercise. */
function sampleDeviation(numbers: readonly number[]): number | null {
  const middle = mean(numbers);
  if (middle === null || numbers.length < 2) return null;
  const squares = numbers.reduce((sum, one) => sum + (one - middle) ** 2, 0);
  return Math.sqrt(squares / (numbers.length - 1));
}

function rounded(number: number | null, digits: number): number | null {
  return number === null ? null : Math.round(number * 10 ** digits) / 10 ** digits;
}
