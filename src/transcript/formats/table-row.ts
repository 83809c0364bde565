import { type Origin, type Stretch, stretches } from '../transcript.ts';

/** A row of a table, wherever the table stands. */
export interface TableRow {
  /** Where it begins, for notices. */
  line: number;
  cells: readonly string[];
  /** Where the characters of a cell stand in the user's file, the first stretch at offset 0. */
  parts(cell: number): readonly Stretch[];
}

/** What a cell says: its words without the white space around them, and where they stand. */
export interface CellText {
  text: string;
  origin: Origin;
}

/** @returns undefined for a cell that there is not, or that is blank */
export function cellText(row: TableRow, cell: number | undefined): CellText | undefined {
  if (cell === undefined) return undefined;
  const value = row.cells[cell];
  const text = value?.trim();
  if (value === undefined || !text) return undefined;
  const before = value.length - value.trimStart().length;
  const origin = stretches(row.parts(cell));
  return { text, origin: before === 0 ? origin : { locate: (offset) => origin.locate(offset + before) } };
}

/** The words of a cell, `''` where there are none. */
export const cellValue = (row: TableRow, cell: number | undefined): string =>
  cell === undefined ? '' : (row.cells[cell]?.trim() ?? '');
