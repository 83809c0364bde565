/** What a text must have for a regular expression to match in it: most turns are known to have no match by that. */
import { remember } from '../remember.ts';
import { commonness } from './commonness.ts';
import { keptNeeds } from './kept-needs.ts';

/** For each way to match: sets of characters, of each of which a match has at least one. */
type Needs = readonly (readonly string[])[];

const known = new Map<string, Needs | null>();

/** @returns what a match needs; null where that is not understood */
export function needsOfRegex(source: string): Needs | null {
  return remember(known, source, () => keptNeeds(source, () => readNeeds(source)));
}

/** The same, whatever is kept. */
export function readNeeds(source: string): string[][] | null {
  return new Reader(source).needs();
}

/** @returns false where no match is possible; true where the engine has to look */
export function mayMatch(source: string, text: string): boolean {
  const needs = needsOfRegex(source);
  return needs === null || needs.some((sets) => sets.every((set) => hasOneOf(text, set)));
}

/** @returns whether the text has a character of the set */
export function hasOneOf(text: string, set: string): boolean {
  for (const character of set) if (text.includes(character)) return true;
  return false;
}

/** Thrown at what is not understood here: the engine looks for itself then. */
class Unknown extends Error {}

/** Reads what the engine's syntax has in common with all others, and of that only what demands a character. */
class Reader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  needs(): string[][] | null {
    try {
      const ways = this.ways();
      return this.at === this.source.length ? ways : null;
    } catch (error) {
      if (error instanceof Unknown) return null;
      throw error;
    }
  }

  private ways(): string[][] {
    const ways: string[][] = [[]];
    while (this.at < this.source.length && this.source[this.at] !== ')') {
      if (this.source[this.at] === '|') {
        this.at++;
        ways.push([]);
        continue;
      }
      const sets = this.atom();
      if (!this.optional()) ways.at(-1)!.push(...sets);
    }
    return ways;
  }

  private atom(): string[] {
    const character = String.fromCodePoint(this.source.codePointAt(this.at)!);
    this.at += character.length;
    if (character === '(') return this.group();
    if (character === '[') return this.characters();
    if (character === '\\') return this.escape();
    if ('.^$'.includes(character)) return [];
    if ('*+?{'.includes(character)) throw new Unknown();
    return [character];
  }

  private group(): string[] {
    const [opening = '', around] = /^\?(?:(:)|<?[=!])|^(?!\?)/.exec(this.source.slice(this.at)) ?? [null];
    if (opening === null) throw new Unknown();
    this.at += opening.length;
    const ways = this.ways();
    if (this.source[this.at++] !== ')') throw new Unknown();
    // What a match looks at before or behind it may stand there or not.
    if (opening !== '' && around === undefined) return [];
    if (ways.length === 1) return ways[0]!;
    // Of each way the set that the fewest texts have: one of them all is in every match.
    const rarest = ways.map(rarestOf);
    return rarest.every((set) => set !== undefined) ? [rarest.join('')] : [];
  }

  /** [abc] and [a-c]; a class of many characters, or of kinds of them, demands none. */
  private characters(): string[] {
    const written = /^\^?\]?(?:\\[\s\S]|[^\]\\[])*\]/.exec(this.source.slice(this.at))?.[0];
    if (written === undefined) throw new Unknown();
    this.at += written.length;
    if (written.startsWith('^')) return [];
    let set = '';
    for (const [piece, escaped, hex, first, last] of written.slice(0, -1).matchAll(PIECES)) {
      if (hex) set += String.fromCharCode(Number.parseInt(hex, 16));
      else if (escaped === 'd') set += DIGITS;
      else if (escaped !== undefined) {
        if (/[a-z\d]/i.test(escaped)) return [];
        set += escaped;
      } else if (first === undefined) set += piece;
      else
        for (let unit = first.charCodeAt(0); unit <= last!.charCodeAt(0); unit++)
          set += String.fromCharCode(unit);
      if (set.length > MOST_IN_CLASS) return [];
    }
    return [set];
  }

  private escape(): string[] {
    const character = this.source[this.at++] ?? '';
    const rest = this.source.slice(this.at);
    if (/[pP]/.test(character)) {
      const name = /^(?:\{[^}]*\}|[A-Z])/.exec(rest);
      if (!name) throw new Unknown();
      this.at += name[0].length;
      return [];
    }
    if (character === 'u') {
      const hex = /^[\da-f]{4}/i.exec(rest)?.[0];
      if (!hex) throw new Unknown();
      this.at += 4;
      return [String.fromCharCode(Number.parseInt(hex, 16))];
    }
    if (character === 'd') return [DIGITS];
    if (character === 'n') return ['\n'];
    if (/[DwWsSbB1-9]/.test(character)) return [];
    if (character === '' || /[\p{L}\d]/u.test(character)) throw new Unknown();
    return [character];
  }

  /** Takes the quantifier of an atom, if it has one. @returns whether the atom may be left out */
  private optional(): boolean {
    const quantifier = /^(?:[?*+]|\{(\d*)(?:,\d*)?\})[?+]?/.exec(this.source.slice(this.at));
    if (!quantifier) return false;
    this.at += quantifier[0].length;
    return quantifier[1] === undefined ? quantifier[0][0] !== '+' : Number(quantifier[1]) === 0;
  }
}

const DIGITS = '0123456789';
/** What stands between the brackets of a class, piece by piece. */
const PIECES = /\\(u([\da-f]{4})|[\s\S])|([^\\])-([^\\\]])|[^\\]/gi;
const MOST_IN_CLASS = 64;

/** @returns the set that the fewest texts have one of; undefined where there is none */
export function rarestOf(sets: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const set of sets) if (best === undefined || often(set) < often(best)) best = set;
  return best;
}

/** The share of texts with a character of the set, as if each stood in texts of its own; may be over 1. */
export function often(set: string): number {
  let sum = 0;
  for (const character of set) sum += commonness(character);
  return sum;
}
