/**
 * Reports that are a few tables rather than verdicts (`appeals`, `agree`, `diff`): the same for a terminal, for
 * Markdown, for spreadsheets and for programs.
 */
import type { Locale } from '../locale/locale.ts';
import type { Column, Kind } from './columns.ts';
import { csvTable } from './csv.ts';
import { inkFor } from './ink.ts';
import { markdownTable, markdownText } from './markdown-text.ts';
import { safe } from './safe.ts';
import { isNumber, type Printed, textTable } from './text-table.ts';
import { jsonText } from './texts.ts';
import { wrap } from './width.ts';

export type Value = string | number | null;

/** A column; its words may be cut short where a terminal is narrow. */
export type TableColumn<Row> = Column<Row> & Pick<Printed, 'flexible'>;

/** One table with what stands above and below it. */
export interface Section {
  title: string;
  columns: readonly Printed[];
  rows: readonly (readonly Value[])[];
  /** People are shown this many rows at most. */
  most?: number;
  notes: readonly string[];
}

export interface TablesReport {
  title: string;
  /** What came of it, in sentences. */
  summary: readonly string[];
  /** Those without rows are not shown. */
  sections: readonly Section[];
  /** The one that a CSV file holds. */
  list: Section;
  /** What a program reads: plain data. */
  data: object;
}

/** Where a report of tables goes. */
export interface Page {
  locale: Locale;
  color: boolean;
  width: number;
}

/** Makes columns with headings in the user's language: `table.<key>` of the locale. */
export function columnsIn<Row>(locale: Locale) {
  return (key: string, kind: Kind, of: Column<Row>['of'], flexible = false): TableColumn<Row> => ({
    heading: locale.say(`table.${key}`),
    kind,
    of,
    flexible,
  });
}

export function section<Row>(
  title: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  more: Partial<Pick<Section, 'most' | 'notes'>> = {},
): Section {
  const cells = rows.map((row) => columns.map((column) => column.of(row) ?? null));
  return { title, columns, rows: cells, notes: [], ...more };
}

/** How a report of tables is written, by the name that `--format` takes. */
export const tableFormats: Readonly<
  Record<string, (report: TablesReport, page: Page) => string | Promise<string>>
> = {
  table: asText,
  json: ({ data }) =>
    `${jsonText({ schemaVersion: 1, tool: { name: 'courtesy', version: __VERSION__ }, ...data })}\n`,
  csv: ({ list: { columns, rows } }) => csvTable(columns, rows),
  md: asMarkdown,
};

async function asText({ summary, sections }: TablesReport, { locale, color, width }: Page): Promise<string> {
  const ink = await inkFor(color);
  const blocks = sections.filter(isFilled).flatMap((one) => {
    const cells = shownRows(one).map((row) => row.map(safe));
    const { head, body } = textTable(one.columns, cells, width);
    const below = notesOf(one, locale).flatMap((note) => wrap(safe(note), width));
    const dim = (lines: readonly string[]): string[] => lines.map((line) => ink.dim(line));
    return [ink.bold(one.title), ...dim(head), ...body, ...dim(below), ''];
  });
  return `${[...blocks, ...summary.flatMap((one) => wrap(safe(one), width))].join('\n')}\n`;
}

function asMarkdown({ title, summary, sections }: TablesReport, { locale }: Page): string {
  const blocks = sections.filter(isFilled).flatMap((one) => [
    `### ${markdownText(one.title)}`,
    '',
    ...markdownTable(
      one.columns.map(({ heading }) => markdownText(heading)),
      shownRows(one).map((row) => row.map(markdownText)),
      one.columns.map(isNumber),
    ),
    '',
    ...notesOf(one, locale).flatMap((note) => [markdownText(note), '']),
  ]);
  const said = summary.flatMap((one) => [markdownText(one), '']);
  return `${[`## ${markdownText(title)}`, '', ...said, ...blocks].join('\n').trimEnd()}\n`;
}

const isFilled = ({ rows }: Section): boolean => rows.length > 0;

function notesOf({ rows, most = rows.length, notes }: Section, locale: Locale): string[] {
  const more = rows.length - most;
  return more > 0 ? [locale.say('tables.more', { count: more }), ...notes] : [...notes];
}

/** The rows that people are shown, as they read them; `–` stands where there is no value. */
function shownRows({ columns, rows, most }: Section): string[][] {
  const shown = rows.slice(0, most);
  const digits = columns.map((_, at) => Math.max(0, ...shown.map((row) => digitsOf(row[at]!))));
  return shown.map((row) =>
    row.map((value, at) => {
      if (typeof value !== 'number') return value ?? '–';
      return columns[at]!.kind === 'percent' ? percent(value) : value.toFixed(digits[at]);
    }),
  );
}

/** Two at most: scores and statistics tell no more. */
function digitsOf(value: Value): number {
  if (typeof value !== 'number') return 0;
  return [0, 1].find((digits) => Math.abs(value - Number(value.toFixed(digits))) < 0.005) ?? 2;
}

/** @param share 0 to 1 */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
