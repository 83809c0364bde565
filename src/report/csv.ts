import { violationColumns } from './columns.ts';
import type { ReportFormat } from './reporter.ts';
import { safe } from './safe.ts';

/** Excel takes a file without it for one in the system's old encoding. */
const BYTE_ORDER_MARK = '\ufeff';
/** RFC 4180, 2.1 */
const LINE_END = '\r\n';

/**
 * What spreadsheets take for a formula, and after white space too; some also take the full-width forms. OWASP, "CSV
 * Injection".
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** The violations as CSV (RFC 4180), for spreadsheets and for whatever reads tables. */
export const csv: ReportFormat = {
  name: 'csv',
  about: { zh: '违规明细 CSV（Excel 可直接打开）', en: 'violations as CSV that Excel opens' },
  open(context) {
    const columns = violationColumns(context, true);
    const { write } = context;
    write(heading(columns));
    return {
      verdict(verdict) {
        for (const violation of verdict.violations)
          write(record(columns.map((column) => column.of({ verdict, violation }))));
      },
      // A line is a violation and nothing else; problems are on stderr.
      problem() {},
      end() {},
    };
  },
};

type Value = string | number | null | undefined;

/** A whole table as a file of its own. */
export function csvTable(
  columns: readonly { heading: string }[],
  rows: readonly (readonly Value[])[],
): string {
  return heading(columns) + rows.map(record).join('');
}

function heading(columns: readonly { heading: string }[]): string {
  return BYTE_ORDER_MARK + record(columns.map((column) => column.heading));
}

function record(values: readonly Value[]): string {
  const fields = values.map((value) => (typeof value === 'string' ? csvText(value) : String(value ?? '')));
  return fields.join(',') + LINE_END;
}

/** One field: on one line, nothing in it that a terminal obeys, and no formula. */
export function csvText(text: string): string {
  // Before controls are shown by their pictures: a tab at the beginning counts.
  const shown = FORMULA.test(text) ? `'${safe(text)}` : safe(text);
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
