import type { Position, Stretch, Transcript } from '../transcript.ts';
import { type Paragraph, paragraphsOf } from './docx-paragraphs.ts';
import type { Format, Line, ReadOptions, Source } from './format.ts';
import { readTable } from './table.ts';
import { layoutOf } from './table-columns.ts';
import type { TableRow } from './table-row.ts';
import { text } from './text.ts';
import { moved, within } from './within.ts';
import { officeKind } from './zip-members.ts';

/**
 * Word documents: labelled lines as in plain text, and tables with a turn a row. A position's line is the number
 * of the paragraph (those of tables counted), its column counts the characters of the paragraph.
 */
export const docx: Format = {
  name: 'docx',
  about: {
    zh: 'Word 文档：带说话人标签的段落，或表格',
    en: 'Word documents: paragraphs with speaker labels, or tables',
  },
  example: ['坐席：您好，请问有什么可以帮您？', '客户：我家停电了。', ''].join('\n'),
  extensions: ['docx', 'docm'],
  binary: true,

  recognise: (sample) => (officeKind(sample) === 'docx' ? 0.95 : 0),

  async *read(source, options) {
    let waiting: Paragraph[] = [];
    for (const block of blocksOf(await paragraphsOf(source.bytes()))) {
      const rows = block[0]!.cell ? rowsOf(block) : [];
      const isTalk =
        rows.length > 0 &&
        layoutOf(
          rows.map(({ cells }) => cells),
          options.roles,
          options.columns,
        );
      if (!isTalk) {
        waiting.push(...block);
        continue;
      }
      yield* readLines(source, options, waiting);
      waiting = [];
      yield* readTable(source, options, rows);
    }
    yield* readLines(source, options, waiting);
  },
};

/** Paragraphs between tables, and the paragraphs of each table, together. */
function blocksOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const blocks: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    const last = blocks.at(-1);
    if (last && last[0]!.cell?.table === paragraph.cell?.table) last.push(paragraph);
    else blocks.push([paragraph]);
  }
  return blocks;
}

async function* readLines(
  source: Source,
  options: ReadOptions,
  paragraphs: readonly Paragraph[],
): AsyncGenerator<Transcript> {
  if (paragraphs.every((paragraph) => paragraph.text.trim() === '')) return;
  const lines: Line[] = [];
  const starts: Position[] = [];
  for (const { text, number } of paragraphs) {
    let column = 1;
    for (const part of text.split('\n')) {
      starts.push({ line: number, column });
      lines.push({ text: part, line: starts.length });
      column += part.length + 1;
    }
  }
  const place = ({ line, column }: Position) => {
    const start = starts[line - 1]!;
    return { line: start.line, column: start.column + column - 1 };
  };
  for await (const transcript of text.read(within(source, place, lines), options))
    yield moved(transcript, place);
}

/** The rows of a table; paragraphs of one cell are its lines. */
function rowsOf(paragraphs: readonly Paragraph[]): TableRow[] {
  const rows: WordRow[] = [];
  for (const paragraph of paragraphs) {
    const { row, column } = paragraph.cell!;
    rows[row] ??= new WordRow(paragraph.number);
    rows[row].add(column, paragraph);
  }
  return rows.filter(Boolean);
}

class WordRow implements TableRow {
  readonly line: number;
  readonly cells: string[] = [];
  private readonly places: Stretch[][] = [];

  constructor(line: number) {
    this.line = line;
  }

  add(column: number, { text, number }: Paragraph): void {
    while (this.cells.length <= column) {
      this.cells.push('');
      this.places.push([]);
    }
    const before = this.places[column]!.length > 0 ? `${this.cells[column]}\n` : '';
    this.places[column]!.push({ offset: before.length, line: number, column: 1 });
    this.cells[column] = before + text;
  }

  parts(cell: number): readonly Stretch[] {
    const places = this.places[cell]!;
    return places.length > 0 ? places : [{ offset: 0, line: this.line, column: 1 }];
  }
}
