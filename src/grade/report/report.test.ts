import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readBook, { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { csv } from './csv.ts';
import { gradeFormats } from './index.ts';
import { md } from './md.ts';
import { bookOf, sample, sheets, written } from './sample.ts';
import { xlsx } from './xlsx.ts';

const names = Object.keys(gradeFormats);

test.each(names)('%s: the same book gives the same bytes', async (name) => {
  const format = await gradeFormats[name]!();
  expect((await written(format, sample)).equals(await written(format, structuredClone(sample)))).toBe(true);
});

test.each(names)('%s: a class of nobody is no mistake', async (name) => {
  const format = await gradeFormats[name]!();
  for (const language of ['zh', 'en'] as const) {
    const bytes = await written(format, bookOf([]), language);
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.toString('latin1')).not.toMatch(/\b(NaN|Infinity|undefined)\b/);
  }
});

test('a workbook has the grade book first, with numbers as numbers', async () => {
  const bytes = await written(xlsx, sample);
  const book = (await readBook(bytes)).map(({ sheet }) => sheet);
  expect(book).toEqual(['成绩册', '答卷', '题目', '班级', '忌语', '雷同', '题号问题']);
  const rows = await readSheet(bytes, '成绩册');
  expect(rows[0]).toEqual(['学员', 'q1 / 10', 'q2 / 5', '总分', '得分率', '结果']);
  expect(rows[3]).toEqual(['乙二', 8.5, 2, 10.5, 0.7, '合格']);
  const answers = await readSheet(bytes, '答卷');
  expect(answers).toHaveLength(1 + sheets.length * 2);
  expect(answers[5]!.slice(0, 6)).toEqual([
    '乙二',
    'q1',
    sheets[2]!.marks[0]!.text,
    8.5,
    10,
    '致歉、查明原因',
  ]);
  expect(answers[5]!.at(-1)).toBe('10 → 8.5 与丁一雷同，已谈话 (王老师)');
  expect((await readSheet(bytes, '雷同'))[1]!.slice(0, 3)).toEqual(['q1', '丁一', '乙二']);
  expect((await readSheet(bytes, '题号问题'))[2]).toEqual([
    '丙五',
    '没有这个题号：22',
    3,
    'answers/丙五.txt',
  ]);
});

test('names and headings stay in sight and are printed on every page, marks are coloured by what was possible', async () => {
  const parts = unzipSync(await written(xlsx, sample));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  expect(sheet).toContain(
    '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>',
  );
  expect(sheet).toContain('<autoFilter ref="A1:F5"/>');
  expect(sheet).toContain('fitToWidth="1"');
  const scale = /sqref="C2:C5".*?<colorScale>(.*?)<color /.exec(sheet)![1];
  expect([...scale!.matchAll(/val="([\d.]+)"/g)].map(([, value]) => Number(value))).toEqual([0, 2.5, 5]);
  expect(strFromU8(parts['xl/workbook.xml']!)).toContain(
    "'成绩册'!$A:$A,'成绩册'!$1:$1".replaceAll("'", '&apos;'),
  );
  expect(sheet).toMatch(/<headerFooter><oddHeader>&amp;L&amp;B抢修用语练习/);
});

test('items with long ids go by their numbers on the sheet', async () => {
  const { exercise } = sample;
  const items = exercise.items.map((item, at) => ({ ...item, id: ['frequent-trips', 'chair'][at]! }));
  const book = { ...sample, exercise: { ...exercise, items }, alike: [] };
  const bytes = await written(xlsx, book);
  expect((await readSheet(bytes, '成绩册'))[0]!.slice(0, 3)).toEqual(['学员', '1 / 10', '2 / 5']);
  expect((await readSheet(bytes, '答卷'))[1]![1]).toBe('1 frequent-trips');
});

test('CSV has a row for each answer, and no formula', async () => {
  const text = (await written(csv, sample)).toString('utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  expect(rows).toHaveLength(sheets.length * 2);
  expect(rows[3]).toMatchObject({
    学员: '丙五',
    行: '2',
    题号: 'q2',
    得分: '3',
    缺少: '征求同意',
    评语: '太短',
  });
  expect(rows[3]!.回答).toMatch(/^'=HYPERLINK/);
  expect(rows[4]).toMatchObject({ 得分: '8.5', 机器评分: '10', 改分: '8.5', 改分人: '王老师' });
  expect(rows[6]).toMatchObject({ 忌语: '不归我管 −2.5', 条款: 'repair.pair.11 repair.pair.5' });
});

test('Markdown tells each trainee what to work on, and shows what was written as it was written', async () => {
  const text = (await written(md, sample)).toString('utf8');
  expect(text).toContain('| 乙二 | 8.5 | 2 | 10.5 | 70 | ✓ 合格 |');
  const [, ofFirst] = /## 丁一 · 100%\n([^#]*)/.exec(text)!;
  expect(ofFirst).toContain('各题都是满分。');
  const [, ofLast] = /## 甲三 · 43.3%\n([^#]*)/.exec(text)!;
  expect(ofLast).toContain('**q1** 1.5/10 缺：查明原因 · 忌语：不归我管 −2.5');
  const named = sheets.map((sheet) => ({ ...sheet, trainee: '<b>|@x' }));
  expect((await written(md, bookOf(named))).toString('utf8')).not.toMatch(/<b>|@x/);
});
