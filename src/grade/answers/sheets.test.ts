import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { exerciseOf, kinds, one, THREE } from './testing.ts';

describe('answers under numbers', () => {
  const STYLES: Record<string, (number: number) => string> = {
    '1.': (n) => `${n}. `,
    '1、': (n) => `${n}、`,
    '1)': (n) => `${n}) `,
    '（1）': (n) => `（${n}）`,
    '(1)': (n) => `(${n}) `,
    '１．': (n) => `${String.fromCharCode(0xff10 + n)}．`,
    第1题: (n) => `第${n}题 `,
    '第一题：': (n) => `第${'一二三'[n - 1]}题：`,
    '一、': (n) => `${'一二三'[n - 1]}、`,
    题1: (n) => `题${n} `,
    Q1: (n) => `Q${n} `,
    'q1:': (n) => `q${n}: `,
    'Question 1': (n) => `Question ${n}\n`,
    '#1': (n) => `#${n} `,
    '## 1': (n) => `## ${n}\n\n`,
    '**1.**': (n) => `**${n}.** `,
    答1: (n) => `答${n}：`,
    '1.答:': (n) => `${n}.答:`,
    '①': (n) => `${'①②③'[n - 1]} `,
    id: (n) => `${THREE.items[n - 1]!.id}: `,
    'situation as a heading': (n) => `## ${n}. ${THREE.items[n - 1]!.situation}（10 分）\n\n答：\n\n`,
    'situation alone': (n) => `${THREE.items[n - 1]!.situation}\n答：`,
    'situation, context and lines to write on': (n) =>
      `## ${n}\\. ${THREE.items[n - 1]!.situation}（10 分）\n\n${n === 1 ? `> 背景：${THREE.items[0]!.context}\n\n` : ''}答：\n\n____________\n\n`,
  };
  const words = fc
    .stringMatching(/^[a-z您好抱歉马上查明，。！ "'%]{0,12}[a-z您好]$/)
    .map((text) => text.trim());
  const answer = fc
    .array(words, { minLength: 1, maxLength: 4 })
    .map((lines) => lines.join('\n'))
    .filter((text) => /^[a-z您好]/.test(text));

  test.each(Object.entries(STYLES))('as %s are read back as they were written', async (_, style) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(answer, { minLength: 3, maxLength: 3 }),
        fc.constantFrom('\n', '\n\n', '\r\n'),
        async (texts, between) => {
          const whole = texts.map((text, at) => `${style(at + 1)}${text}`).join(between);
          const { sheet } = await one(whole);
          expect(sheet.answers.map(({ text }) => text)).toEqual(texts);
          expect(sheet.irregularities).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('stand at the line where their words begin', async () => {
    const { sheet } = await one('姓名：张三\n\n1. \n\n您好。\n2、再见\n第3题\n答：好');
    expect(sheet.answers.map(({ line }) => line)).toEqual([5, 6, 8]);
  });

  test('are read in any order, in mixed styles, in GBK and UTF-16', async () => {
    const text = '3. 丙\n\n1. 甲\n\n2. 乙';
    const expected = { trip: '甲', 'q-late': '乙', bill: '丙' };
    expect((await one(text)).answers).toEqual(expected);
    expect((await one(iconv.encode('1. 甲，您好\n2、 乙，再见\n3）丙，抱歉', 'gbk'))).answers).toEqual({
      trip: '甲，您好',
      'q-late': '乙，再见',
      bill: '丙，抱歉',
    });
    expect((await one(iconv.encode(text, 'utf-16le', { addBOM: true }))).answers).toEqual(expected);
  });

  test.each([
    ['blanks', (n: number) => `${n} `],
    ['dashes', (n: number) => `${n}- `],
    ['slashes', (n: number) => `${n}/`],
    ['a sign of its own', (n: number) => `${'ⅠⅡⅢ'[n - 1]}. `],
    ['an escape', (n: number) => `${n}\\. `],
  ])('may have %s behind their numbers', async (_, style) => {
    const { answers } = await one(`${style(1)}甲\n${style(2)}乙\n${style(3)}丙`);
    expect(answers).toEqual({ trip: '甲', 'q-late': '乙', bill: '丙' });
  });

  test('may stand below the title of a section', async () => {
    const { sheet, answers } = await one('一、情景应答题（共3题，每题10分）\n1、甲\n2、乙\n3、丙');
    expect(answers).toEqual({ trip: '甲', 'q-late': '乙', bill: '丙' });
    expect(sheet.irregularities).toEqual([]);
  });

  test('whatever the lines are, every item has one answer or is told, and no word comes from elsewhere', async () => {
    const pieces = [
      '1.',
      '2.',
      '3.',
      '1)',
      '第2题',
      'Q3',
      '答：',
      '甲',
      'trip:',
      '4、',
      '',
      '  ',
      '# ',
      '**',
      '____',
      '|',
      '一、',
    ];
    const line = fc
      .array(fc.constantFrom(...pieces, THREE.items[0]!.situation), { maxLength: 3 })
      .map((all) => all.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 25 }),
        fc.constantFrom('a.txt', 'a.md'),
        async (lines, name) => {
          const text = lines.join('\n');
          const { sheet } = await one(text, name);
          for (const { id } of sheet ? THREE.items : []) {
            const missing = sheet.irregularities.filter(
              ({ kind, item }) => kind === 'missing' && item === id,
            );
            const given = sheet.answers.filter(({ item }) => item === id);
            expect(missing.length + given.length).toBe(1);
          }
          for (const { text: answer } of sheet?.answers ?? []) {
            for (const word of answer.split(/\s+/))
              expect(text.replaceAll('**', '')).toContain(word.replaceAll('**', ''));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('may hold times, decimals and numbers of their own', async () => {
    const text = '1、95598热线24小时为您服务。\n8:30 前到。\n1.5 小时修好。\n2. 好\n3. 好';
    expect((await one(text)).answers.trip).toBe('95598热线24小时为您服务。\n8:30 前到。\n1.5 小时修好。');
  });
});

describe('steps within an answer', () => {
  test.each([
    [
      'of another form',
      '1. 好\n2. 先这样：\n1) 道歉\n2) 查\n3) 修\n3. 完',
      '先这样：\n1) 道歉\n2) 查\n3) 修',
    ],
    ['indented', '1. 好\n2. 先这样：\n   1. 道歉\n   2. 查\n3. 完', '先这样：\n   1. 道歉\n   2. 查'],
    ['under headings', '## 1\n好\n## 2\n1. 道歉\n2. 查\n3. 修\n## 3\n完', '1. 道歉\n2. 查\n3. 修'],
    ['under words', '第1题 好\n第2题 先：\n1. 道歉\n2. 查\n第3题 完', '先：\n1. 道歉\n2. 查'],
    [
      'counting to the answer’s own number',
      '1. 好\n2. 先：\n1. 道歉\n2. 查\n3. 修\n3. 完',
      '先：\n1. 道歉\n2. 查\n3. 修',
    ],
    [
      'parted from answers by blank lines',
      '1. 好\n\n2. 先：\n1. 道歉\n2. 查\n\n3. 完',
      '先：\n1. 道歉\n2. 查',
    ],
  ])('%s are part of it', async (_, text, expected) => {
    const { sheet, answers } = await one(text);
    expect(answers).toEqual({ trip: '好', 'q-late': expected, bill: '完' });
    expect(sheet.irregularities).toEqual([]);
  });

  test('that could as well be the next answer are told, and nothing is made of them', async () => {
    const { sheet, answers } = await one('1. 好\n2. 先：\n1. 道歉\n2. 查\n3. 修');
    expect(kinds(sheet)).toEqual([
      ['misnumbered', '3.', 5],
      ['missing', 'bill', undefined],
    ]);
    expect(answers['q-late']).toContain('3. 修');
  });
});

describe('what is wrong with numbers is told', () => {
  test.each<[string, string, [string, string, number | undefined][], Record<string, string>]>([
    ['missing', '1. 甲\n3. 丙', [['missing', 'q-late', undefined]], { trip: '甲', bill: '丙' }],
    ['extra', '1. 甲\n2. 乙\n3. 丙\n4. 丁', [['extra', '4.', 4]], { trip: '甲', 'q-late': '乙', bill: '丙' }],
    [
      'doubled',
      '1. 甲\n2. 乙\n2. 二\n3. 丙',
      [['doubled', 'q-late', 3]],
      { trip: '甲', 'q-late': '乙', bill: '丙' },
    ],
    [
      'no number',
      '第0题 零\n1. 甲\n2. 乙\n3. 丙',
      [['misnumbered', '第0题', 1]],
      { trip: '甲', 'q-late': '乙', bill: '丙' },
    ],
    [
      'a number beside the words of another item',
      `1. 甲\n3. ${THREE.items[1]!.situation}\n答：乙\n第3题 丙`,
      [['misnumbered', '3.', 2]],
      { trip: '甲', 'q-late': '乙', bill: '丙' },
    ],
  ])('%s', async (_, text, expected, answers) => {
    const read = await one(text);
    expect(kinds(read.sheet)).toEqual(expected);
    expect(read.answers).toEqual(answers);
  });

  test('an empty answer is an answer, and no second one', async () => {
    const { sheet, answers } = await one('1.\n2. 乙\n3. ____\n\n答3：丙');
    expect(answers).toEqual({ trip: '', 'q-late': '乙', bill: '丙' });
    expect(sheet.irregularities).toEqual([]);
  });

  test('a sheet without numbers is a problem', async () => {
    const { sheet, problems } = await one('您好，非常抱歉。');
    expect(sheet.irregularities.map(({ kind }) => kind)).toEqual(['missing', 'missing', 'missing']);
    expect(problems).toMatchObject([{ file: '张三.txt', message: expect.stringContaining('题号') }]);
  });
});

describe('what is printed is no answer', () => {
  test('between question and answer', async () => {
    const { answers } = await one('1. 问：跳电\n   答：甲\n2. 问：x\n   答：乙\n3. Question: y\nAnswer: 丙');
    expect(answers).toEqual({ trip: '甲', 'q-late': '乙', bill: '丙' });
  });

  test('in the trainee’s copy of the question, however short', async () => {
    const { answers } = await one('1. 客户抱怨频繁跳电\n答：抱歉\n2. 您好\n回答得慢了。\n3. 您好');
    expect(answers).toEqual({ trip: '抱歉', 'q-late': '您好\n回答得慢了。', bill: '您好' });
  });

  test('where all questions stand above the answers', async () => {
    const questions = THREE.items.map(({ situation }, at) => `${at + 1}. ${situation}`).join('\n');
    const { sheet, answers } = await one(`${questions}\n\n1. 甲\n2. 乙\n3. 丙`);
    expect(answers).toEqual({ trip: '甲', 'q-late': '乙', bill: '丙' });
    expect(sheet.irregularities).toEqual([]);
  });

  test('and copied as an answer it stays', async () => {
    const { situation } = THREE.items[0]!;
    const { answers } = await one(`1. ${situation}\n答：${situation}\n2. 乙\n3. 丙`);
    expect(answers.trip).toBe(situation);
  });

  test('question and answer by letters', async () => {
    const { sheet, answers } = await one(
      'Q1: what of trips?\nA1: sorry\nQ2: late?\nA2: sorry too\nQ3: bill?\nA3: ok',
    );
    expect(answers).toEqual({ trip: 'sorry', 'q-late': 'sorry too', bill: 'ok' });
    expect(sheet.irregularities).toEqual([]);
  });
});

describe('an exercise of one item', () => {
  const ONE = exerciseOf({ only: '客户抱怨频繁跳电，您如何回答？' });

  test.each([
    ['needs no number', '姓名：李四\n\n您好，抱歉。\n马上查。', '您好，抱歉。\n马上查。'],
    ['may have one', '1. 您好，抱歉。', '您好，抱歉。'],
    ['may have steps', '您好。\n1. 道歉\n2. 查', '您好。\n1. 道歉\n2. 查'],
    ['may have the question', '客户抱怨频繁跳电，您如何回答？\n\n答：抱歉', '抱歉'],
  ])('%s', async (_, text, expected) => {
    const { sheet, answers } = await one(text, 'a.txt', ONE);
    expect(answers).toEqual({ only: expected });
    expect(sheet.irregularities).toEqual([]);
  });
});
