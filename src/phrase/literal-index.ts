/**
 * Finds literals by their first two sounds. It is ready at once, so it serves short inputs;
 * a long run builds the automaton, which finds the same.
 */
import { sounds } from '../text/sound.ts';

const STARTS_LONGER = 1;
const IS_LITERAL = 2;

export class LiteralIndex {
  private readonly literals: readonly string[];
  /** Per unit: whether a literal is just this sound, or starts with it. */
  private readonly first = new Uint8Array(65536);
  private readonly single = new Map<number, number[]>();
  private readonly pairs = new Map<number, number[]>();
  private readonly sound: Uint16Array;

  /** @param literals folded; a literal is named by its place in this list */
  constructor(literals: readonly string[]) {
    this.literals = literals;
    this.sound = sounds();
    literals.forEach((literal, number) => {
      this.add(literal, number);
    });
  }

  private add(literal: string, number: number): void {
    const one = this.sound[literal.charCodeAt(0)]!;
    if (literal.length === 1) {
      this.first[one]! |= IS_LITERAL;
      push(this.single, one, number);
    } else {
      this.first[one]! |= STARTS_LONGER;
      push(this.pairs, (one << 16) | this.sound[literal.charCodeAt(1)]!, number);
    }
  }

  /** Calls `found` for each literal whose sounds stand in the folded text. */
  each(text: string, found: (literal: number, start: number) => void): void {
    const { sound, first } = this;
    let next = text.length > 0 ? sound[text.charCodeAt(0)]! : 0;
    for (let at = 0; at < text.length; at++) {
      const one = next;
      next = at + 1 < text.length ? sound[text.charCodeAt(at + 1)]! : 0;
      const kinds = first[one]!;
      if (kinds === 0) continue;
      if (kinds & IS_LITERAL) for (const literal of this.single.get(one)!) found(literal, at);
      if (!(kinds & STARTS_LONGER)) continue;
      const starting = this.pairs.get((one << 16) | next);
      if (!starting) continue;
      for (const literal of starting) if (this.sounds(text, at, literal)) found(literal, at);
    }
  }

  private sounds(text: string, start: number, number: number): boolean {
    const literal = this.literals[number]!;
    if (start + literal.length > text.length) return false;
    for (let i = 2; i < literal.length; i++) {
      if (this.sound[text.charCodeAt(start + i)] !== this.sound[literal.charCodeAt(i)]) return false;
    }
    return true;
  }
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
