import { remember } from '../remember.ts';
import type { Phrasebook } from './phrasebook.ts';
import type { Program } from './program.ts';
import { groupAt, textAt } from './texts.ts';
import { type Walk, walkOf } from './walk.ts';

/** What a phrasebook's sets are made of, worked out when it is first asked for. */
export class PhraseSets {
  readonly book: Phrasebook;
  private readonly wordless = new Map<number, Phrasebook['wordless']>();
  private readonly walks = new Map<number, Walk>();
  private readonly members = new Map<number, Uint32Array>();

  constructor(book: Phrasebook) {
    this.book = book;
  }

  /** The set's phrases, a bit for each phrase that there is: asked more often than anything else. */
  membersOf(set: number): Uint32Array {
    return remember(this.members, set, () => {
      const bits = new Uint32Array((this.book.ruleOf.length >>> 5) + 1);
      for (const phrase of groupAt(this.book.sets, set)) bits[phrase >>> 5]! |= 1 << (phrase & 31);
      return bits;
    });
  }

  /** The set's phrases that have no words of their own. */
  wordlessOf(set: number): Phrasebook['wordless'] {
    return remember(this.wordless, set, () =>
      this.book.wordless.filter(({ phrase }) => isIn(this.membersOf(set), phrase)),
    );
  }

  /** @param forwards as the program was compiled */
  walk(number: number, forwards: boolean): Walk {
    return remember(this.walks, number, () =>
      walkOf(JSON.parse(textAt(this.book.programs, number)) as Program, forwards),
    );
  }
}

export const isIn = (bits: Uint32Array, phrase: number): boolean =>
  (bits[phrase >>> 5]! & (1 << (phrase & 31))) !== 0;
