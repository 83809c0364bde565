/** One pass over a turn's folded text finds the words of every phrase of every rule. */
import { kept } from '../kept.ts';
import { type FoldedText, fold } from '../text/fold.ts';
import { Sieve } from './candidates.ts';
import { ANYONE, Interest, type Speakers } from './interest.ts';
import { LiteralIndex } from './literal-index.ts';
import { PhraseSets } from './phrase-sets.ts';
import type { Phrasebook } from './phrasebook.ts';
import { type Senses, type Tools, TurnHits } from './turn-hits.ts';

/** A text as it is matched, and the hits in it. */
export interface Heard {
  folded: FoldedText;
  hits: TurnHits;
}

/** Texts, of each kind of speakers: what was found in one takes some kilobytes. */
const MOST_KEPT = 2048;

/** Finds hits in folded texts. One scanner serves a whole run. */
export class Scanner {
  private readonly book: Phrasebook;
  private readonly index: LiteralIndex;
  private readonly tools: Tools;
  readonly interest: Interest;
  /** By speakers, what was heard of them and is kept. */
  private readonly heard: ((text: string) => Heard)[] = [];
  /** Where there are only words to be found, the hits of each text that has none of them. */
  private readonly nothing: TurnHits;

  constructor(book: Phrasebook, senses: Senses) {
    this.book = book;
    this.index = new LiteralIndex(book.literals, book.sounds, book.insideWords);
    this.interest = new Interest(book);
    const sieve = new Sieve(book, this.interest);
    this.tools = { sets: new PhraseSets(book), sieve, senses, interest: this.interest };
    this.nothing = new TurnHits(fold(''), this.tools, [], ANYONE);
  }

  /**
   * A text folded and scanned. Scripted sentences and short answers come again and again, within one run and one
   * conversation: what was found in them is kept.
   */
  hear(text: string, speakers: Speakers): Heard {
    this.heard[speakers] ??= kept((said: string): Heard => {
      const folded = fold(said);
      return { folded, hits: this.scan(folded, speakers) };
    }, MOST_KEPT);
    return this.heard[speakers](text);
  }

  /** Finds the words of all phrases in one pass. What stands around them is verified when a set is asked for. */
  scan(folded: FoldedText, speakers: Speakers = ANYONE): TurnHits {
    const found = this.index.occurrences(folded.text);
    if (found.length === 0 && this.book.wordless.length === 0) return this.nothing;
    return new TurnHits(folded, this.tools, found, speakers);
  }

  /** How many sets there are. */
  get size(): number {
    return this.book.sets.ends.length;
  }

  /** Whether the set has phrases that no word announces. */
  hasWordless(set: number): boolean {
    return this.tools.sets.wordlessOf(set).length > 0;
  }
}
