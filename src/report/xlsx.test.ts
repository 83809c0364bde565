import { strFromU8, unzipSync } from 'fflate';
import readBook, { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { printBytes, sample } from './sample.ts';
import { xlsx } from './xlsx.ts';
import { columnName } from './xlsx-sheet.ts';

const dated = { ...sample.hotline, meta: { date: '2026-02-17' } };
const verdicts = [dated, sample.chat, sample.clean, sample.unscored];

test('four sheets, with numbers, dates and texts as what they are', async () => {
  const bytes = await printBytes(xlsx, verdicts, { in: 'en' });
  expect((await readBook(bytes)).map(({ sheet }) => sheet)).toEqual([
    'transcripts',
    'violations',
    'agents',
    'rules',
  ]);
  const [heading, first, second] = await readSheet(bytes, 'transcripts');
  const row = (cells: typeof first) =>
    Object.fromEntries(heading!.map((name, index) => [name, cells![index]]));
  expect(row(first)).toMatchObject({
    file: 'calls/0417.txt',
    agent: '3号',
    date: new Date('2026-02-17'),
    score: 75,
    result: expect.stringMatching(/fail/i),
    errors: 2,
    'vetoed by': null,
  });
  expect(row(second)).toMatchObject({ score: 0, 'score before veto': 92, 'vetoed by': 'en/core/blame' });
  expect((await readSheet(bytes, 'agents')).slice(1).map((cells) => cells.slice(0, 4))).toEqual([
    ['Dana', 1, 1, 0],
    ['3号', 1, 1, 75],
    ['(not given)', 2, 1, 100],
  ]);
  expect((await readSheet(bytes, 'rules')).slice(1).map(([rule]) => rule)[0]).toBe('zh/hotline/closing');
});

test('headings are frozen and filtered, colours are conditions, and columns are wide enough for Chinese', async () => {
  const parts = unzipSync(await printBytes(xlsx, verdicts));
  const sheet = strFromU8(parts['xl/worksheets/sheet2.xml']!);
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toMatch(/<autoFilter ref="A1:O6"\/>/);
  expect(sheet).toContain('operator="equal"><formula>&quot;错误&quot;</formula>');
  // 结尾 2 轮内没有说：结束语 takes 24 columns for 15 characters.
  const widths = [...sheet.matchAll(/<col min="\d+" max="\d+" width="(\d+)"/g)].map(([, width]) =>
    Number(width),
  );
  expect(widths[13]).toBeGreaterThanOrEqual(24);
});

test('the same verdicts give the same bytes', async () => {
  expect((await printBytes(xlsx, verdicts)).equals(await printBytes(xlsx, verdicts))).toBe(true);
});

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
