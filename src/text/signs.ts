/**
 * Which of many patterns may match a text, told by one pass over it: a pattern is tried only where a text has one of
 * the characters of which each of its matches has one. Trying costs far more than looking.
 */
import { keptSigns } from './kept-needs.ts';
import { hasOneOf, needsOfRegex, rarestOf } from './regex-needs.ts';
import { unitSet } from './units.ts';

/** Sets of characters that can be told apart, 32 a word. */
const WORDS = 6;
const MOST = WORDS * 32;

/** For each unit a bit for each set that it is in. Made on first use. */
let table: Uint32Array | null = null;
/** Whether a unit is in any set: most are in none, and this much stays at hand. */
let inSome: Uint8Array | null = null;
let sets = 0;

/** The sets of which a text has something. */
export interface Signs {
  text: string;
  bits: Uint32Array;
  /** How many sets there were when the text was read. */
  known: number;
}

let last: Signs = { text: '', bits: new Uint32Array(WORDS), known: 0 };

/** @returns what a text has, good for its parts, too */
export function signsOf(text: string): Signs {
  if (text === last.text && last.known === sets) return last;
  const bits = new Uint32Array(WORDS);
  if (table !== null) {
    const words = (sets + 31) >>> 5;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (inSome![unit] === 0) continue;
      const row = unit * WORDS;
      for (let word = 0; word < words; word++) bits[word]! |= table[row + word]!;
    }
  }
  last = { text, bits, known: sets };
  return last;
}

/** Every match needs one of these characters; null where nothing can be said. */
function signsOfPattern(pattern: RegExp): string | null {
  return keptSigns(String(pattern), () => findSigns(pattern));
}

/** The same, whatever is kept. */
export function findSigns({ source, flags }: RegExp): string | null {
  const ways = /[iv]/.test(flags) ? null : needsOfRegex(source);
  if (!ways) return null;
  const rarest = ways.map(rarestOf);
  return rarest.every((set) => set !== undefined) ? rarest.join('') : null;
}

/** @returns the number of the set; -1 where there is none, or no room for it */
function register(characters: string | null): number {
  if (characters === null || sets === MOST) return -1;
  table ??= new Uint32Array(65536 * WORDS);
  inSome ??= unitSet('');
  for (let at = 0; at < characters.length; at++) {
    const unit = characters.charCodeAt(at);
    table[unit * WORDS + (sets >>> 5)]! |= 1 << (sets & 31);
    inSome[unit] = 1;
  }
  return sets++;
}

/** A pattern that is tried only where it may match. */
export class Guarded {
  /** All there are, for the build to find their signs ahead. */
  static readonly patterns: RegExp[] = [];
  readonly pattern: RegExp;
  private set: number | null = null;
  private characters = '';

  constructor(pattern: RegExp) {
    this.pattern = pattern;
    Guarded.patterns.push(pattern);
  }

  /** @param signs of the text that it is tried on, or of a longer one */
  mayMatch(signs: Signs): boolean {
    const set = this.set ?? this.register();
    if (set < 0) return true;
    if (set >= signs.known) return hasOneOf(signs.text, this.characters);
    return (signs.bits[set >>> 5]! & (1 << (set & 31))) !== 0;
  }

  private register(): number {
    const characters = signsOfPattern(this.pattern);
    this.characters = characters ?? '';
    this.set = register(characters);
    return this.set;
  }

  test(text: string, signs: Signs): boolean {
    return this.mayMatch(signs) && this.pattern.test(text);
  }

  exec(text: string, signs: Signs): RegExpExecArray | null {
    return this.mayMatch(signs) ? this.pattern.exec(text) : null;
  }
}

const guards = new WeakMap<RegExp, Guarded>();

/** @returns the guard of a pattern, always the same */
export function guarded(pattern: RegExp): Guarded {
  let guard = guards.get(pattern);
  if (!guard) {
    guard = new Guarded(pattern);
    guards.set(pattern, guard);
  }
  return guard;
}
