import { firstFrom, type OffsetMap, originalEnd, originalStart } from './offset-map.ts';
import { splitsPair } from './units.ts';

/** A text as rules see it, and the way back to the text as it was written. All offsets are UTF-16 units from 0. */
export interface FoldedText {
  readonly original: string;
  readonly text: string;
  /** Whether every unit stands where it stood in the original: nothing was left out or added. */
  readonly isEven: boolean;
  /**
   * The original [start, end) of the folded [start, end): from the first unit of its first character to the
   * last unit of its last, whatever was dropped between them included. Offsets out of range are clamped.
   */
  span(start: number, end: number): readonly [number, number];
  /** The folded offset of the first folded unit that stands at or after an original offset; at most text.length. */
  at(originalOffset: number): number;
}

function clamp(offset: number, max: number): number {
  return Math.max(0, Math.min(offset, max));
}

export class MappedText implements FoldedText {
  readonly original: string;
  readonly text: string;
  /** Null when every unit folded to one unit: the offsets are then the same. */
  readonly #map: OffsetMap | null;

  constructor(original: string, text: string, map: OffsetMap | null) {
    this.original = original;
    this.text = text;
    this.#map = map;
  }

  get isEven(): boolean {
    return this.#map === null;
  }

  span(start: number, end: number): readonly [number, number] {
    const { original, text } = this;
    const map = this.#map;
    const first = clamp(start, text.length);
    const last = clamp(end, text.length);
    let from = original.length;
    if (first < text.length) from = map === null ? first : originalStart(map, first);
    if (splitsPair(original, from)) from--;
    if (last <= first) return [from, from];
    let to = map === null ? last : originalEnd(map, last - 1);
    if (splitsPair(original, to)) to++;
    return [from, to];
  }

  at(originalOffset: number): number {
    const { original, text } = this;
    let wanted = clamp(originalOffset, original.length);
    if (splitsPair(original, wanted)) wanted++;
    return this.#map === null ? Math.min(wanted, text.length) : firstFrom(this.#map, wanted, text.length);
  }
}
