/**
 * In whose turns rules look for which phrases. Nobody says so ahead: it is learned from the first transcripts, and from
 * then on a turn's words announce no phrases but those that some rule looks for there.
 */
import type { Phrasebook } from './phrasebook.ts';
import { groupAt } from './texts.ts';

/** Kinds of speakers, a bit each, up to 8. */
export type Speakers = number;
/** Stands for no speaker in particular: every phrase is of interest. */
export const ANYONE: Speakers = 0;
const ALL = 0xff;

/** In transcripts: until then all that rules may look for has mostly been looked for. */
const LEARNING = 64;

export class Interest {
  /** Another one whenever other phrases are of interest than before. */
  version = 0;
  private readonly book: Phrasebook;
  private readonly bySet: Uint8Array;
  private readonly byPhrase: Uint8Array;
  private transcripts = 0;

  constructor(book: Phrasebook) {
    this.book = book;
    this.bySet = new Uint8Array(book.sets.ends.length);
    this.byPhrase = new Uint8Array(book.ruleOf.length).fill(ALL);
  }

  /** A transcript begins. */
  begin(): void {
    if (++this.transcripts !== LEARNING) return;
    this.byPhrase.fill(0);
    for (let set = 0; set < this.bySet.length; set++) this.take(set);
    this.version++;
  }

  /**
   * A rule looks for a set of phrases in the turns of some speakers.
   * @returns false where nobody did before, so that its phrases were passed over there
   */
  covers(set: number, speakers: Speakers): boolean {
    const known = this.bySet[set]!;
    if ((known & speakers) === speakers) return true;
    this.bySet[set] = known | speakers;
    if (this.transcripts < LEARNING) return true;
    this.take(set);
    this.version++;
    return false;
  }

  /** Whether a phrase is looked for in turns of these speakers. */
  has(phrase: number, speakers: Speakers): boolean {
    return speakers === ANYONE || (this.byPhrase[phrase]! & speakers) !== 0;
  }

  private take(set: number): void {
    const speakers = this.bySet[set]!;
    if (speakers === 0) return;
    for (const phrase of groupAt(this.book.sets, set)) this.byPhrase[phrase]! |= speakers;
  }
}
