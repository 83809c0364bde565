/** A table as aligned text, for terminals of any width. */
import type { Kind } from './columns.ts';
import { cut, displayWidth, padEnd, padStart, wrap } from './width.ts';

/** How a column is printed. */
export interface Printed {
  heading: string;
  kind: Kind;
  /** May be cut short where the terminal is narrow. */
  flexible?: boolean;
}

const GAP = '  ';
/** No column is cut to less. */
const LEAST = 12;

/**
 * @param rows cells as they are to be shown, made safe for a terminal
 * @param width of the terminal, in columns
 * @returns lines; where even cut columns do not fit, the first column stands on lines of its own
 */
export function textTable(
  columns: readonly Printed[],
  rows: readonly (readonly string[])[],
  width: number,
): { head: string[]; body: string[] } {
  const headings = columns.map(({ heading }) => heading);
  const needed = columns.map((_, at) => widest([headings, ...rows].map((cells) => cells[at]!)));
  const fitting = fitted(columns, needed, width);
  const [, ...others] = columns;
  const below = fitted(others, needed.slice(1), width - GAP.length) ?? needed.slice(1);
  const lines = (cells: readonly string[]): string[] =>
    fitting
      ? [line(columns, cells, fitting)]
      : [...wrap(cells[0]!, width), `${GAP}${line(others, cells.slice(1), below)}`.trimEnd()];
  return { head: lines(headings), body: rows.flatMap(lines) };
}

const widest = (cells: readonly string[]): number =>
  cells.reduce((most, cell) => Math.max(most, displayWidth(cell)), 0);

/** What each column may take, the widest flexible ones cut first; null where that is not enough. */
function fitted(columns: readonly Printed[], needed: readonly number[], width: number): number[] | null {
  const widths = [...needed];
  let over = widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length) - width;
  while (over > 0) {
    const able = widths.map((one, at) => (columns[at]!.flexible && one > LEAST ? one : 0));
    const most = Math.max(0, ...able);
    if (most === 0) return null;
    widths[able.indexOf(most)]!--;
    over--;
  }
  return widths;
}

function line(columns: readonly Printed[], cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, at) => {
    const width = widths[at]!;
    return isNumber(columns[at]!) ? padStart(cell, width) : padEnd(cut(cell, width), width);
  });
  return padded.join(GAP).trimEnd();
}

/** Whether a column holds numbers, which stand to the right. */
export const isNumber = ({ kind }: Printed): boolean =>
  kind === 'whole' || kind === 'decimal' || kind === 'percent';
