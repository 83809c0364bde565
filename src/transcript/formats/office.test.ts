import { describe, expect, test } from 'vitest';
import { readContent } from '../test-tools.ts';
import { paragraphsOf } from './docx-paragraphs.ts';
import { docxOf, paragraph, xlsxOf } from './office.sample.ts';

const said = (turns: readonly { role: string; text: string }[]) =>
  turns.map(({ role, text }) => [role, text]);

describe('a workbook', () => {
  test('has its turns at row and character of the cell, empty rows counted', async () => {
    const bytes = xlsxOf({
      Sheet1: [
        [],
        ['二月质检'],
        ['会话ID', '角色', '内容', '序号'],
        ['c1', '坐席', '  您好\n请讲 & 稍等', 1],
        [],
        [undefined, '客户', '喂', 2],
        ['c2', '坐席', '在', 3],
      ],
    });
    const { transcripts, problems, notes } = await readContent('a.xlsx', bytes);
    expect(problems).toEqual([]);
    expect(notes).toMatchObject([{ line: 3, message: { key: 'table.above-header' } }]);
    expect(transcripts.map(({ id, turns }) => [id, said(turns)])).toEqual([
      [
        'c1',
        [
          ['agent', '您好\n请讲 & 稍等'],
          ['customer', '喂'],
        ],
      ],
      ['c2', [['agent', '在']]],
    ]);
    const [first, second] = transcripts[0]!.turns;
    expect(first!.origin.locate(0)).toEqual({ line: 4, column: 3 });
    expect(first!.origin.locate(3)).toEqual({ line: 4, column: 6 });
    expect(second!.origin.locate(0)).toEqual({ line: 6, column: 1 });
  });

  test('of several sheets, one of which holds no talk', async () => {
    const talk = [
      ['角色', '内容'],
      ['坐席', '您好'],
    ];
    const { transcripts, problems, notes } = await readContent(
      'a.xlsx',
      xlsxOf({ 一: talk, 说明: [['x', 'y']], 三: talk }),
    );
    expect(problems).toEqual([]);
    expect(transcripts).toMatchObject([
      { id: 'a:一', meta: { sheet: '一' } },
      { id: 'a:三', meta: { sheet: '三' } },
    ]);
    expect(notes).toMatchObject([{ message: { key: 'table.sheet-skipped', values: { sheet: '说明' } } }]);
  });

  test('without talk, or damaged, is one error', async () => {
    const none = await readContent(
      'a.xlsx',
      xlsxOf({
        Sheet1: [
          ['x', 'y'],
          ['1', '2'],
        ],
      }),
    );
    expect(none.problems).toMatchObject([{ message: { key: 'table.no-text' } }]);
    const whole = xlsxOf({
      Sheet1: [
        ['角色', '内容'],
        ['坐席', '您好'],
      ],
    });
    const cut = await readContent('a.xlsx', whole.subarray(0, whole.length - 100));
    expect(cut.problems).toMatchObject([{ message: { key: 'archive.broken' } }]);
  });
});

describe('a document', () => {
  test('has its turns at paragraph and character, lists and tables in their order', async () => {
    const row = (...cells: string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
    const bytes = docxOf(
      [
        paragraph('坐席', '：', '您好 & 欢迎'),
        paragraph(),
        '<w:p><w:r><w:t>客户：喂</w:t><w:br/><w:t>在吗</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>',
        `<w:tbl>${row(paragraph('角色'), paragraph('内容'))}${row(paragraph('坐席'), paragraph('不知道。') + paragraph('再见'))}</w:tbl>`,
      ].join(''),
    );
    const { transcripts, problems } = await readContent('a.docx', bytes);
    expect(problems).toEqual([]);
    expect(transcripts.map(({ turns }) => said(turns))).toEqual([
      [
        ['agent', '您好 & 欢迎'],
        ['customer', '喂\n在吗'],
      ],
      [['agent', '不知道。\n再见']],
    ]);
    const places = transcripts.flatMap(({ turns }) =>
      turns.map(({ origin, text }) => [origin.locate(0), origin.locate(text.length - 1)]),
    );
    expect(places).toEqual([
      [
        { line: 1, column: 4 },
        { line: 1, column: 10 },
      ],
      [
        { line: 3, column: 4 },
        { line: 3, column: 7 },
      ],
      [
        { line: 7, column: 1 },
        { line: 8, column: 2 },
      ],
    ]);
    expect((await paragraphsOf(Buffer.from(bytes))).map(({ number, cell }) => [number, cell?.row])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, undefined],
      [4, 0],
      [5, 0],
      [6, 1],
      [7, 1],
      [8, 1],
    ]);
  });

  test('that is none, or not well-formed, is one error', async () => {
    const broken = await readContent('a.docx', docxOf('<w:p><w:r></w:p>'));
    expect(broken.problems).toMatchObject([{ message: { key: 'read.unreadable' } }]);
    const { problems } = await readContent('a.docx', xlsxOf({ a: [] }));
    expect(problems).toMatchObject([{ message: { key: 'docx.no-document' } }]);
  });
});
