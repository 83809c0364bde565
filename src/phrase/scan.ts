/** One pass over a turn's folded text finds the words of every phrase of every rule. */
import { kept } from '../kept.ts';
import { type FoldedText, fold } from '../text/fold.ts';
import { LiteralIndex } from './literal-index.ts';
import { PhraseSets } from './phrase-sets.ts';
import type { Phrasebook } from './phrasebook.ts';
import { type Occurrence, type Senses, TurnHits } from './turn-hits.ts';

/** Shorter words than this have too many others that sound alike. */
const SHORTEST_BY_EAR = 3;
const NO_OCCURRENCES: readonly Occurrence[] = [];

/** A text as it is matched, and the hits in it. */
export interface Heard {
  folded: FoldedText;
  hits: TurnHits;
}

/** Finds hits in folded texts. One scanner serves a whole run. */
export class Scanner {
  private readonly book: Phrasebook;
  private readonly index: LiteralIndex;
  private readonly sets: PhraseSets;
  private readonly senses: Senses;

  constructor(book: Phrasebook, senses: Senses) {
    this.book = book;
    this.senses = senses;
    this.index = new LiteralIndex(book.literals, book.sounds);
    this.sets = new PhraseSets(book);
  }

  /**
   * A text folded and scanned. Scripted sentences and short answers come again and again, within one run and one
   * conversation: what was found in them is kept.
   */
  readonly hear = kept((text: string): Heard => {
    const folded = fold(text);
    return { folded, hits: this.scan(folded) };
  });

  /** Finds the words of all phrases in one pass. What stands around them is verified when a set is asked for. */
  scan(folded: FoldedText): TurnHits {
    const { text } = folded;
    const { literals } = this.book;
    let found: Occurrence[] | null = null;
    this.index.each(text, (literal, start, length) => {
      const byEar = heard(text, start, literals.text, literals.ends[literal]! - length, length);
      if (byEar === null) return;
      found ??= [];
      found.push({ literal, start, end: start + length, byEar });
    });
    return new TurnHits(folded, this.sets, this.senses, found ?? NO_OCCURRENCES);
  }

  /** How many sets there are. */
  get size(): number {
    return this.book.sets.ends.length;
  }

  /** Whether the set has phrases that no word announces. */
  hasWordless(set: number): boolean {
    return this.sets.wordlessOf(set).length > 0;
  }
}

/**
 * @param from where the literal begins in the text of all literals
 * @returns false where the text has the literal's own characters, true where it is written by ear, null where neither
 */
function heard(text: string, start: number, literals: string, from: number, length: number): boolean | null {
  let others = 0;
  for (let i = 0; i < length; i++) if (text.charCodeAt(start + i) !== literals.charCodeAt(from + i)) others++;
  if (others === 0) return false;
  return others === 1 && length >= SHORTEST_BY_EAR ? true : null;
}
