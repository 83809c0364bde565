/** One pass over a turn's folded text finds the hits of every phrase of every rule. */
import { remember } from '../remember.ts';
import type { FoldedText } from '../text/fold.ts';
import { LiteralIndex } from './literal-index.ts';
import type { Phrasebook } from './phrasebook.ts';
import { insideWord, type Surroundings, walk } from './program.ts';

/** Where a phrase was found: [start, end) in the folded text. */
export interface Hit {
  set: number;
  phrase: number;
  start: number;
  end: number;
  /** Written by ear: one syllable stands in another character than the phrase has. */
  byEar: boolean;
}

/** What the scanner asks of the rooms around it. */
export interface Senses {
  /** Spans [start, end) of an entity in a folded text. */
  entity(name: string, folded: FoldedText): readonly (readonly [number, number])[];
  /** Spans of a regular expression with linear-time semantics in a folded text. */
  regex(source: string, folded: FoldedText): readonly (readonly [number, number])[];
  stemOf(word: string): string;
}

const SPACE = /\s/;
/** Shorter words than this have too many others that sound alike. */
const SHORTEST_BY_EAR = 3;

/** Finds hits in folded texts. One scanner serves a whole run. */
export class Scanner {
  private readonly book: Phrasebook;
  private readonly senses: Senses;
  private readonly index: LiteralIndex;
  /** Set → its phrases that have no words of their own. */
  private readonly wordless = new Map<number, Phrasebook['wordless']>();

  constructor(book: Phrasebook, senses: Senses) {
    this.book = book;
    this.senses = senses;
    this.index = new LiteralIndex(book.literals.map(([literal]) => literal));
    for (const one of book.wordless) {
      remember(this.wordless, book.phrases[one.phrase]!.set, (): Phrasebook['wordless'] => []).push(one);
    }
  }

  /** Finds the words of all phrases in one pass. What stands around them is verified when a set is asked for. */
  scan(folded: FoldedText): TurnHits {
    const announced = new Map<number, Announced[]>();
    this.index.each(folded.text, (literal, start) => {
      const [text, owners] = this.book.literals[literal]!;
      const byEar = heard(folded.text, text, start);
      if (byEar === null) return;
      for (const phrase of owners) {
        const set = this.book.phrases[phrase]!.set;
        remember(announced, set, (): Announced[] => []).push({
          phrase,
          start,
          end: start + text.length,
          byEar,
        });
      }
    });
    return new TurnHits(folded, this.book, this.senses, announced, this.wordless);
  }
}

/** Words that announce a phrase, before anything around them has been looked at. */
type Announced = Omit<Hit, 'set'>;

const NO_HITS: readonly Hit[] = [];

/** The hits of one turn, by set. Most sets are never asked for, so nothing is verified before it is. */
export class TurnHits {
  private readonly verified = new Map<number, readonly Hit[]>();
  private readonly folded: FoldedText;
  private readonly book: Phrasebook;
  private readonly senses: Senses;
  private readonly announced: ReadonlyMap<number, readonly Announced[]>;
  private readonly wordless: ReadonlyMap<number, Phrasebook['wordless']>;
  private around: Surroundings | null = null;

  constructor(
    folded: FoldedText,
    book: Phrasebook,
    senses: Senses,
    announced: ReadonlyMap<number, readonly Announced[]>,
    wordless: ReadonlyMap<number, Phrasebook['wordless']>,
  ) {
    this.folded = folded;
    this.book = book;
    this.senses = senses;
    this.announced = announced;
    this.wordless = wordless;
  }

  /** @returns the hits of a set, in no particular order */
  of(set: number): readonly Hit[] {
    const announced = this.announced.get(set);
    const wordless = this.wordless.get(set);
    if (!announced && !wordless) return NO_HITS;
    return remember(this.verified, set, () => {
      const hits = (announced ?? []).flatMap((one) => this.verify(one));
      for (const { phrase, kind, name } of wordless ?? []) {
        for (const [start, end] of spansOf(this.folded, this.senses, kind, name)) {
          hits.push(...this.verify({ phrase, start, end, byEar: false }));
        }
      }
      return hits;
    });
  }

  /** Every hit of every set. */
  all(): Hit[] {
    const sets = new Set([...this.announced.keys(), ...this.wordless.keys()]);
    return [...sets].flatMap((set) => this.of(set));
  }

  private verify({ phrase: number, start: from, end: to, byEar }: Announced): Hit[] {
    const { set, before, after } = this.book.phrases[number]!;
    this.around ??= surroundings(this.folded, this.senses);
    const start = before ? walk(before, this.around, from, false) : from;
    if (start < 0 || insideWord(this.folded.text, start)) return [];
    const end = after ? walk(after, this.around, to, true) : to;
    if (end < 0 || insideWord(this.folded.text, end)) return [];
    return [{ set, phrase: number, start, end, byEar }];
  }
}

/** @returns false where the text has the literal's own characters, true where it is written by ear, null where neither */
function heard(text: string, literal: string, start: number): boolean | null {
  if (text.startsWith(literal, start)) return false;
  if (literal.length < SHORTEST_BY_EAR) return null;
  let others = 0;
  for (let i = 0; i < literal.length; i++) {
    if (text.charCodeAt(start + i) !== literal.charCodeAt(i) && ++others > 1) return null;
  }
  return true;
}

function spansOf(folded: FoldedText, senses: Senses, kind: 'entity' | 'regex', name: string) {
  return kind === 'entity' ? senses.entity(name, folded) : senses.regex(name, folded);
}

function surroundings(folded: FoldedText, senses: Senses): Surroundings {
  const kept = new Map<string, readonly (readonly [number, number])[]>();
  return {
    text: folded.text,
    walked: new Map(),
    stemOf: senses.stemOf,
    spaced(at) {
      if (at === 0 || at >= folded.text.length) return false;
      const from = folded.span(at - 1, at)[1];
      const to = folded.span(at, at + 1)[0];
      return to > from && SPACE.test(folded.original.slice(from, to));
    },
    spans(kind, name, at, forwards) {
      const spans = remember(kept, kind + name, () => spansOf(folded, senses, kind, name));
      const here = forwards ? 0 : 1;
      return spans.filter((span) => span[here] === at).map((span) => span[1 - here]!);
    },
  };
}
