/** What was found in one turn, told by set of phrases. */
import { remember } from '../remember.ts';
import type { FoldedText } from '../text/fold.ts';
import { Traces } from './needs.ts';
import { isIn, type PhraseSets } from './phrase-sets.ts';
import { NONE, type Phrasebook } from './phrasebook.ts';
import { groupAt } from './texts.ts';
import { insideWord, type Surroundings, walk } from './walk.ts';

/** Where a phrase was found: [start, end) in the folded text. */
export interface Hit {
  phrase: number;
  start: number;
  end: number;
  /** Written by ear: one syllable stands in another character than the phrase has. */
  byEar: boolean;
}

type Spans = readonly (readonly [number, number])[];

/** What the scanner asks of the rooms around it. */
export interface Senses {
  /** Spans [start, end) of an entity in a folded text. */
  entity(name: string, folded: FoldedText): Spans;
  /** Spans of a regular expression with linear-time semantics in a folded text. */
  regex(source: string, folded: FoldedText): Spans;
  stemOf(word: string): string;
}

const SPACE = /\s/;

/** A word that announces phrases, where it stands in a folded text. */
export interface Occurrence {
  literal: number;
  start: number;
  end: number;
  byEar: boolean;
}

/** The phrases that the words of a text announce, and the words that announce each. */
interface Announced {
  phrases: readonly number[];
  where: readonly (readonly Occurrence[])[];
}

const NO_HITS: readonly Hit[] = [];
const NOTHING: Announced = { phrases: [], where: [] };

/** The hits of one turn, by set. Most sets are never asked for, so nothing is verified before it is. */
export class TurnHits {
  private readonly folded: FoldedText;
  private readonly sets: PhraseSets;
  private readonly senses: Senses;
  /** Words that announce phrases, before anything around them has been looked at. */
  private readonly found: readonly Occurrence[];
  private readonly bySet = new Map<number, readonly Hit[]>();
  private readonly byPhrase = new Map<number, readonly Hit[]>();
  private around: Surroundings | null = null;
  private traces: Traces | null = null;
  private candidates: Announced | null = null;

  constructor(folded: FoldedText, sets: PhraseSets, senses: Senses, found: readonly Occurrence[]) {
    this.folded = folded;
    this.sets = sets;
    this.senses = senses;
    this.found = found;
  }

  /** Adds a mark to every set of which a phrase may stand in this turn. */
  announce(marks: Uint32Array, mark: number): void {
    const { flat, ends } = this.sets.ofPhrase;
    for (const phrase of this.announced.phrases)
      for (let at = phrase === 0 ? 0 : ends[phrase - 1]!; at < ends[phrase]!; at++) marks[flat[at]!]! |= mark;
  }

  /** The phrases whose words stand here and that may stand here themselves. */
  private get announced(): Announced {
    this.candidates ??= this.announcedPhrases();
    return this.candidates;
  }

  private announcedPhrases(): Announced {
    if (this.found.length === 0) return NOTHING;
    const { flat, ends } = this.sets.book.owners;
    const phrases = new Map<number, Occurrence[]>();
    for (const one of this.found) {
      for (let at = one.literal === 0 ? 0 : ends[one.literal - 1]!; at < ends[one.literal]!; at++) {
        const known = phrases.get(flat[at]!);
        if (known) known.push(one);
        else if (this.mayStand(flat[at]!)) phrases.set(flat[at]!, [one]);
      }
    }
    return { phrases: [...phrases.keys()], where: [...phrases.values()] };
  }

  /** Whether there is what a phrase without words of its own is about: a telephone number, a request. */
  hasSubject(set: number): boolean {
    return this.sets.wordlessOf(set).some(({ kind, name }) => this.subjects(kind, name).length > 0);
  }

  /**
   * @param announced false where no word of this turn announces the set, as `announce` tells
   * @returns the hits of a set, in no particular order
   */
  of(set: number, announced = true): readonly Hit[] {
    return remember(this.bySet, set, () => this.look(set, announced));
  }

  private look(set: number, announced: boolean): readonly Hit[] {
    const wordless = this.sets.wordlessOf(set);
    if (!announced && wordless.length === 0) return NO_HITS;
    const hits: Hit[] = [];
    if (announced) {
      const members = this.sets.membersOf(set);
      const { phrases, where } = this.announced;
      for (let i = 0; i < phrases.length; i++)
        if (isIn(members, phrases[i]!)) hits.push(...this.ofPhrase(phrases[i]!, where[i]!));
    }
    for (const one of wordless) hits.push(...this.ofWordless(one));
    return hits;
  }

  /** Whether the text has what the phrase needs beside its words. */
  private mayStand(phrase: number): boolean {
    const { needs, ways } = this.sets.book;
    const to = needs.ends[phrase]!;
    for (let at = phrase === 0 ? 0 : needs.ends[phrase - 1]!; at < to; at++) {
      this.traces ??= new Traces(this.folded.text);
      if (!this.traces.mayMeet(groupAt(ways, needs.flat[at]!))) return false;
    }
    return true;
  }

  /** Every hit of every phrase. */
  all(): Hit[] {
    const { phrases, where } = this.announced;
    const worded = phrases.flatMap((phrase, i) => this.ofPhrase(phrase, where[i]!));
    return [...worded, ...this.sets.book.wordless.flatMap((one) => this.ofWordless(one))];
  }

  private ofPhrase(phrase: number, where: readonly Occurrence[]): readonly Hit[] {
    return remember(this.byPhrase, phrase, () =>
      where.flatMap(({ start, end, byEar }) => this.verify({ phrase, start, end, byEar })),
    );
  }

  private ofWordless({ phrase, kind, name }: Phrasebook['wordless'][number]): readonly Hit[] {
    return remember(this.byPhrase, phrase, () =>
      this.subjects(kind, name).flatMap(([start, end]) => this.verify({ phrase, start, end, byEar: false })),
    );
  }

  private subjects(kind: 'entity' | 'regex', name: string) {
    this.around ??= surroundings(this.folded, this.senses);
    return this.around.all(kind, name);
  }

  private verify({ phrase, start: from, end: to, byEar }: Hit): Hit[] {
    const before = this.sets.book.before[phrase]!;
    const after = this.sets.book.after[phrase]!;
    this.around ??= surroundings(this.folded, this.senses);
    const start = before === NONE ? from : walk(this.sets.program(before), this.around, from, false);
    if (start < 0 || insideWord(this.folded.text, start)) return [];
    const end = after === NONE ? to : walk(this.sets.program(after), this.around, to, true);
    if (end < 0 || insideWord(this.folded.text, end)) return [];
    return [{ phrase, ...trimmed(this.folded.text, start, end), byEar }];
  }
}

/** A phrase whose first or last word was left out has taken the space beside it. */
function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && SPACE.test(text[start]!)) start++;
  while (end > start && SPACE.test(text[end - 1]!)) end--;
  return { start, end };
}

function spansOf(folded: FoldedText, senses: Senses, kind: 'entity' | 'regex', name: string) {
  return kind === 'entity' ? senses.entity(name, folded) : senses.regex(name, folded);
}

function surroundings(folded: FoldedText, senses: Senses): Surroundings {
  const kept = { entity: new Map<string, Spans>(), regex: new Map<string, Spans>() };
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
    all: (kind, name) => remember(kept[kind], name, () => spansOf(folded, senses, kind, name)),
    spans(kind, name, at, forwards) {
      const here = forwards ? 0 : 1;
      return this.all(kind, name)
        .filter((span) => span[here] === at)
        .map((span) => span[1 - here]!);
    },
  };
}
