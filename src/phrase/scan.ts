/** One pass over a turn's folded text finds the hits of every phrase of every rule. */
import { remember } from '../remember.ts';
import type { FoldedText } from '../text/fold.ts';
import { LiteralIndex } from './literal-index.ts';
import type { Phrase, Phrasebook } from './phrasebook.ts';
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

  constructor(book: Phrasebook, senses: Senses) {
    this.book = book;
    this.senses = senses;
    this.index = new LiteralIndex(book.literals.map(([literal]) => literal));
  }

  /** @returns the hits in one turn, in no particular order */
  scan(folded: FoldedText): Hit[] {
    const hits: Hit[] = [];
    const around = surroundings(folded, this.senses);
    this.index.each(folded.text, (literal, start) => {
      const [text, owners] = this.book.literals[literal]!;
      const byEar = heard(folded.text, text, start);
      if (byEar === null) return;
      for (const owner of owners) this.verify(owner, around, start, start + text.length, byEar, hits);
    });
    for (const { phrase, kind, name } of this.book.wordless) {
      for (const [start, end] of spansOf(folded, this.senses, kind, name)) {
        this.verify(phrase, around, start, end, false, hits);
      }
    }
    return hits;
  }

  private verify(
    number: number,
    around: Surroundings,
    from: number,
    to: number,
    byEar: boolean,
    hits: Hit[],
  ): void {
    const phrase: Phrase = this.book.phrases[number]!;
    const start = phrase.before ? walk(phrase.before, around, from, false) : from;
    if (start < 0 || insideWord(around.text, start)) return;
    const end = phrase.after ? walk(phrase.after, around, to, true) : to;
    if (end < 0 || insideWord(around.text, end)) return;
    hits.push({ set: phrase.set, phrase: number, start, end, byEar });
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
