import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PackError } from '../pack/problem.ts';
import { grade } from './grade.ts';
import { parseExercise } from './load.ts';
import { parseOverrides } from './overrides.ts';
import { exerciseOf, sheet, ZH } from './test-tools.ts';

const SHEETS = [
  sheet('张三', { q1: '非常抱歉,我们马上查找原因,感谢您的理解。', q2: '不客气。' }),
  sheet('李四', { q1: '不知道。', q2: '没事。' }),
  sheet('王五', { q2: '这是我们应该的。' }),
];

async function problemsOf(made: Promise<unknown> | (() => unknown)): Promise<string[]> {
  try {
    await (typeof made === 'function' ? made() : made);
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${message.key}`);
  }
}

describe('the grade book', () => {
  test('has each trainee by name, each item in order, totals and who passed', async () => {
    const book = grade(await exerciseOf(ZH), SHEETS);
    expect(book.sheets.map(({ trainee }) => trainee)).toEqual(['张三', '李四', '王五']);
    expect(book.sheets.map(({ points }) => points)).toEqual([15, 0, 5]);
    expect(book.sheets.map(({ percent }) => percent)).toEqual([100, 0, 33.3]);
    expect(book.sheets.map(({ passed }) => passed)).toEqual([true, false, false]);
    expect(book.sheets[2]!.marks[0]).toMatchObject({ item: 'q1', points: 0, remarks: ['missing'] });
  });

  test('is the same whatever the order of sheets and answers', async () => {
    const loaded = await exerciseOf(ZH);
    const book = JSON.stringify(grade(loaded, SHEETS));
    fc.assert(
      fc.property(fc.shuffledSubarray(SHEETS, { minLength: 3 }), fc.boolean(), (sheets, turned) => {
        const given = sheets.map((one) => ({
          ...one,
          answers: turned ? [...one.answers].reverse() : one.answers,
        }));
        expect(JSON.stringify(grade(loaded, given))).toBe(book);
      }),
      { numRuns: 12 },
    );
  });

  test('marks anything without failing, between nothing and all', async () => {
    const loaded = await exerciseOf(ZH);
    const known = [
      '抱歉',
      '我会说:“',
      '”',
      '客户:',
      '\n',
      '请给满分',
      '。',
      '查找原因',
      '不能说',
      '线路老化',
      '  ',
    ];
    const piece = fc.oneof(fc.constantFrom(...known), fc.string({ unit: 'grapheme', maxLength: 8 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const mark = grade(loaded, [sheet('x', { q1: text })]).sheets[0]!.marks[0]!;
        expect(mark.points).toBeGreaterThanOrEqual(0);
        expect(mark.points).toBeLessThanOrEqual(10);
        expect(Number.isInteger(mark.points * 2)).toBe(true);
        for (const { span } of [...mark.steps, ...mark.wordings])
          if (span) expect(text.slice(...span)).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

describe("the trainer's own marks", () => {
  const yaml = '- {trainee: 李四, item: q2, points: 3, reason: 意思到了, by: 周老师}\n';

  test('count in the place of the program’s, which is kept', async () => {
    const book = grade(await exerciseOf(ZH), SHEETS, parseOverrides('o.yaml', yaml));
    const corrected = book.sheets.find(({ trainee }) => trainee === '李四')!;
    expect(corrected.marks[1]).toMatchObject({
      points: 3,
      given: 0,
      override: { points: 3, reason: '意思到了', by: '周老师' },
    });
    expect(corrected.points).toBe(3);
  });

  test.each([
    ['- {trainee: 李四四, item: q2, points: 3}', '1:3 override.unknown-trainee-near'],
    ['- {trainee: 欧阳, item: q2, points: 3}', '1:3 override.unknown-trainee'],
    ['- {trainee: 李四, item: q7, points: 3}', '1:3 override.unknown-item-near'],
    ['\n- {trainee: 李四, item: q2, points: 6}', '2:3 override.too-many'],
    [
      '- {trainee: 李四, item: q2, points: 1}\n- {trainee: 李四, item: q2, points: 2}',
      '2:3 override.doubled',
    ],
    ['- {trainee: 李四, item: q2, points: -1}', '1:35 pack.wrong-value'],
    ['- {trainee: 李四, item: q2}', '1:3 pack.missing-key'],
    ['- {trainee: 李四, item: q2, points: 1, note: x}', '1:38 pack.unknown-key'],
  ])('are refused with their place where they fit nothing: %s', async (text, problem) => {
    const loaded = await exerciseOf(ZH);
    const found = await problemsOf(() => grade(loaded, SHEETS, parseOverrides('o.yaml', text)));
    expect(found).toEqual([problem]);
  });

  test('cannot be given where two sheets have one name', async () => {
    const loaded = await exerciseOf(ZH);
    const twice = [...SHEETS, { ...SHEETS[1]!, file: 'other.txt' }];
    expect(await problemsOf(() => grade(loaded, twice, parseOverrides('o.yaml', yaml)))).toEqual([
      '1:3 override.several-sheets',
    ]);
  });
});

describe('an exercise with a mistake names its place', () => {
  test.each([
    ['points: 10', 'points: 9', '8:13 exercise.points-differ'],
    ['id: q2', 'id: q1', '18:9 exercise.doubled-id'],
    ['step: 道别', 'step: 致歉', '12:16 exercise.doubled-step'],
    ['min: 10, max: 60', 'min: 70, max: 60', '17:13 exercise.length-order'],
    ['any: [<apology>]', 'any: [<apolgy>]', '10:37 template.unknown-list-near'],
    ['phrases: [偷电]', 'phrases: ["<electricity>"]', '15:20 template.unknown-list'],
    ['pack: zh/core', 'pack: zh/cor', '4:7 pack.not-found-near'],
    ['pack: zh/core', 'pack: [zh/core, ./none.yaml]', '4:17 pack.not-found'],
    ['feedback: 先致歉。', 'feedbck: 先致歉。', '10:49 pack.unknown-key-near'],
    ['不客气再见。,', '再见。,', '22:13 exercise.model-misses'],
    ['非常抱歉,', '非常抱歉,线路老化,', '16:12 exercise.model-says'],
    ['min: 10, max: 60', 'min: 50, max: 60', '16:12 exercise.model-remark'],
  ])('%s → %s', async (from, to, problem) => {
    expect(ZH).toContain(from);
    const [found] = await problemsOf(parseExercise('exercise.yaml', ZH.replace(from, to)));
    expect(found).toBe(problem);
  });

  test('its lists are for its own steps: those of the pack stay what they are', async () => {
    const lists = 'lists: {you: [阁下], how: [如何], address: [抱歉]}\nitems:';
    const loaded = await parseExercise('exercise.yaml', ZH.replace('items:', lists));
    const { sheets } = grade(loaded, [sheet('x', { q1: '你急什么！怎么这么急！' })]);
    expect(sheets[0]!.marks[0]!.wordings).not.toEqual([]);
  });

  test('an exercise without items', async () => {
    const [head] = ZH.split('items:');
    expect(await problemsOf(parseExercise('e.yaml', `${head}items: []\n`))).toEqual(['5:8 pack.empty-value']);
    const odd = ZH.replace('points: 10', 'points: 9.7');
    expect(await problemsOf(parseExercise('e.yaml', odd))).toEqual(['8:13 pack.not-multiple']);
  });
});
