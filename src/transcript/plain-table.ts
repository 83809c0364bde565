/** Tables that are no conversations, such as marks that people gave. */
import { csvTable } from './formats/csv.ts';
import type { ReadReport } from './formats/format.ts';
import type { TableRow } from './formats/table-row.ts';
import { xlsxTable } from './formats/xlsx.ts';
import { officeKind } from './formats/zip-members.ts';
import { openSource } from './source.ts';

/**
 * @param file CSV or TSV in any encoding, or an Excel workbook (its first sheet)
 * @param report where parts that were skipped are told
 * @returns its rows, blank ones left out; the first names the columns
 * @throws ReadError where it cannot be read
 */
export async function readRows(file: string, report: ReadReport): Promise<TableRow[]> {
  const source = openSource(file, { report });
  try {
    const rows = officeKind(source.sample()) === 'xlsx' ? await xlsxTable(source) : [...csvTable(source)];
    return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } finally {
    source.close();
  }
}
