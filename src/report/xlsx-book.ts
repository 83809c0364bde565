import { Zip, ZipDeflate } from 'fflate';
import { columnName, type SheetColumn, sheetParts } from './xlsx-sheet.ts';
import { STYLES } from './xlsx-styles.ts';
import { element, openTag, XML_HEADER } from './xml.ts';

/** A sheet whose rows are ready: what stands in the file, in pieces that are made when they are asked for. */
export interface FinishedSheet {
  name: string;
  columns: readonly SheetColumn[];
  /** Columns at the left that stay in sight and are printed on every page; none where it is left out. */
  frozen?: number;
  /** Printed above every page. */
  title?: string;
  /** Data rows, without the heading. */
  count: number;
  rows: Iterable<Uint8Array>;
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Pieces that are compressed before the event loop gets a turn to pass them on. */
const BURST = 16;

/**
 * Writes a workbook (ECMA-376, Office Open XML) piece by piece. The kept writers on npm hold a whole workbook, or
 * stream a single sheet; here memory does not grow with the rows.
 */
export async function writeBook(
  sheets: readonly FinishedSheet[],
  write: (bytes: Uint8Array) => void,
): Promise<void> {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  const add = async (name: string, pieces: Iterable<string | Uint8Array>): Promise<void> => {
    // A seventh larger than at the usual 6, in two thirds of the time.
    const file = new ZipDeflate(name, { level: 3 });
    // The earliest that a ZIP can say, on any clock: the same verdicts give the same bytes.
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    let count = 0;
    for (const piece of pieces) {
      file.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
      if (++count % BURST === 0) await new Promise(setImmediate);
    }
    file.push(new Uint8Array(0), true);
  };
  await add('[Content_Types].xml', [contentTypes(sheets.length)]);
  await add('_rels/.rels', [relations([['officeDocument', 'xl/workbook.xml']])]);
  await add('xl/workbook.xml', [workbook(sheets)]);
  await add('xl/_rels/workbook.xml.rels', [
    relations([
      ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
  ]);
  await add('xl/styles.xml', [STYLES]);
  for (const [index, sheet] of sheets.entries()) {
    const { columns, count, frozen, title } = sheet;
    const { head, tail } = sheetParts(columns, count, index === 0, frozen, title);
    await add(`xl/worksheets/sheet${index + 1}.xml`, inOrder(head, sheet.rows, tail));
  }
  zip.end();
}

function* inOrder(head: string, rows: Iterable<Uint8Array>, tail: string): Generator<string | Uint8Array> {
  yield head;
  yield* rows;
  yield tail;
}

function contentTypes(sheets: number): string {
  const parts: [string, string][] = [['/xl/workbook.xml', `${TYPE}.sheet.main+xml`]];
  for (let n = 1; n <= sheets; n++) parts.push([`/xl/worksheets/sheet${n}.xml`, `${TYPE}.worksheet+xml`]);
  parts.push(['/xl/styles.xml', `${TYPE}.styles+xml`]);
  const defaults = [
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
  ];
  const overrides = parts.map(([PartName, ContentType]) => element('Override', { PartName, ContentType }));
  return `${XML_HEADER}<Types xmlns="${PACKAGE}/content-types">${[...defaults, ...overrides].join('')}</Types>`;
}

function relations(list: readonly [type: string, target: string][]): string {
  const links = list.map(([type, Target], index) =>
    element('Relationship', { Id: `rId${index + 1}`, Type: `${OFFICE}/${type}`, Target }),
  );
  return `${XML_HEADER}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`;
}

function workbook(sheets: readonly FinishedSheet[]): string {
  const list = sheets.map(({ name }, index) =>
    element('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` }),
  );
  const names = sheets.flatMap(({ name, columns, count, frozen = 0 }, localSheetId) => {
    const sheet = `'${name.replaceAll("'", "''")}'!`;
    const last = columnName(columns.length - 1);
    const left = frozen === 0 ? '' : `${sheet}$A:$${columnName(frozen - 1)},`;
    return [
      // Filters are found by this name in some programs.
      element(
        'definedName',
        { name: '_xlnm._FilterDatabase', localSheetId, hidden: 1 },
        `${sheet}$A$1:$${last}$${count + 1}`,
      ),
      // The heading is printed again on every page.
      element('definedName', { name: '_xlnm.Print_Titles', localSheetId }, `${left}${sheet}$1:$1`),
    ];
  });
  return (
    `${XML_HEADER}${openTag('workbook', { xmlns: MAIN, 'xmlns:r': OFFICE })}<sheets>${list.join('')}</sheets>` +
    `<definedNames>${names.join('')}</definedNames></workbook>`
  );
}
