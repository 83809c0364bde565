import type { Stretch } from '../transcript.ts';
import { type Format, ReadError, type Source } from './format.ts';
import { readTable } from './table.ts';
import type { TableRow } from './table-row.ts';
import { Bounds } from './unpack.ts';
import { officeKind, tooLarge, zipMembers } from './zip-members.ts';

/** In bytes, unpacked: beyond this the rows would not fit in memory. Half a million rows of talk are some 150 MB. */
const LARGEST = 512 * 1024 * 1024;

/**
 * Excel workbooks: each sheet is a table (`readTable`), `meta.sheet` naming it where there are several. A position
 * is that of a spreadsheet: the line is the number of the row, and the column counts the characters of the cell,
 * from 1; line breaks within a cell count as one.
 */
export const xlsx: Format = {
  name: 'xlsx',
  about: {
    zh: 'Excel 工作簿：一行一句话、一格一段对话，或一行一条回复模板',
    en: 'Excel workbooks: a turn a row, a conversation a cell, or a reply template a row',
  },
  example: [
    '会话ID | 角色 | 内容',
    'c1 | 坐席 | 您好，请问有什么可以帮您？',
    'c1 | 客户 | 我家停电了。',
    '',
  ].join('\n'),
  extensions: ['xlsx', 'xlsm'],
  binary: true,

  recognise: (sample) => (officeKind(sample) === 'xlsx' ? 0.95 : 0),

  async *read(source, options) {
    const bytes = source.bytes();
    await refuseBombs(bytes);
    const sheets = await sheetsOf(bytes);
    let none = true;
    let failure: ReadError | undefined;
    for (const { sheet, data } of sheets) {
      const several = sheets.length > 1;
      const more = several ? { id: `${source.stem}:${sheet}`, meta: { sheet } } : {};
      try {
        for (const transcript of readTable(source, { ...options, ...more }, rowsOf(data))) {
          none = false;
          yield transcript;
        }
      } catch (error) {
        if (!(error instanceof ReadError) || error.detail.key !== 'table.no-text') throw error;
        failure ??= error;
        if (several) noteSheet(source, sheet);
      }
    }
    // A sheet of notes beside those with conversations is none to worry about.
    if (none && failure) throw failure;
  },
};

/** The rows of a workbook that is no conversation: of its first sheet that has any. */
export async function xlsxTable(source: Source): Promise<TableRow[]> {
  const bytes = source.bytes();
  await refuseBombs(bytes);
  const sheets = await sheetsOf(bytes);
  return [...rowsOf(sheets.find(({ data }) => data.length > 0)?.data ?? [])];
}

const noteSheet = (source: Source, sheet: string) =>
  source.note({ key: 'table.sheet-skipped', values: { sheet: sheet.slice(0, 60) } });

/** What the workbook says it unpacks to may be a lie, so it is unpacked once to see, which takes a moment. */
async function refuseBombs(bytes: Buffer): Promise<void> {
  const bounds = new Bounds(bytes.length);
  let length = 0;
  for await (const member of zipMembers(bytes, bounds)) {
    if (member.closed) throw member.closed;
    for (const piece of member.content()) {
      length += piece.length;
      if (length > LARGEST) throw tooLarge(LARGEST);
    }
  }
}

type Value = string | number | boolean | Date | null | undefined;

async function sheetsOf(bytes: Buffer): Promise<{ sheet: string; data: readonly (readonly Value[])[] }[]> {
  const { default: readXlsxFile } = await import('read-excel-file/node');
  return (await readXlsxFile(bytes, { trim: false })) as { sheet: string; data: Value[][] }[];
}

function* rowsOf(data: readonly (readonly Value[])[]): Generator<TableRow> {
  for (const [index, values] of data.entries()) yield new SheetRow(index + 1, values.map(textOf));
}

class SheetRow implements TableRow {
  readonly line: number;
  readonly cells: readonly string[];

  constructor(line: number, cells: readonly string[]) {
    this.line = line;
    this.cells = cells;
  }

  parts(): readonly Stretch[] {
    return [{ offset: 0, line: this.line, column: 1 }];
  }
}

function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  // Times in a sheet are of no zone; the library gives them as if they were UTC.
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 19).replace('T', ' ');
  return String(value);
}
