/** Finds literals by their first two sounds. The index is made with the phrasebook and kept with it. */
import { soundOf, sounds } from '../text/sound.ts';
import { type Groups, joinGroups, type Texts } from './texts.ts';

const STARTS_LONGER = 1;
const IS_LITERAL = 2;

/** A hash table with open addressing, in arrays that are read from disk as they lie. */
export interface SoundTable {
  /** A bucket's number plus one, 0 where there is none; as many slots as a power of two. */
  slots: Uint32Array;
  /** Each bucket's first two sounds, the first in the upper half; the second is 0 for literals of one unit. */
  keys: Uint32Array;
  /** Each bucket's literals. */
  literals: Groups;
}

/** @param literals folded; a literal is named by its place in this list */
export function soundTable(literals: readonly string[]): SoundTable {
  const sound = sounds();
  const buckets = new Map<number, number[]>();
  literals.forEach((literal, number) => {
    const second = literal.length === 1 ? 0 : soundOf(sound, literal.charCodeAt(1));
    const key = keyOf(soundOf(sound, literal.charCodeAt(0)), second);
    const bucket = buckets.get(key);
    if (bucket) bucket.push(number);
    else buckets.set(key, [number]);
  });
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(buckets.size * 3 + 2)));
  const keys = Uint32Array.from(buckets.keys());
  keys.forEach((key, bucket) => {
    let slot = slotOf(key, slots.length);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = bucket + 1;
  });
  return { slots, keys, literals: joinGroups([...buckets.values()]) };
}

const keyOf = (one: number, two: number): number => ((one << 16) | two) >>> 0;
/** The upper bits of a product, as many as it takes to number the slots. */
const slotOf = (key: number, size: number): number => Math.imul(key, 0x9e3779b1) >>> (Math.clz32(size) + 1);

export class LiteralIndex {
  private readonly texts: Texts;
  private readonly table: SoundTable;
  /** Per unit: whether a literal is just this sound, or starts with it. */
  private readonly first = new Uint8Array(65536);
  private readonly sound = sounds();

  constructor(texts: Texts, table: SoundTable) {
    this.texts = texts;
    this.table = table;
    for (const key of table.keys)
      this.first[key >>> 16]! |= (key & 0xffff) === 0 ? IS_LITERAL : STARTS_LONGER;
  }

  /** Calls `found` for each literal whose sounds stand in the folded text. */
  each(text: string, found: (literal: number, start: number, length: number) => void): void {
    const { sound, first } = this;
    let next = text.length > 0 ? soundOf(sound, text.charCodeAt(0)) : 0;
    for (let at = 0; at < text.length; at++) {
      const one = next;
      next = at + 1 < text.length ? soundOf(sound, text.charCodeAt(at + 1)) : 0;
      const kinds = first[one]!;
      if (kinds === 0) continue;
      if (kinds & IS_LITERAL) this.bucket(keyOf(one, 0), text, at, found);
      if (kinds & STARTS_LONGER && next !== 0) this.bucket(keyOf(one, next), text, at, found);
    }
  }

  private bucket(
    key: number,
    text: string,
    at: number,
    found: (literal: number, start: number, length: number) => void,
  ): void {
    const { slots, keys, literals } = this.table;
    let slot = slotOf(key, slots.length);
    for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
      const bucket = slots[slot]! - 1;
      if (keys[bucket] !== key) continue;
      const { ends, flat } = literals;
      for (let i = bucket === 0 ? 0 : ends[bucket - 1]!; i < ends[bucket]!; i++) {
        const length = this.sounds(text, at, flat[i]!);
        if (length > 0) found(flat[i]!, at, length);
      }
      return;
    }
  }

  /** @returns the literal's length where its sounds stand at `start`, otherwise 0 */
  private sounds(text: string, start: number, literal: number): number {
    const { text: all, ends } = this.texts;
    const from = literal === 0 ? 0 : ends[literal - 1]!;
    const length = ends[literal]! - from;
    if (start + length > text.length) return 0;
    for (let i = 2; i < length; i++) {
      const said = text.charCodeAt(start + i);
      const wanted = all.charCodeAt(from + i);
      if (said !== wanted && soundOf(this.sound, said) !== soundOf(this.sound, wanted)) return 0;
    }
    return length;
  }
}
