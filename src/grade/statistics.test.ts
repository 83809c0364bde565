import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MarkedSheet } from './mark.ts';
import { exercise, sheet, sheets } from './report/sample.ts';
import { statisticsOf } from './statistics.ts';

/** The sheet with other points for its two answers, of 10 and 5. */
function scored(trainee: string, first: number, second: number): MarkedSheet {
  const [one, two] = sheets[0]!.marks;
  return sheet(trainee, [
    { ...one!, points: first },
    { ...two!, points: second },
  ]);
}

test('spread of the totals', () => {
  // 9, 12 and 15 of 15: 60, 80 and 100 per cent.
  const three = [scored('a', 10, 5), scored('b', 6, 3), scored('c', 8, 4)];
  expect(statisticsOf(exercise, three)).toMatchObject({
    trainees: 3,
    passed: 3,
    mean: 80,
    median: 80,
    deviation: 20,
    lowest: 60,
    highest: 100,
  });
  expect(statisticsOf(exercise, three.slice(0, 2))).toMatchObject({ median: 80, deviation: 28.3 });
});

test('an empty class has no spread, and one trainee has no deviation', () => {
  expect(statisticsOf(exercise, [])).toMatchObject({ mean: null, median: null, lowest: null, wordings: [] });
  expect(statisticsOf(exercise, [scored('a', 10, 5)])).toMatchObject({ mean: 100, deviation: null });
});

test('an item is as easy as the share of its points that was earned, and tells the good from the weak', () => {
  const [first, second] = statisticsOf(exercise, [
    scored('a', 10, 5),
    scored('b', 5, 2),
    scored('c', 0, 2),
  ]).items;
  expect(first).toMatchObject({ item: 'q1', facility: 0.5 });
  expect(second!.facility).toBe(0.6);
  // 10, 5, 0 with 5, 2, 2: the rest of the sheet, not the total that has the item itself in it. 15 ÷ √(50 × 6).
  expect(first!.discrimination).toBe(0.866);
  expect(second!.discrimination).toBe(0.866);
});

test('too few trainees or equal marks discriminate nothing', () => {
  const discriminations = (of: MarkedSheet[]) =>
    statisticsOf(exercise, of).items.map((one) => one.discrimination);
  expect(discriminations([scored('a', 10, 5), scored('b', 5, 2)])).toEqual([null, null]);
  expect(discriminations([scored('a', 10, 1), scored('b', 10, 2), scored('c', 10, 3)])).toEqual([null, null]);
});

test('steps left out are counted in answers that were given, the commonest first', () => {
  const [first, second] = statisticsOf(exercise, sheets).items;
  expect(first!.omitted).toEqual([{ step: '查明原因', count: 1 }]);
  expect(second!.omitted).toEqual([{ step: '征求同意', count: 2 }]);
});

test('wordings are counted by rule, an item’s own by what is said of them', () => {
  const twice = [...sheets, { ...sheets[3]!, trainee: 'again' }];
  expect(statisticsOf(exercise, twice).wordings).toEqual([
    { rule: 'zh/repair/brush-off', title: '不推诿', count: 2 },
    { rule: null, title: '不要命令客户', count: 1 },
  ]);
});

test('the order of the sheets changes nothing', () => {
  const wanted = statisticsOf(exercise, sheets);
  fc.assert(
    fc.property(fc.shuffledSubarray(sheets, { minLength: sheets.length }), (shuffled) => {
      expect(statisticsOf(exercise, shuffled)).toEqual(wanted);
    }),
  );
});
