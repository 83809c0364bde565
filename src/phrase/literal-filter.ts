/**
 * Tells texts with no literal at all from others, where most are: an automaton of the literals' sounds (Aho and
 * Corasick 1975) with every transition laid out, so that a unit costs two look-ups. Making it costs more than a few
 * thousand texts do without it, and it is of no use where nearly each text has a literal.
 */
import type { Texts } from './texts.ts';

/** So many units are looked through before it is known whether the automaton pays. */
const ENOUGH = 100_000;
/** It does where no more texts than this share have a literal. */
const SHARE = 0.5;
/** Transitions, of four bytes each. */
const LARGEST = 1 << 22;
const UNITS = 65536;
/** In place of the state that the last unit of a literal leads to: nothing more need be known. */
const FOUND = -1;
const START = 0;

interface Automaton {
  /** By unit, the code of its sound. */
  codes: Uint16Array;
  /** By state and code, the next state; states count in steps of the number of codes. */
  next: Int32Array;
  /** By unit, 1 where a literal begins with it: texts of another language are told without a state. */
  begins: Uint8Array;
}

export class LiteralFilter {
  private readonly literals: Texts;
  private readonly codeOf: (unit: number) => number;
  private automaton: Automaton | null = null;
  private isSettled = false;
  private units = 0;
  private texts = 0;
  private withLiteral = 0;

  /** @param codeOf the code of a unit's sound, 0 where no literal has it */
  constructor(literals: Texts, codeOf: (unit: number) => number) {
    this.literals = literals;
    this.codeOf = codeOf;
  }

  /** @returns false where the folded text surely has no literal */
  mayHave(text: string): boolean {
    if (this.automaton === null) return true;
    const { codes, next, begins } = this.automaton;
    const { length } = text;
    let state = START;
    for (let at = firstBegun(text, begins); at < length; at++) {
      state = next[state + codes[text.charCodeAt(at)]!]!;
      if (state === FOUND) return true;
    }
    return false;
  }

  /** Takes note of what a text was found to have. */
  learn({ length }: string, hasLiteral: boolean): void {
    if (this.isSettled) return;
    this.units += length;
    this.texts++;
    if (hasLiteral) this.withLiteral++;
    if (this.units < ENOUGH) return;
    this.isSettled = true;
    if (this.withLiteral <= this.texts * SHARE) this.automaton = automatonOf(this.literals, this.codeOf);
  }
}

/**
 * Four units at a time, none of which waits for what came of the one before, as states do.
 * @returns the first place where a literal may begin, the text's length where there is none
 */
function firstBegun(text: string, begins: Uint8Array): number {
  const last = text.length - 4;
  let at = 0;
  while (
    at <= last &&
    begins[text.charCodeAt(at)] === 0 &&
    begins[text.charCodeAt(at + 1)] === 0 &&
    begins[text.charCodeAt(at + 2)] === 0 &&
    begins[text.charCodeAt(at + 3)] === 0
  )
    at += 4;
  while (at < text.length && begins[text.charCodeAt(at)] === 0) at++;
  return at;
}

/** @returns null where it would be too large */
function automatonOf({ text, ends }: Texts, codeOf: (unit: number) => number): Automaton | null {
  const codes = Uint16Array.from({ length: UNITS }, (_, unit) => codeOf(unit));
  const width = codes.reduce((most, code) => Math.max(most, code), 0) + 1;
  const most = Math.floor(LARGEST / width);
  let next = new Int32Array(1024 * width);
  let states = 1;
  for (let literal = 0, at = 0; literal < ends.length; literal++) {
    let state = START;
    for (; at < ends[literal]!; at++) {
      const place = state + codes[text.charCodeAt(at)]!;
      if (next[place] === FOUND) break;
      if (at === ends[literal]! - 1) next[place] = FOUND;
      else if (next[place] === 0) {
        if (states === most) return null;
        next[place] = states++ * width;
        if (states * width > next.length) next = longer(next);
      }
      state = next[place]!;
    }
    at = ends[literal]!;
  }
  complete(next, states, width);
  const begins = Uint8Array.from(codes, (code) => (next[code] === START ? 0 : 1));
  return { codes, next: next.subarray(0, states * width), begins };
}

function longer(array: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(array.length * 2);
  twice.set(array);
  return twice;
}

/** From each state, for each code that leads no further, goes where the longest end of what was read leads. */
function complete(next: Int32Array, states: number, width: number): void {
  const fallback = new Uint32Array(states);
  const queue: number[] = [];
  for (let code = 0; code < width; code++) {
    const to = next[code]!;
    if (to !== START && to !== FOUND) queue.push(to);
  }
  for (let at = 0; at < queue.length; at++) {
    const state = queue[at]!;
    const other = fallback[state / width]!;
    for (let code = 0; code < width; code++) {
      const to = next[state + code]!;
      const instead = next[other + code]!;
      if (to === START) next[state + code] = instead;
      else if (to !== FOUND && instead === FOUND) next[state + code] = FOUND;
      else if (to !== FOUND) {
        fallback[to / width] = instead;
        queue.push(to);
      }
    }
  }
}
