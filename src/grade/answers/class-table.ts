/** A class in one table: a row for each trainee and a column for each item, or a row for each answer. */
import { ReadError, type Source } from '../../transcript/formats/format.ts';
import type { TableRow } from '../../transcript/formats/table-row.ts';
import type { Sheet } from '../answers.ts';
import { type Column, columnOf } from './class-columns.ts';
import type { Items } from './items.ts';
import { LongTable } from './long-table.ts';
import { sheetOf } from './sheet.ts';
import type { SheetRow } from './sheet-line.ts';
import { claimsOf } from './table-claims.ts';
import { nameInFile } from './trainee-name.ts';
import { WideTable } from './wide-table.ts';

/** Titles and the like may stand above the header. */
const HEADER_WITHIN = 10;

/**
 * The sheets of a table: a trainee a row in the order of rows, or an answer a row, or (where no column is of
 * trainees) one trainee with an item a row. Lines are rows, counted as a spreadsheet does.
 * Throws ReadError where no column is of an item and none of answers.
 */
export function sheetsOf(source: Source, table: Iterable<TableRow>, items: Items): Sheet[] {
  const rows = [...table].map(({ cells }, index) => ({
    cells: cells.map((cell) => cell.trim()),
    line: index + 1,
  }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length === 0) throw new ReadError({ key: 'answers.empty' });
  const headers = filled.slice(0, HEADER_WITHIN).map((row) => row.cells.map((cell) => columnOf(cell, items)));
  const long = headers.findIndex(
    (columns) => count(columns, 'answers') > 0 && count(columns, 'reference') > 0,
  );
  if (long >= 0) return new LongTable(source, headers[long]!, items).sheets(filled.slice(long + 1));
  const wide = widest(headers);
  if (wide >= 0) {
    return new WideTable(source, headers[wide]!, items).sheets(filled[wide]!, filled.slice(wide + 1));
  }
  const claims = claimsOf(filled, items);
  if (!claims) throw noItems(filled[0]!);
  const trainee = nameInFile(source.stem, items.exercise) || source.stem;
  return [sheetOf(trainee, source.file, claims, items)];
}

const count = (columns: readonly Column[], is: Column['is']) =>
  columns.filter((column) => column.is === is).length;

/** The row with most columns of items; one alone is a header only beside names. -1 where none is. */
function widest(headers: readonly (readonly Column[])[]): number {
  const values = headers.map((columns) => {
    const items = count(columns, 'item');
    return items > 1 || count(columns, 'name') > 0 ? items : 0;
  });
  const most = Math.max(...values);
  return most > 0 ? values.indexOf(most) : -1;
}

function noItems({ cells, line }: SheetRow): ReadError {
  const columns = cells.filter((cell) => cell !== '').map((cell) => cell.slice(0, 20));
  const values = { columns: columns.slice(0, 12).join(', ') };
  return new ReadError({ key: 'answers.no-items', values }, { line });
}
