import { type NumberedParagraph, numberedParagraphs } from '../../transcript/formats/docx-numbering.ts';
import { withoutLead } from './markdown.ts';
import type { AnswerReader } from './reader.ts';
import { sheetIn, withTexts } from './sheet.ts';
import type { Block, SheetLine } from './sheet-line.ts';

/** One trainee's numbered answers in a Word document; numbers that Word counts itself are numbers too. */
export const docx: AnswerReader = {
  extensions: ['docx', 'docm'],
  async read(source, items) {
    const blocks = blocksOf(await numberedParagraphs(source.bytes()));
    return sheetIn(source, blocks, items).map((sheet) => withTexts(sheet, withoutLead));
  },
};

function blocksOf(paragraphs: readonly NumberedParagraph[]): Block[] {
  const blocks: Block[] = [];
  let table = -1;
  let row = -1;
  let rows: { line: number; cells: string[] }[] = [];
  for (const paragraph of paragraphs) {
    const { cell } = paragraph;
    if (!cell) {
      // A document has no blank lines between its paragraphs: they tell nothing.
      blocks.push(...linesOf(paragraph));
      table = -1;
      continue;
    }
    if (cell.table !== table) {
      rows = [];
      blocks.push({ rows });
    }
    if (cell.table !== table || cell.row !== row) rows.push({ line: paragraph.number, cells: [] });
    [table, row] = [cell.table, cell.row];
    const { cells } = rows.at(-1)!;
    const text = linesOf(paragraph)
      .map((line) => line.text)
      .join('\n');
    while (cells.length < cell.column) cells.push('');
    cells[cell.column] = cells[cell.column] === undefined ? text : `${cells[cell.column]}\n${text}`;
  }
  return blocks;
}

/** A line break within a paragraph parts lines, as it does for the reader. */
function linesOf({ text, number, label, level = 0, heading }: NumberedParagraph): SheetLine[] {
  const mark = heading === undefined || text.trim() === '' ? '' : `${'#'.repeat(Math.min(6, heading + 1))} `;
  const count =
    label === undefined
      ? ''
      : `${'  '.repeat(level)}${label || '•'}${/[\p{L}\p{N}]$/u.test(label) ? '\t' : ' '}`;
  return `${mark}${count}${text}`.split('\n').map((line) => ({ text: line, line: number }));
}
