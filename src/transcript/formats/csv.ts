import { linesOf } from '../line-ends.ts';
import { type RoleTable, roleTable } from '../roles.ts';
import { Complaints } from './complaints.ts';
import { CsvRows } from './csv-rows.ts';
import type { At, Format, Line, ReadOptions, Source } from './format.ts';
import { readTable } from './table.ts';
import { isHeader, type Layout, layoutOf } from './table-columns.ts';
import type { TableRow } from './table-row.ts';

const DELIMITERS = [',', '\t', ';', '|'];
/** Files of other names that hold a table: exports are often called .txt. */
const EXTENSIONS = new Set(['csv', 'tsv', 'tab']);
const SAMPLE_ROWS = 20;
/** Excel's own line that names the delimiter. */
const separator = /^sep=(.)$/i;

let shipped: RoleTable | undefined;

/**
 * CSV and TSV, the delimiter and the columns found by looking. What rows and cells may be: `readTable`. Read line
 * by line in memory that does not grow with the file (`Groups` says what is held). A turn stands at the line and
 * column of its words within the cell. A line with invalid bytes is skipped and named.
 */
export const csv: Format = {
  name: 'csv',
  about: {
    zh: 'CSV、TSV 表格：一行一句话、一格一段对话，或一行一条回复模板',
    en: 'CSV and TSV: a turn a row, a conversation a cell, or a reply template a row',
  },
  example: [
    '会话ID,时间,角色,工号,内容',
    'c1,2026-02-17 09:00:05,坐席,1023,"您好，很高兴为您服务。"',
    'c1,2026-02-17 09:00:09,客户,,"您好，',
    '我家停电了。"',
    '',
  ].join('\n'),
  extensions: ['csv', 'tsv', 'tab'],

  recognise(sample) {
    const named = EXTENSIONS.has(sample.extension);
    if (!named && sample.extension !== 'txt' && sample.extension !== '') return 0;
    if (/^\s*[{[<]/.test(sample.text) || sample.text.trim() === '') return 0;
    if (!named && !(HEADER.test(sample.text) && mayBeginWithHeader(sample.text))) return 0;
    shipped ??= roleTable();
    const found = sniff(sample.text, shipped);
    if (named) return found.layout ? 0.95 : 0.4;
    return found.layout && found.layout.header === 0 && found.even && found.width > 1 ? 0.75 : 0;
  },

  *read(source, options) {
    const { delimiter, named } = sniff(source.sample().text, options.roles, options.columns);
    const complaints = new Complaints(source);
    const lines = source.lines('skip');
    const rows = new CsvRows(named ? withoutFirst(lines) : lines, delimiter, (at) =>
      complaints.say({ key: 'csv.open-quote' }, at),
    );
    yield* readTable(source, options, rows);
    complaints.done();
  },
};

/**
 * The rows of a table that is no conversation. Its delimiter is that with which the first row has most cells, unless
 * the file names it as Excel does.
 */
export function* csvTable(source: Source): Generator<TableRow> {
  const { text } = source.sample();
  const named = separator.exec(firstLine(text))?.[1];
  const cells = (delimiter: string) => firstRows(text, delimiter, false)[0]?.length ?? 0;
  const delimiter = named ?? DELIMITERS.reduce((best, one) => (cells(one) > cells(best) ? one : best));
  const lines = source.lines('skip');
  const noted = (at: At) => source.problem({ key: 'csv.open-quote' }, at);
  yield* new CsvRows(named === undefined ? lines : withoutFirst(lines), delimiter, noted);
}

/** A table that only its content tells has a header, and so a delimiter in its first line. */
const HEADER = /^[^\r\n]*[,;\t|]/;

/** Cheaper than to look at all columns, and false of nearly every text that is no table. */
function mayBeginWithHeader(text: string): boolean {
  if (separator.test(firstLine(text))) return true;
  return DELIMITERS.some((delimiter) => isHeader(firstRows(text, delimiter, false, 1)[0] ?? []));
}

interface Sniffed {
  delimiter: string;
  /** Whether the first line named it. */
  named: boolean;
  layout: Layout | undefined;
  width: number;
  /** Whether rows have as many cells as the first, mostly. */
  even: boolean;
}

/** The delimiter with which columns are known, or with which rows have the same number of cells. */
function sniff(text: string, roles: RoleTable, columns?: ReadOptions['columns']): Sniffed {
  const own = separator.exec(firstLine(text))?.[1];
  let best: Sniffed | undefined;
  let most = -1;
  for (const delimiter of own === undefined ? DELIMITERS : [own]) {
    const rows = firstRows(text, delimiter, own !== undefined);
    const layout = layoutOf(rows, roles, columns);
    const width = rows[layout?.header ?? 0]?.length ?? 0;
    const same = rows.filter((cells) => cells.length === width).length;
    const even = same * 10 >= rows.length * 8;
    const known = layout && layout.header >= 0 ? 2 + Object.keys(layout.columns).length : layout ? 1 : 0;
    const score = known * 10 + (width > 1 && even ? 5 : 0) + Math.min(width, 4);
    if (score > most) [best, most] = [{ delimiter, named: own !== undefined, layout, width, even }, score];
  }
  return best!;
}

const firstLine = (text: string): string => text.split(/\r\n?|\n/, 1)[0] ?? '';

function firstRows(
  text: string,
  delimiter: string,
  named: boolean,
  most = SAMPLE_ROWS,
): (readonly string[])[] {
  const lines = numbered(text);
  const rows: (readonly string[])[] = [];
  for (const { cells } of new CsvRows(named ? withoutFirst(lines) : lines, delimiter)) {
    if (cells.some((cell) => cell.trim() !== '')) rows.push(cells);
    if (rows.length === most) break;
  }
  return rows;
}

function* numbered(text: string): Generator<Line> {
  let line = 1;
  for (const each of linesOf(text)) yield { text: each, line: line++ };
}

function* withoutFirst(lines: Iterable<Line>): Generator<Line> {
  let first = true;
  for (const line of lines) {
    if (!first) yield line;
    first = false;
  }
}
