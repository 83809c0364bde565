import type { Position } from './transcript.ts';

/** Offsets of a whole text (UTF-16 units, from 0) ↔ lines and columns. The index is made when it is first asked. */
export class LineMap {
  private readonly text: string;
  private starts: number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** The place of an offset; the text's end included. */
  at(offset: number): Position {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  }

  private lineStarts(): number[] {
    if (!this.starts) {
      this.starts = [0];
      for (const end of this.text.matchAll(/\r\n?|\n/g)) this.starts.push(end.index + end[0].length);
    }
    return this.starts;
  }
}
