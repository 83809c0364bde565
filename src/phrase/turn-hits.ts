/** What was found in one turn, told by set of phrases. */
import { remember } from '../remember.ts';
import type { FoldedText } from '../text/fold.ts';
import { type Candidates, LAST, type Sieve } from './candidates.ts';
import { ANYONE, type Interest, type Speakers } from './interest.ts';
import type { Occurrences } from './literal-index.ts';
import { isIn, type PhraseSets } from './phrase-sets.ts';
import { NONE, type Phrasebook } from './phrasebook.ts';
import { insideWord, type Surroundings } from './walk.ts';

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

/** What all turns of a run share. */
export interface Tools {
  sets: PhraseSets;
  sieve: Sieve;
  senses: Senses;
  interest: Interest;
}

const SPACE = /\s/;
const NO_HITS: readonly Hit[] = [];

/** The hits of one turn, by set. Most sets are never asked for, so nothing is verified before it is. */
export class TurnHits {
  private readonly folded: FoldedText;
  private readonly tools: Tools;
  /** Words that announce phrases, before anything around them has been looked at. */
  private readonly found: Occurrences;
  private bySet: Map<number, readonly Hit[]> | null = null;
  /** By candidate and by wordless phrase, what was verified. */
  private verified: (readonly Hit[] | undefined)[] | null = null;
  private wordless: Map<number, readonly Hit[]> | null = null;
  private around: Surroundings | null = null;
  private sifted: Candidates | null = null;
  /** What was of interest when they were sifted. */
  private version = 0;
  private readonly speakers: Speakers;

  constructor(folded: FoldedText, tools: Tools, found: Occurrences, speakers: Speakers) {
    this.folded = folded;
    this.tools = tools;
    this.found = found;
    this.speakers = speakers;
  }

  /** Adds a mark to every set of which a phrase may stand in this turn. */
  announce(marks: Uint32Array, mark: number): void {
    const { flat, ends } = this.tools.sets.book.setsOf;
    const { phrases } = this.candidates();
    for (let i = 0; i < phrases.length; i++) {
      const phrase = phrases[i]!;
      const to = ends[phrase]!;
      for (let at = phrase === 0 ? 0 : ends[phrase - 1]!; at < to; at++) marks[flat[at]!]! |= mark;
    }
  }

  /** The phrases whose words stand here and that may stand here themselves. */
  private candidates(): Candidates {
    const { version } = this.tools.interest;
    if (this.sifted === null || this.version !== version) {
      this.version = version;
      this.sift(this.speakers);
    }
    return this.sifted!;
  }

  private sift(speakers: Speakers): void {
    this.sifted = this.tools.sieve.candidates(this.folded, this.found, speakers);
    this.verified = null;
  }

  /** Whether there is what a phrase without words of its own is about: a telephone number, a request. */
  hasSubject(set: number): boolean {
    return this.tools.sets.wordlessOf(set).some(({ kind, name }) => this.subjects(kind, name).length > 0);
  }

  /**
   * @param announced false where no word of this turn announces the set, as `announce` tells
   * @returns the hits of a set, in no particular order
   */
  of(set: number, announced = true): readonly Hit[] {
    this.bySet ??= new Map();
    let hits = this.bySet.get(set);
    if (!hits) {
      hits = this.look(set, announced);
      this.bySet.set(set, hits);
    }
    return hits;
  }

  private look(set: number, announced: boolean): readonly Hit[] {
    const { sets } = this.tools;
    const wordless = sets.wordlessOf(set);
    const hits: Hit[] = [];
    if (announced) {
      const members = sets.membersOf(set);
      const { phrases } = this.candidates();
      for (let i = 0; i < phrases.length; i++)
        if (isIn(members, phrases[i]!)) for (const hit of this.ofCandidate(i)) hits.push(hit);
    }
    for (const one of wordless) for (const hit of this.ofWordless(one)) hits.push(hit);
    return hits.length === 0 ? NO_HITS : hits;
  }

  /** Every hit of every phrase, whoever looks for it. */
  all(): Hit[] {
    this.sift(ANYONE);
    const { phrases } = this.sifted!;
    const worded = Array.from(phrases, (_, candidate) => this.ofCandidate(candidate)).flat();
    return [...worded, ...this.tools.sets.book.wordless.flatMap((one) => this.ofWordless(one))];
  }

  private ofCandidate(candidate: number): readonly Hit[] {
    this.verified ??= [];
    let hits = this.verified[candidate];
    if (!hits) {
      hits = this.verifiedAt(candidate);
      this.verified[candidate] = hits;
    }
    return hits;
  }

  private verifiedAt(candidate: number): readonly Hit[] {
    const { phrases, first, links } = this.sifted!;
    const { found } = this;
    const hits: Hit[] = [];
    for (let link = first[candidate]!; link !== LAST; link = links[link + 1]!) {
      const at = links[link]!;
      const hit = this.verify(phrases[candidate]!, found[at + 1]!, found[at + 2]!, found[at + 3] === 1);
      if (hit) hits.push(hit);
    }
    return hits.length === 0 ? NO_HITS : hits;
  }

  private ofWordless({ phrase, kind, name }: Phrasebook['wordless'][number]): readonly Hit[] {
    this.wordless ??= new Map();
    return remember(this.wordless, phrase, () =>
      this.subjects(kind, name).flatMap(([start, end]) => this.verify(phrase, start, end, false) ?? []),
    );
  }

  private subjects(kind: 'entity' | 'regex', name: string): Spans {
    this.around ??= new Around(this.folded, this.tools.senses);
    return this.around.all(kind, name);
  }

  private verify(phrase: number, from: number, to: number, byEar: boolean): Hit | null {
    const { sets } = this.tools;
    const { book } = sets;
    const { text } = this.folded;
    const before = book.before[phrase]!;
    const after = book.after[phrase]!;
    this.around ??= new Around(this.folded, this.tools.senses);
    let start = before === NONE ? from : sets.walk(before, false)(this.around, from);
    if (start < 0 || insideWord(text, start)) return null;
    let end = after === NONE ? to : sets.walk(after, true)(this.around, to);
    if (end < 0 || insideWord(text, end)) return null;
    // A phrase whose first or last word was left out has taken the space beside it.
    while (start < end && SPACE.test(text[start]!)) start++;
    while (end > start && SPACE.test(text[end - 1]!)) end--;
    return { phrase, start, end, byEar };
  }
}

let turns = 0;

/** What stands around the words of one turn, found when it is first asked for. */
class Around implements Surroundings {
  readonly text: string;
  readonly number = ++turns;
  ends: Surroundings['ends'] = null;
  private readonly folded: FoldedText;
  private readonly senses: Senses;
  private entities: Map<string, Spans> | null = null;
  private matches: Map<string, Spans> | null = null;

  constructor(folded: FoldedText, senses: Senses) {
    this.text = folded.text;
    this.folded = folded;
    this.senses = senses;
  }

  all(kind: 'entity' | 'regex', name: string): Spans {
    if (kind === 'entity') {
      this.entities ??= new Map();
      return remember(this.entities, name, () => this.senses.entity(name, this.folded));
    }
    const known = this.matches?.get(name);
    if (known) return known;
    const spans = this.senses.regex(name, this.folded);
    // That there are none is mostly told at once, each time.
    if (spans.length > 0) {
      this.matches ??= new Map();
      this.matches.set(name, spans);
    }
    return spans;
  }

  stemOf(word: string): string {
    return this.senses.stemOf(word);
  }

  spaced(at: number): boolean {
    const { folded } = this;
    if (at === 0 || at >= folded.text.length || folded.isEven) return false;
    const from = folded.span(at - 1, at)[1];
    const to = folded.span(at, at + 1)[0];
    return to > from && SPACE.test(folded.original.slice(from, to));
  }
}
