/** One pass over a turn's folded text finds the words of every phrase of every rule. */
import { kept } from '../kept.ts';
import { type FoldedText, fold } from '../text/fold.ts';
import { Sieve } from './candidates.ts';
import { LiteralIndex } from './literal-index.ts';
import { PhraseSets } from './phrase-sets.ts';
import type { Phrasebook } from './phrasebook.ts';
import { type Senses, TurnHits } from './turn-hits.ts';

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
  private readonly sieve: Sieve;
  private readonly senses: Senses;
  /** Where there are only words to be found, the hits of each text that has none of them. */
  private readonly nothing: TurnHits;

  constructor(book: Phrasebook, senses: Senses) {
    this.book = book;
    this.senses = senses;
    this.index = new LiteralIndex(book.literals, book.sounds, book.insideWords);
    this.sets = new PhraseSets(book);
    this.sieve = new Sieve(book);
    this.nothing = new TurnHits(fold(''), this.sets, this.sieve, senses, []);
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
    const found = this.index.occurrences(folded.text);
    if (found.length === 0 && this.book.wordless.length === 0) return this.nothing;
    return new TurnHits(folded, this.sets, this.sieve, this.senses, found);
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
