import type { Column, Scale } from './columns.ts';
import { safe } from './safe.ts';
import { displayWidth } from './width.ts';
import { LOOK, SCALE, TONE } from './xlsx-styles.ts';
import { element, openTag, XML_HEADER, xmlText } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Of data rows. Excel has 1,048,576 rows a sheet; one is the heading. */
export const MOST_ROWS = 1_048_575;
/** Of characters in a cell, Excel's own limit. */
const LONGEST = 32_767;
/** Columns of text wrap beyond this many half-width characters, unless they say otherwise. */
const WIDEST = 32;
const NARROWEST = 6;
/** Of half-width characters, on both sides of what a cell holds. */
const MARGIN = 4;
/** Room for the filter's button. */
const BUTTON = 4;
/** Of half-width characters of a wrapped line: words that do not fit, and glyphs a little wider, take them. */
const LOST_ON_LINE = 4;
/** Of lines in a row: the rest is seen when the cell is opened. */
const TALLEST = 10;
/** Hangul, the first wide characters; nearly all that follow are wide. */
const FIRST_WIDE = 0x1100;
/** Characters after which a text is as wide as any column is, and fills the tallest row. */
const LONGEST_SEEN = 1000;
/** In points, of one line: Chinese fonts are taller than Latin ones. */
const LINE_HEIGHT = 17;

const DAY = 86_400_000;
/** Day 0 of ECMA-376's 1900 date system, for dates after February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);

/** A column as it stands in the file: what its cells look like and how wide they have been so far. */
export interface SheetColumn extends Pick<Column<never>, 'heading' | 'kind' | 'marks' | 'scale'> {
  widest: number;
  width: number;
}

/** Turns rows of one sheet into XML, and learns the widths of its columns from them. */
export class SheetRows<Row> {
  count = 0;
  readonly columns: SheetColumn[];
  readonly #of: Column<Row>['of'][];

  constructor(columns: readonly Column<Row>[]) {
    this.#of = columns.map(({ of }) => of);
    this.columns = columns.map(({ heading, kind, marks, scale, widest = WIDEST }) => {
      const width = Math.min(widest, Math.max(NARROWEST, displayWidth(heading)) + BUTTON);
      return { heading, kind, marks, scale, widest, width };
    });
  }

  row(row: Row): string {
    const number = ++this.count + 1;
    let lines = 1;
    const cells = this.columns.map((column, index) => {
      const value = this.#of[index]!(row) ?? '';
      // A Chinese character takes two columns, which the number of characters would not tell.
      const width = roughWidth(String(shown(column, value)));
      const { widest } = column;
      if (width + MARGIN > column.width) column.width = Math.min(widest, width + MARGIN);
      if (width + MARGIN > widest)
        lines = Math.max(lines, Math.min(TALLEST, Math.ceil(width / (widest - LOST_ON_LINE))));
      return cell(`${columnName(index)}${number}`, column, value);
    });
    // Not every program finds out by itself how tall a row with wrapped text is.
    const tall = lines > 1 ? { ht: lines * LINE_HEIGHT, customHeight: 1 } : {};
    return `${openTag('row', { r: number, ...tall })}${cells.join('')}</row>\n`;
  }
}

/**
 * Half-width characters that a text takes in a spreadsheet, where joined emoji do not matter: measuring them as a
 * terminal does took longer than all the rest of a row.
 */
function roughWidth(text: string): number {
  const end = Math.min(text.length, LONGEST_SEEN);
  let width = end;
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    // The two halves of a surrogate pair make one wide character together.
    if (code >= FIRST_WIDE && (code & 0xf800) !== 0xd800) width++;
  }
  return width;
}

/** What of a value is seen. */
function shown({ kind }: SheetColumn, value: string | number): string | number {
  return kind === 'decimal' && typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}

function cell(at: string, column: SheetColumn, value: string | number): string {
  const { kind } = column;
  const look = `r="${at}" s="${LOOK[kind]}"`;
  // The line under a row goes on under its empty cells.
  if (value === '') return `<c ${look}/>`;
  if (typeof value === 'number') return `<c ${look}><v>${shown(column, value)}</v></c>`;
  if (kind === 'date') return `<c ${look}><v>${(Date.parse(`${value}T00:00:00Z`) - EPOCH) / DAY}</v></c>`;
  return textCell(look, value);
}

/**
 * Text stands in its cell as `inlineStr`, which is never read as a formula whatever it begins with. `_x0041_` would be
 * read as A (ECMA-376 part 1, 22.9.2.19), so an underscore that would begin such a thing is written as one itself.
 */
function textCell(look: string, text: string): string {
  const kept = safe(text.slice(0, LONGEST))
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '');
  const literal = kept.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return `<c ${look} t="inlineStr"><is><t xml:space="preserve">${xmlText(literal)}</t></is></c>`;
}

/**
 * What stands before a sheet's rows and after them (ECMA-376 part 1, 18.3.1.99: the order counts).
 * @param frozen columns at the left that stay in sight, as the heading does
 * @param title printed above every page, with the sheet's name and the page's number
 */
export function sheetParts(
  columns: readonly SheetColumn[],
  count: number,
  selected: boolean,
  frozen = 0,
  title?: string,
): { head: string; tail: string } {
  const range = `A1:${columnName(columns.length - 1)}${count + 1}`;
  const widths = columns.map(({ width }, index) =>
    element('col', { min: index + 1, max: index + 1, width, customWidth: 1 }),
  );
  const headings = columns.map(({ heading }, index) =>
    textCell(`r="${columnName(index)}1" s="${LOOK.heading}"`, heading),
  );
  const head =
    `${XML_HEADER}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="${range}"/>` +
    `<sheetViews>${openTag('sheetView', { tabSelected: selected ? 1 : undefined, workbookViewId: 0 })}` +
    `${pane(frozen)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/><cols>${widths.join('')}</cols>` +
    `<sheetData><row r="1">${headings.join('')}</row>\n`;
  const tail =
    `</sheetData><autoFilter ref="${range}"/>${count > 0 ? conditions(columns, count) : ''}` +
    `<pageMargins left="0.4" right="0.4" top="${title === undefined ? 0.5 : 0.8}" bottom="0.5" header="0.3" footer="0.3"/>` +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    `${title === undefined ? '' : headerFooter(title)}</worksheet>`;
  return { head, tail };
}

/** `&` begins a code (ECMA-376 part 1, 18.3.1.46), so one that is meant is doubled. */
function headerFooter(title: string): string {
  const header = element('oddHeader', {}, `&L&B${safe(title).replaceAll('&', '&&')}&B&C&A&R&P / &N`);
  return `<headerFooter>${header}</headerFooter>`;
}

function pane(frozen: number): string {
  return element('pane', {
    xSplit: frozen || undefined,
    ySplit: 1,
    topLeftCell: `${columnName(frozen)}2`,
    activePane: frozen === 0 ? 'bottomLeft' : 'bottomRight',
    state: 'frozen',
  });
}

function conditions(columns: readonly SheetColumn[], count: number): string {
  let priority = 0;
  let xml = '';
  for (const [index, { marks, scale }] of columns.entries()) {
    const rules = (marks ?? []).map(({ equals, tone }) => {
      const attributes = { type: 'cellIs', dxfId: TONE[tone], priority: ++priority, operator: 'equal' };
      const formula = `"${equals.replaceAll('"', '""')}"`;
      return `${openTag('cfRule', attributes)}${element('formula', {}, formula)}</cfRule>`;
    });
    if (scale) rules.push(colorScale(scale, ++priority));
    if (rules.length === 0) continue;
    const name = columnName(index);
    xml += `${openTag('conditionalFormatting', { sqref: `${name}2:${name}${count + 1}` })}${rules.join('')}`;
    xml += '</conditionalFormatting>';
  }
  return xml;
}

function colorScale(values: Scale, priority: number): string {
  const stops = values.map((val) => element('cfvo', { type: 'num', val }));
  const colors = SCALE.map((rgb) => element('color', { rgb }));
  const scale = `<colorScale>${[...stops, ...colors].join('')}</colorScale>`;
  return `${openTag('cfRule', { type: 'colorScale', priority })}${scale}</cfRule>`;
}

/** A for 0, Z for 25, AA for 26. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
