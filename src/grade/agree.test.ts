import { describe, expect, test } from 'vitest';
import { UsageError } from '../run/usage.ts';
import type { TableRow } from '../transcript/formats/table-row.ts';
import { agreeOnExercise } from './agree.ts';
import { exerciseOf } from './answers/testing.ts';
import type { GradeBook } from './book.ts';
import { humanMarks } from './human-marks.ts';
import type { Mark } from './mark.ts';

const exercise = exerciseOf({
  one: { situation: '客户抱怨频繁跳电。' },
  two: { situation: '抢修迟到了。', points: 5 },
});

/** A book of what the program gave, by trainee. */
function bookOf(given: readonly (readonly [string, readonly number[]])[]): GradeBook {
  const sheets = given.map(([trainee, points]) => ({
    trainee,
    file: `${trainee}.txt`,
    marks: exercise.items.map((item, at) => ({
      item: item.id,
      possible: item.points,
      // What a trainer corrected is a person's mark, and none of ours.
      points: 0,
      given: points[at]!,
    })) as Mark[],
  }));
  return { exercise, sheets } as unknown as GradeBook;
}

const rowsOf = (text: string): TableRow[] =>
  text.split('\n').map((row, index) => ({ cells: row.split(','), line: index + 1, parts: () => [] }));
const marksOf = (text: string) => humanMarks('human.csv', rowsOf(text), exercise);

describe('agreement', () => {
  const book = bookOf([
    ['张三', [10, 5]],
    ['李四', [6, 2]],
    ['王五', [2, 1]],
    ['赵六', [0, 0]],
  ]);

  test('is measured on marks as shares of their item', () => {
    const { overall, items } = agreeOnExercise(book, marksOf('姓名,1,2\n张三,10,5\n李四,7,2.5\n王五,4,1\n'));
    // Off by 0, 10, 20 and by 0, 10, 0 per cent.
    expect(overall).toMatchObject({ marks: 6, exact: 3 / 6, near: 5 / 6, bias: -40 / 6 });
    expect(overall.meanAbsoluteError).toBeCloseTo(40 / 6, 12);
    expect(items.map(({ item, marks, possible }) => [item, marks, possible])).toEqual([
      ['one', 3, 10],
      ['two', 3, 5],
    ]);
    // Classes 10 10, 6 7, 2 4: (0 + 1 + 4) ÷ 3, against the mean of (a − b)² of all with all.
    const pairs = [10, 6, 2].flatMap((a) => [10, 7, 4].map((b) => (a - b) ** 2));
    expect(items[0]!.kappa).toBeCloseTo(1 - 5 / 3 / (pairs.reduce((sum, one) => sum + one, 0) / 9), 12);
    // Covariance 24 of spreads 32 and 18.
    expect(items[0]!.pearson).toBeCloseTo(24 / Math.sqrt(32 * 18), 12);
  });

  test('of totals is of ranks, the same total sharing the mean of theirs', () => {
    const human = marksOf('name,one,two\n张三,9,4\n李四,9,4\n王五,3,1\n赵六,1,0\n');
    const { totals } = agreeOnExercise(book, human);
    expect(totals.trainees).toBe(4);
    // Ranks 4 3 2 1 against 3.5 3.5 2 1: 4.5 ÷ √(5 × 4.5).
    expect(totals.spearman).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
  });

  test('names the widest differences first, and whoever has no counterpart', () => {
    const human = marksOf('姓名,1,2\n张三,9,2\n李 四,1,2\n孙七,5,5\n');
    const { differences, unmatched, unmarked } = agreeOnExercise(book, human);
    expect(differences).toEqual([
      { trainee: '张三', item: 'two', possible: 5, ours: 5, human: 2 },
      { trainee: '李四', item: 'one', possible: 10, ours: 6, human: 1 },
      { trainee: '张三', item: 'one', possible: 10, ours: 10, human: 9 },
    ]);
    expect(unmatched.map(({ trainee, item }) => [trainee, item])).toEqual([
      ['孙七', 'one'],
      ['孙七', 'two'],
    ]);
    expect(unmarked).toEqual(['王五', '赵六']);
  });

  test('with one of two sheets of the same name is not guessed', () => {
    const twice = bookOf([
      ['张三', [10, 5]],
      ['张三', [0, 0]],
    ]);
    const { overall, unmatched } = agreeOnExercise(twice, marksOf('姓名,1\n张三,9\n'));
    expect(overall).toMatchObject({ marks: 0, exact: null, meanAbsoluteError: null, kappa: null });
    expect(unmatched).toHaveLength(1);
  });
});

describe('a table of marks', () => {
  test.each([
    ['wide', '姓名,1,第2题,总分,备注\n张三,8,4.5,12.5,好'],
    ['wide, with situations and a title', '二班\n学员,1、客户抱怨频繁跳电。,抢修迟到了\n张三,8分,4.5/5'],
    ['long', 'trainee,item,points\n张三,one,8\n张三,第2题,4.5'],
    ['long, in Chinese', '姓名,题号,得分\n张三,1,8\n张三,2,4.5'],
  ])('may be %s', (_, text) => {
    const { marks, unclear } = marksOf(text);
    expect(marks.map(({ trainee, item, points }) => [trainee, item, points])).toEqual([
      ['张三', 'one', 8],
      ['张三', 'two', 4.5],
    ]);
    expect(unclear).toEqual([]);
  });

  test('has cells that are told, and blank ones that are not', () => {
    const { marks, unclear } = marksOf('姓名,1,2\n张三,11,\n李四,良,–\n,3,3\n张三,2,6\n张三,3,\n');
    expect(marks.map(({ item, points }) => [item, points])).toEqual([['one', 2]]);
    expect(unclear.map(({ line, message }) => [line, message.key])).toEqual([
      [2, 'grade-agree.bad-points'],
      [3, 'grade-agree.bad-points'],
      [4, 'answers.no-name'],
      [5, 'grade-agree.bad-points'],
      [6, 'grade-agree.marked-twice'],
      [7, 'answers.no-name'],
    ]);
  });

  test('of something else is refused', () => {
    expect(() => marksOf('a,b\n1,2')).toThrow(UsageError);
    expect(() => marksOf('姓名,备注\n张三,好')).toThrow(UsageError);
  });
});
