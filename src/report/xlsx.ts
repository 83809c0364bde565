import type { Verdict } from '../judge/verdict.ts';
import {
  agentColumns,
  type Column,
  type Found,
  ruleColumns,
  transcriptColumns,
  violationColumns,
} from './columns.ts';
import type { ReportFormat } from './reporter.ts';
import { Spool } from './spool.ts';
import { Totals } from './totals.ts';
import { type FinishedSheet, writeBook } from './xlsx-book.ts';
import { MOST_ROWS, SheetRows } from './xlsx-sheet.ts';

/** Transcripts, violations, agents and rules as a workbook, for those who work on in a spreadsheet. */
export const xlsx: ReportFormat = {
  name: 'xlsx',
  about: {
    zh: 'Excel 工作簿：对话、违规、坐席、规则',
    en: 'Excel workbook of transcripts, violations, agents and rules',
  },
  binary: true,
  open(context) {
    const { locale, write } = context;
    const named = (key: string): string => locale.say(`sheet.${key}`);
    const totals = new Totals();
    const transcripts = new Table<Verdict>(named('transcripts'), transcriptColumns(context));
    const violations = new Table<Found>(named('violations'), violationColumns(context, false));
    return {
      verdict(verdict) {
        totals.add(verdict);
        transcripts.add(verdict);
        for (const violation of verdict.violations) violations.add({ verdict, violation });
      },
      // stderr has them; a workbook is about those that could be read.
      problem() {},
      async end() {
        const agents = new Table(named('agents'), agentColumns(context));
        for (const agent of totals.agents()) agents.add(agent);
        const rules = new Table(
          named('rules'),
          ruleColumns(context, () => totals.transcripts),
        );
        for (const rule of totals.rules()) rules.add(rule);
        const sheets = [
          ...transcripts.sheets(),
          ...violations.sheets(),
          ...agents.sheets(),
          ...rules.sheets(),
        ];
        await writeBook(sheets, write);
      },
    };
  },
};

/**
 * Rows are made into XML as they come and spooled: the widths and the number of rows stand before them in the file.
 * What is too long for one sheet goes on in another.
 */
class Table<Row> {
  readonly #name: string;
  readonly #columns: readonly Column<Row>[];
  readonly #parts: { rows: SheetRows<Row>; spool: Spool }[] = [];

  constructor(name: string, columns: readonly Column<Row>[]) {
    this.#name = name;
    this.#columns = columns;
    this.#begin();
  }

  add(row: Row): void {
    const last = this.#parts.at(-1)!;
    const part = last.rows.count < MOST_ROWS ? last : this.#begin();
    part.spool.add(part.rows.row(row));
  }

  sheets(): FinishedSheet[] {
    return this.#parts.map(({ rows: { columns, count }, spool }, index) => ({
      name: index === 0 ? this.#name : `${this.#name} ${index + 1}`,
      columns,
      count,
      rows: spool.drain(),
    }));
  }

  #begin() {
    const part = { rows: new SheetRows(this.#columns), spool: new Spool() };
    this.#parts.push(part);
    return part;
  }
}
