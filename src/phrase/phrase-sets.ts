import type { Phrasebook } from './phrasebook.ts';
import type { Program } from './program.ts';
import { groupAt, textAt } from './texts.ts';
import { type Walk, walkOf } from './walk.ts';

/** What a phrasebook's sets are made of, worked out when it is first asked for. */
export class PhraseSets {
  readonly book: Phrasebook;
  // By the number of the set or program.
  private readonly wordless: (Phrasebook['wordless'] | undefined)[] = [];
  private readonly walks: (Walk | undefined)[] = [];
  private readonly members: (Uint32Array | undefined)[] = [];

  constructor(book: Phrasebook) {
    this.book = book;
  }

  /** The set's phrases, a bit for each phrase that there is: asked more often than anything else. */
  membersOf(set: number): Uint32Array {
    this.members[set] ??= this.bitsOf(set);
    return this.members[set];
  }

  private bitsOf(set: number): Uint32Array {
    const bits = new Uint32Array((this.book.ruleOf.length >>> 5) + 1);
    for (const phrase of groupAt(this.book.sets, set)) bits[phrase >>> 5]! |= 1 << (phrase & 31);
    return bits;
  }

  /** The set's phrases that have no words of their own. */
  wordlessOf(set: number): Phrasebook['wordless'] {
    this.wordless[set] ??= this.book.wordless.filter(({ phrase }) => isIn(this.membersOf(set), phrase));
    return this.wordless[set];
  }

  /** @param forwards as the program was compiled */
  walk(number: number, forwards: boolean): Walk {
    this.walks[number] ??= walkOf(JSON.parse(textAt(this.book.programs, number)) as Program, forwards);
    return this.walks[number];
  }
}

export const isIn = (bits: Uint32Array, phrase: number): boolean =>
  (bits[phrase >>> 5]! & (1 << (phrase & 31))) !== 0;
