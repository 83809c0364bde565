/** The sheet as a Word document, with a ruled box to write in under each situation. */
import type { Locale } from '../../locale/locale.ts';
import { element, openTag, XML_HEADER, xmlText } from '../../report/xml.ts';
import { docxFile, NAMESPACES } from './docx-file.ts';
import type { Sheet } from './sheet.ts';

/** Twentieths of a point: A4 with 2 cm at either side. */
const PAGE = { width: 11906, height: 16838, side: 1134 };
const TEXT_WIDTH = PAGE.width - 2 * PAGE.side;
/** Lines in a box, by their styles: neighbours of one style would lose the rule between them. */
const LINES = ['Answer', 'AnswerNext', 'Answer', 'AnswerLast'];
/** How the width of the text is divided between name, class and date, with a gap after each of the first two. */
const BLANK_SHARES = [0.36, 0.28, 0.28];
const GAP_SHARE = 0.04;

/** @returns the bytes of a .docx; the same sheet gives the same bytes */
export function sheetDocx(sheet: Sheet, locale: Locale): Uint8Array {
  const { title, blanks, instructions, items } = sheet;
  const body = [
    paragraph('Title', run(title)),
    table(blanks.flatMap((blank, index) => [...(index > 0 ? [GAP] : []), blankCell(blank, index)])),
    paragraph('Instructions', run(instructions)),
    ...items.flatMap(({ heading, points, context }) => [
      paragraph('Heading1', run(heading) + run(points, 'Points')),
      ...(context === null ? [] : [paragraph('Context', run(context))]),
      answerBox,
    ]),
    // Word wants a paragraph behind a table at the end.
    paragraph('End', ''),
    section,
  ];
  const document = `${XML_HEADER}${openTag('w:document', NAMESPACES)}<w:body>${body.join('')}</w:body></w:document>`;
  return docxFile({
    title,
    document,
    header: paragraph('Header', run(title)),
    footer: paragraph('Footer', pageNumbers(locale.say('sheet.page'))),
  });
}

const run = (text: string, style?: string): string =>
  `<w:r>${style ? `<w:rPr>${value('rStyle', style)}</w:rPr>` : ''}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;

const paragraph = (style: string, runs: string): string =>
  `<w:p><w:pPr>${value('pStyle', style)}</w:pPr>${runs}</w:p>`;

const value = (name: string, val: string): string => element(`w:${name}`, { 'w:val': val });

const width = (name: string, twentieths: number): string =>
  element(`w:${name}`, { 'w:w': twentieths, 'w:type': 'dxa' });

interface Cell {
  width: number;
  borders: string;
  content: string;
}

/** A table of one row, which is not parted between pages. */
function table(cells: readonly Cell[]): string {
  const grid = cells.map((cell) => element('w:gridCol', { 'w:w': cell.width }));
  const row = cells.map(
    ({ borders, content, ...cell }) =>
      `<w:tc><w:tcPr>${width('tcW', cell.width)}<w:tcBorders>${borders}</w:tcBorders></w:tcPr>${content}</w:tc>`,
  );
  const properties = `${width('tblW', TEXT_WIDTH)}<w:tblLayout w:type="fixed"/>`;
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>${row.join('')}</w:tr></w:tbl>`;
}

const border = (side: string, eighths: number, color: string): string =>
  element(`w:${side}`, { 'w:val': 'single', 'w:sz': eighths, 'w:space': 0, 'w:color': color });

const blankCell = (blank: string, index: number): Cell => ({
  width: Math.round(TEXT_WIDTH * BLANK_SHARES[index]!),
  borders: border('bottom', 6, '404040'),
  content: paragraph('Blank', run(blank)),
});

const GAP: Cell = { width: Math.round(TEXT_WIDTH * GAP_SHARE), borders: '', content: paragraph('Blank', '') };

const answerBox = table([
  {
    width: TEXT_WIDTH,
    borders: ['top', 'left', 'bottom', 'right'].map((side) => border(side, 6, '7F7F7F')).join(''),
    content: LINES.map((style) => paragraph(style, '')).join(''),
  },
]);

/** A4 upright, page numbers at the foot; the title runs along from the second page on. */
const section = `<w:sectPr>${[
  element('w:headerReference', { 'w:type': 'default', 'r:id': 'header' }),
  element('w:footerReference', { 'w:type': 'default', 'r:id': 'footer' }),
  element('w:footerReference', { 'w:type': 'first', 'r:id': 'footer' }),
  element('w:pgSz', { 'w:w': PAGE.width, 'w:h': PAGE.height }),
  element('w:pgMar', {
    'w:top': 1247,
    'w:right': PAGE.side,
    'w:bottom': 1134,
    'w:left': PAGE.side,
    'w:header': 624,
    'w:footer': 567,
    'w:gutter': 0,
  }),
  '<w:titlePg/>',
].join('')}</w:sectPr>`;

const FIELDS: Readonly<Record<string, string>> = { '{page}': 'PAGE', '{pages}': 'NUMPAGES' };

/** @param words with {page} and {pages}, which Word fills in */
function pageNumbers(words: string): string {
  const runs = words.split(/(\{pages?\})/).map((part) => {
    const field = FIELDS[part];
    return field ? `${openTag('w:fldSimple', { 'w:instr': field })}${run('1')}</w:fldSimple>` : run(part);
  });
  return runs.join('');
}
