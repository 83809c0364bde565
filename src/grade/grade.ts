/** Sheets × exercise → grade book. */
import type { Answer, Sheet } from './answers.ts';
import type { GradeBook } from './book.ts';
import type { Item } from './exercise.ts';
import { alike } from './likeness.ts';
import type { LoadedExercise } from './load.ts';
import type { Mark, MarkedSheet } from './mark.ts';
import { Marker } from './marker.ts';
import { type Override, overriding } from './overrides.ts';
import { statisticsOf } from './statistics.ts';

/**
 * @param sheets in any order: a mark depends on nothing but the answer
 * @param overrides the trainer's own marks, which count where there are any
 * @throws PackError where an override names a trainee whom there is not, or points that there are not
 */
export function grade(
  loaded: LoadedExercise,
  sheets: readonly Sheet[],
  overrides: readonly Override[] = [],
): GradeBook {
  const { exercise } = loaded;
  const marker = new Marker(loaded);
  const corrected = overriding(overrides, exercise, sheets);
  const inOrder = [...sheets].sort(byName);
  const marked = inOrder.map(({ trainee, file, answers }): MarkedSheet => {
    const marks = exercise.items.map((item) =>
      corrected(trainee, marker.mark(item, answerTo(item, answers))),
    );
    return { trainee, file, marks, ...totals(marks, exercise.pass) };
  });
  return {
    exercise,
    sheets: marked,
    irregularities: inOrder.flatMap(({ trainee, file, irregularities }) =>
      irregularities.map((one) => ({ trainee, file, one })),
    ),
    alike: alike(exercise, marked),
    statistics: statisticsOf(exercise, marked),
  };
}

/** An item that was answered twice is marked by what was written first; the irregularity says so. */
function answerTo(item: Item, answers: readonly Answer[]): Answer | null {
  return answers.find((answer) => answer.item === item.id) ?? null;
}

function totals(marks: readonly Mark[], pass: number) {
  const points = marks.reduce((sum, mark) => sum + mark.points, 0);
  const possible = marks.reduce((sum, mark) => sum + mark.possible, 0);
  const percent = Math.round((points / possible) * 1000) / 10;
  return { points, possible, percent, passed: percent >= pass };
}

function byName(a: Sheet, b: Sheet): number {
  return order(a.trainee, b.trainee) || order(a.file, b.file);
}

/** By code points: the same on every machine, whatever its language. */
function order(a: string, b: string): number {
  const [one, other] = [[...a], [...b]];
  for (const [index, char] of one.entries()) {
    const apart = char.codePointAt(0)! - (other[index]?.codePointAt(0) ?? -1);
    if (apart !== 0) return apart;
  }
  return one.length - other.length;
}
