/** A line or paragraph of a sheet. */
export interface SheetLine {
  text: string;
  /** From 1, as the user counts: lines of a text, paragraphs of a document. */
  line: number;
}

/** A row of a table on a sheet. */
export interface SheetRow {
  cells: readonly string[];
  line: number;
}

/** What a sheet is made of. */
export type Block = SheetLine | { rows: SheetRow[] };

/** What stands behind a label, and what the label means. */
export interface Claim {
  /** The item's id; undefined where the label is of none. */
  item?: string;
  wrong?: 'extra' | 'misnumbered';
  /** The label as it is written. */
  written: string;
  text: string;
  line: number;
  /** The label says that a question follows, or that an answer does. */
  word?: 'question' | 'answer';
}
