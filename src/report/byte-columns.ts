import { readFileSync, statSync } from 'node:fs';

/** Files longer than this are not read a second time for their columns. */
const LONGEST = 32 * 1024 * 1024;

/**
 * Columns in bytes of UTF-8, counted in the user's file: verdicts have them in UTF-16 code units, and of a line only
 * what was said. The file at hand is kept until another one is asked for.
 */
export class ByteColumns {
  #file: string | undefined;
  #lines: string[] = [];

  /** @returns the byte column from 1; undefined where the line is not to be had: standard input, another encoding */
  at(file: string, line: number, column: number): number | undefined {
    if (file !== this.#file) {
      this.#lines = linesOf(file);
      this.#file = file;
    }
    const text = this.#lines[line - 1];
    if (text === undefined || column - 1 > text.length) return undefined;
    return Buffer.byteLength(text.slice(0, column - 1)) + 1;
  }
}

function linesOf(file: string): string[] {
  try {
    const { size } = statSync(file);
    if (size > LONGEST) return [];
    // Columns count from after a byte order mark, as editors count them: the decoder takes it away.
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)).split(/\r\n|\r|\n/);
  } catch {
    return [];
  }
}
