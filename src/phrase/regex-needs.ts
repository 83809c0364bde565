/** What a text must have for a regular expression to match in it: most turns are known to have no match by that. */
import { remember } from '../remember.ts';

/** For each way to match: sets of characters, of each of which a match has at least one. */
type Needs = readonly (readonly string[])[];

const known = new Map<string, Needs | null>();

/** @returns false where no match is possible; true where the engine has to look */
export function mayMatch(source: string, text: string): boolean {
  const needs = remember(known, source, () => new Reader(source).needs());
  return needs === null || needs.some((sets) => sets.every((set) => hasOneOf(text, set)));
}

function hasOneOf(text: string, set: string): boolean {
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

  needs(): Needs | null {
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
    if (this.source[this.at] === '?') {
      if (!this.source.startsWith('?:', this.at)) throw new Unknown();
      this.at += 2;
    }
    const ways = this.ways();
    if (this.source[this.at++] !== ')') throw new Unknown();
    if (ways.length === 1) return ways[0]!;
    // Of each way the set that the fewest texts have: one of them all is in every match.
    const rarest = ways.map((sets) => [...sets].sort((a, b) => commonness(a) - commonness(b))[0]);
    return rarest.every((set) => set !== undefined) ? [rarest.join('')] : [];
  }

  /** [abc]; a class that is more than a list of characters demands none. */
  private characters(): string[] {
    const from = this.at;
    if (this.source[this.at] === '^') this.at++;
    if (this.source[this.at] === ']') this.at++;
    while (this.at < this.source.length && this.source[this.at] !== ']') {
      if (this.source[this.at] === '[') throw new Unknown();
      this.at += this.source[this.at] === '\\' ? 2 : 1;
    }
    const inside = this.source.slice(from, this.at++);
    return /^\^|[\\-]/.test(inside) ? [] : [inside];
  }

  private escape(): string[] {
    const character = this.source[this.at++] ?? '';
    if (/[pP]/.test(character)) {
      const name = /^(?:\{[^}]*\}|[A-Z])/.exec(this.source.slice(this.at));
      if (!name) throw new Unknown();
      this.at += name[0].length;
      return [];
    }
    if (/[dDwWsSbB]/.test(character)) return [];
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

/** A letter is in most English texts, a sign or a Han character in few. */
function commonness(set: string): number {
  return set.length + (/[a-z0-9 ,.]/i.test(set) ? 100 : 0);
}
