import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { xlsxOf } from '../../transcript/formats/office.sample.ts';
import { answersOf, exerciseOf, readFiles } from './testing.ts';

const THREE = exerciseOf({
  trip: '客户抱怨频繁跳电，您如何回答？',
  'q-late': '抢修人员迟到了，客户在门口等着。',
  bill: 'The customer says the bill is wrong. What do you say?',
});
const [TRIP, LATE, BILL] = THREE.items.map(({ situation }) => situation) as [string, string, string];

const csvOf = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');

async function table(rows: readonly (readonly string[])[], name = 'class.csv') {
  const { sheets, problems } = await readFiles({ [name]: csvOf(rows) }, THREE);
  return { sheets, problems, class: sheets.map((sheet) => [sheet.trainee, answersOf(sheet)]) };
}
const ALL = { trip: '甲', 'q-late': '乙', bill: '丙' };

describe('a row for each trainee', () => {
  test.each([
    ['ids', ['name', 'trip', 'q-late', 'bill']],
    ['numbers', ['姓名', '1', '2', '3']],
    ['numbers in words', ['学员', '第1题', '第二题', '题3']],
    ['numbers in English', ['Trainee', 'Q1', 'question 2', '#3']],
    ['situations', ['员工姓名', TRIP, LATE, BILL]],
    [
      'situations of other signs',
      ['名字', TRIP.replace('，', ','), LATE.replace('。', ''), BILL.toUpperCase()],
    ],
    ['what a form exports', ['1、您的姓名：', `2、${TRIP}`, `3、${LATE} [填空题]`, `4、${BILL} (10 分)`]],
    ['mixed spellings', ['Name', '1.', `2) ${LATE}`, 'bill']],
  ])('under %s', async (_, header) => {
    const read = await table([header, ['张三', '甲', '乙', '丙']]);
    expect(read.class).toEqual([['张三', ALL]]);
    expect(read.problems).toEqual([]);
    expect(read.sheets[0]!.irregularities).toEqual([]);
  });

  test('beside what forms know of them', async () => {
    const wjx = [
      '序号',
      '提交答卷时间',
      '所用时间',
      '来源',
      '来自IP',
      '1、姓名',
      `2、${TRIP}`,
      `3、${LATE}`,
      `4、${BILL}`,
      '总分',
    ];
    const row = ['1', '2026/11/2 9:00', '300秒', '微信', '1.1.1.1', '张三', '甲', '乙', '丙', '0'];
    expect((await table([wjx, row])).class).toEqual([['张三', ALL]]);
    const google = [
      'Timestamp',
      'Email Address',
      'Name',
      TRIP,
      `${TRIP} [Score]`,
      LATE,
      `${LATE} [Score]`,
      BILL,
    ];
    const answer = ['2026-11-02', 'a@b.cn', '', '甲', '-- / 10', '乙', '-- / 10', '丙'];
    expect((await table([google, answer])).class).toEqual([['a@b.cn', ALL]]);
    const microsoft = [
      'ID',
      'Start time',
      'Email',
      'Name',
      TRIP,
      `Points - ${TRIP}`,
      LATE,
      `Points - ${LATE}`,
      BILL,
    ];
    const office = ['7', '9:00', 'anonymous', '张三', '甲', '1', '乙', '1', '丙'];
    const read = await table([microsoft, office]);
    expect(read.class).toEqual([['张三', ALL]]);
    expect(read.problems).toEqual([]);
  });

  test('below a title, at the number of the row', async () => {
    const { sheets } = await table([
      ['二班练习'],
      ['姓名', '1', '2', '3'],
      [],
      ['张三', '甲\n甲', '乙', '丙'],
      ['李四', '', '', ''],
    ]);
    expect(sheets.map(({ trainee, answers }) => [trainee, answers[0]])).toEqual([
      ['张三', { item: 'trip', text: '甲\n甲', line: 4 }],
      ['李四', { item: 'trip', text: '', line: 5 }],
    ]);
  });

  test('whatever is in the cells', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('"', ',', '\n', ';', "'", '好', 'a', ' ', '\t'),
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }), async (rows) => {
        const body = rows.map((cells, at) => [`学员${at}`, ...cells]);
        const read = await table([['姓名', '1', '2', '3'], ...body]);
        expect(read.sheets.map(({ answers }) => answers.map(({ text }) => text))).toEqual(
          rows.map((cells) => cells.map((one) => one.trim())),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('with columns that are unclear, doubled or beyond the last item, which are named', async () => {
    const read = await table([
      ['姓名', '1', '第1题', '2、客户说灯不亮', '9', '部门'],
      ['张三', '甲', 'x', 'y', 'z', '二班'],
    ]);
    expect(read.class).toEqual([['张三', { trip: '甲' }]]);
    expect(read.sheets[0]!.irregularities.map(({ kind, item }) => [kind, item])).toEqual([
      ['missing', 'q-late'],
      ['missing', 'bill'],
    ]);
    expect(read.problems.map(({ message }) => /第 (\d) 列/.exec(message)?.[1])).toEqual(['3', '5', '4']);
  });

  test('without a name, or twice, is told', async () => {
    const read = await table([
      ['姓名', '1', '2', '3'],
      ['', '甲', '乙', '丙'],
      ['张三', '甲', '乙', '丙'],
      ['张三', '丁', '', ''],
    ]);
    expect(read.sheets.map(({ trainee }) => trainee)).toEqual(['#2', '张三', '张三']);
    expect(read.problems.map(({ line }) => line)).toEqual([2, undefined]);
  });

  test('in a workbook', async () => {
    const bytes = xlsxOf({
      Sheet1: [
        ['姓名', 1, 2, 3],
        ['张三', '甲', '乙', '丙'],
        [undefined, undefined],
      ],
    });
    const { sheets, problems } = await readFiles({ 'class.xlsx': bytes }, THREE);
    expect(sheets.map((sheet) => [sheet.trainee, answersOf(sheet)])).toEqual([['张三', ALL]]);
    expect(problems).toEqual([]);
  });
});

describe('a row for each answer', () => {
  test('of a class', async () => {
    const read = await table([
      ['trainee', 'item', 'answer'],
      ['张三', 'trip', '甲'],
      ['李四', '1', '一'],
      ['张三', '第2题', '乙'],
      ['张三', BILL, '丙'],
      ['张三', 'q9', '丁'],
      ['李四', '1', '又'],
    ]);
    expect(read.class).toEqual([
      ['张三', ALL],
      ['李四', { trip: '一' }],
    ]);
    expect(
      read.sheets.map(({ irregularities }) => irregularities.map(({ kind, line }) => [kind, line])),
    ).toEqual([
      [['extra', 6]],
      [
        ['doubled', 7],
        ['missing', undefined],
        ['missing', undefined],
      ],
    ]);
  });

  test('of one trainee, named by the file', async () => {
    const read = await table(
      [
        ['题号', '题目', '回答'],
        ['1', TRIP, '甲'],
        ['2', LATE, '乙'],
        ['3', BILL, '丙'],
      ],
      '03-张三.csv',
    );
    expect(read.class).toEqual([['张三', ALL]]);
  });
});

test('marks and other tables are no answers', async () => {
  const marks = await table([
    ['姓名', '1', '2', '3'],
    ['张三', '8', '9.5', '10'],
  ]);
  expect(marks.sheets).toEqual([]);
  expect(marks.problems).toMatchObject([{ line: 1, message: expect.stringContaining('分数') }]);
  const other = await table([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(other.sheets).toEqual([]);
  expect(other.problems).toMatchObject([{ line: 1, message: expect.stringContaining('a, b') }]);
});

test('lines of JSON are sheets or answers', async () => {
  const lines = [
    { trainee: '张三', answers: { trip: '甲', 2: '乙', 第3题: '丙', q7: 'x' } },
    { trainee: '李四', item: 'trip', answer: '一' },
    { trainee: '李四', item: 2, answer: '二' },
    { trainee: '王五' },
    ['张三'],
    { answers: { nothing: 1 } },
  ].map((one) => JSON.stringify(one));
  const { sheets, problems } = await readFiles(
    { 'class.jsonl': [...lines, '{"trainee": '].join('\n') },
    THREE,
  );
  expect(sheets.map((sheet) => [sheet.trainee, answersOf(sheet)])).toEqual([
    ['张三', ALL],
    ['李四', { trip: '一', 'q-late': '二' }],
    ['#6', {}],
  ]);
  expect(sheets.map(({ irregularities }) => irregularities.map(({ kind, item }) => [kind, item])[0])).toEqual(
    [
      ['extra', 'q7'],
      ['missing', 'bill'],
      ['misnumbered', 'nothing'],
    ],
  );
  expect(problems.map(({ line }) => line)).toEqual([4, 5, 6, 7]);
});
