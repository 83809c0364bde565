import type { Origin, Position } from './transcript.ts';

/**
 * Text that is taken out of a longer one piece by piece (tags left out, entities decoded, parts joined), and
 * knows the offset in the longer one that each of its characters comes from.
 */
export class Excerpt {
  text = '';
  /** Offset in `text` ↔ offset in the longer text, for each run that stands there as it stands here. */
  private readonly offsets: number[] = [];
  private readonly places: number[] = [];
  /** The offset in the longer text behind the last character. */
  private end = 0;

  /**
   * Adds characters at the end.
   * @param from their offset in the longer text
   * @param to the offset behind them there, where they stand for something else: `&amp;`, `<br>`
   */
  add(text: string, from: number, to = from + text.length): this {
    if (text === '') return this;
    if (this.text === '' || this.placeOf(this.text.length - 1) + 1 !== from) {
      this.offsets.push(this.text.length);
      this.places.push(from);
    }
    this.text += text;
    this.end = to;
    return this;
  }

  /** Adds another excerpt of the same text, with `between` standing where this one ended. */
  join(other: Excerpt, between: string): this {
    if (this.text !== '') this.add(between, this.end);
    for (let index = 0; index < other.offsets.length; index++) {
      const from = other.offsets[index]!;
      this.add(other.text.slice(from, other.offsets[index + 1] ?? other.text.length), other.places[index]!);
    }
    this.end = other.end;
    return this;
  }

  slice(from: number, to = this.text.length): Excerpt {
    const part = new Excerpt();
    for (let index = 0; index < this.offsets.length; index++) {
      const begin = Math.max(from, this.offsets[index]!);
      const end = Math.min(to, this.offsets[index + 1] ?? this.text.length);
      if (begin < end) part.add(this.text.slice(begin, end), this.placeOf(begin));
    }
    if (to >= this.text.length) part.end = this.end;
    return part;
  }

  /** Without white space around it. */
  trim(): Excerpt {
    const from = this.text.length - this.text.trimStart().length;
    const to = this.text.trimEnd().length;
    return from === 0 && to === this.text.length ? this : this.slice(from, to);
  }

  /** Its lines, each trimmed; `from` is where each begins in the longer text. */
  lines(): Excerpt[] {
    const lines: Excerpt[] = [];
    let from = 0;
    for (const line of this.text.split(/\r\n?|\n/)) {
      lines.push(this.slice(from, from + line.length).trim());
      from += line.length;
      from += this.text.startsWith('\r\n', from) ? 2 : 1;
    }
    return lines;
  }

  /** @param at the place in the user's file of an offset in the longer text */
  origin(at: (offset: number) => Position): Origin {
    return {
      locate: (offset) => at(offset >= this.text.length ? this.end : this.placeOf(offset)),
    };
  }

  private placeOf(offset: number): number {
    let low = 0;
    let high = this.offsets.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.offsets[middle]! <= offset) low = middle;
      else high = middle;
    }
    return this.places[low]! + offset - this.offsets[low]!;
  }
}
