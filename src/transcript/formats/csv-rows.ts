import type { Stretch } from '../transcript.ts';
import type { At, Line } from './format.ts';
import type { TableRow } from './table-row.ts';

const QUOTE = '"';
/** In UTF-16 units and lines: a cell that is still open after so much was never closed. */
const LONGEST_RECORD = 4_000_000;
const MOST_LINES = 50_000;

/** Where a record is being read, and which lines it has taken. */
interface Scan {
  line: Line;
  at: number;
  pulled: Line[];
  size: number;
}

/**
 * The rows of a CSV or TSV text as RFC 4180 has them, with the place of every character of every cell: doubled
 * quotes are one, a line break within quotes is LF, however it is written in the file.
 *
 * What spreadsheets read leniently is read so here: a quote inside an unquoted cell is a quote, and one inside a
 * quoted cell that neither ends the cell nor is doubled is one as well. Where a quote is never closed, its line
 * is read as it stands, quote and all, and `onOpen` is told the place.
 *
 * Written by hand because positions are asked of every cell: csv-parse gives none within a record, so each record
 * would be walked a second time, and on its own it takes ten times as long (18 MB/s). The tests hold the two
 * to the same cells.
 */
export class CsvRows implements Iterable<TableRow> {
  private readonly lines: Iterator<Line>;
  private readonly delimiter: string;
  private readonly onOpen: (at: At) => void;
  /** Lines that were read in search of a quote that closes, and wait to be read again. */
  private waiting: Line[] = [];
  private next = 0;
  /** No quote closes a cell before this line. */
  private openUntil = 0;

  constructor(lines: Iterable<Line>, delimiter: string, onOpen: (at: At) => void = () => {}) {
    this.lines = lines[Symbol.iterator]();
    this.delimiter = delimiter;
    this.onOpen = onOpen;
  }

  *[Symbol.iterator](): Generator<TableRow> {
    for (let line = this.pull(); line; line = this.pull()) {
      if (line.text.includes(QUOTE)) yield this.quoted(line);
      else yield new PlainRow(line, this.delimiter);
    }
  }

  private pull(): Line | undefined {
    if (this.next < this.waiting.length) return this.waiting[this.next++];
    if (this.next > 0) [this.waiting, this.next] = [[], 0];
    const next = this.lines.next();
    return next.done ? undefined : next.value;
  }

  private quoted(first: Line): TableRow {
    const record = new QuotedRow(first.line);
    const scan: Scan = { line: first, at: 0, pulled: [], size: 0 };
    for (;;) {
      record.begin(scan.line.line, scan.at);
      const open = opening(scan.line.text, scan.at);
      if (open < 0) {
        const end = this.cellEnd(scan.line.text, scan.at);
        record.add(scan.line, scan.at, end);
        scan.at = end;
      } else {
        if (first.line <= this.openUntil) return new PlainRow(first, this.delimiter);
        const at = { line: scan.line.line, column: open + 1 };
        scan.at = open + 1;
        if (!this.quotedCell(record, scan)) return this.unclosed(first, scan.pulled, at);
      }
      if (scan.at >= scan.line.text.length) return record;
      scan.at += this.delimiter.length;
    }
  }

  /** Takes a cell from behind its opening quote to the delimiter or the line's end. False if it never closes. */
  private quotedCell(record: QuotedRow, scan: Scan): boolean {
    for (;;) {
      const { line, at } = scan;
      const quote = line.text.indexOf(QUOTE, at);
      if (quote >= 0) {
        const doubled = line.text[quote + 1] === QUOTE;
        const closes = !doubled && this.closes(line.text, quote + 1);
        // The quote itself belongs to the cell unless it closes it.
        record.add(line, at, closes ? quote : quote + 1);
        scan.at = quote + (doubled ? 2 : 1);
        if (!closes) continue;
        scan.at = this.cellEnd(line.text, scan.at);
        return true;
      }
      record.add(line, at, line.text.length);
      if (scan.size > LONGEST_RECORD || scan.pulled.length > MOST_LINES) return false;
      const more = this.pull();
      if (!more) return false;
      scan.pulled.push(more);
      scan.size += more.text.length;
      scan.line = more;
      scan.at = 0;
      record.lineBreak(more.line);
    }
  }

  private cellEnd(text: string, from: number): number {
    const end = text.indexOf(this.delimiter, from);
    return end < 0 ? text.length : end;
  }

  /** Whether a cell, or the line, ends behind a quote. */
  private closes(text: string, from: number): boolean {
    let at = from;
    while (text[at] === ' ') at++;
    return at === text.length || text.startsWith(this.delimiter, at);
  }

  private unclosed(first: Line, pulled: readonly Line[], at: At): TableRow {
    this.onOpen(at);
    this.openUntil = pulled.at(-1)?.line ?? first.line;
    const rest = this.waiting.slice(this.next);
    [this.waiting, this.next] = [[...pulled, ...rest], 0];
    return new PlainRow(first, this.delimiter);
  }
}

/** The offset of the quote that opens a cell, spaces before it allowed; -1 where none does. */
function opening(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return text[at] === QUOTE ? at : -1;
}

/** A row without quotes: its cells stand as they are. */
class PlainRow implements TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  private readonly step: number;

  constructor({ text, line }: Line, delimiter: string) {
    this.line = line;
    this.cells = text.split(delimiter);
    this.step = delimiter.length;
  }

  parts(cell: number): readonly Stretch[] {
    let column = 1;
    for (let before = 0; before < cell; before++) column += this.cells[before]!.length + this.step;
    return [{ offset: 0, line: this.line, column }];
  }
}

class QuotedRow implements TableRow {
  readonly line: number;
  readonly cells: string[] = [];
  private readonly places: Stretch[][] = [];

  constructor(line: number) {
    this.line = line;
  }

  begin(line: number, at: number): void {
    this.cells.push('');
    this.places.push([{ offset: 0, line, column: at + 1 }]);
  }

  /** Adds line[from, to) to the last cell. */
  add({ text, line }: Line, from: number, to: number): void {
    if (from === to) return;
    const cell = this.cells.length - 1;
    this.place(line, from);
    this.cells[cell] += text.slice(from, to);
  }

  lineBreak(line: number): void {
    const cell = this.cells.length - 1;
    this.cells[cell] += '\n';
    this.places[cell]!.push({ offset: this.cells[cell]!.length, line, column: 1 });
  }

  parts(cell: number): readonly Stretch[] {
    return this.places[cell]!;
  }

  private place(line: number, from: number): void {
    const cell = this.cells.length - 1;
    const places = this.places[cell]!;
    const last = places.at(-1)!;
    const offset = this.cells[cell]!.length;
    const stretch = { offset, line, column: from + 1 };
    if (last.offset === offset) places[places.length - 1] = stretch;
    else if (last.line !== line || last.column + offset - last.offset !== stretch.column)
      places.push(stretch);
  }
}
