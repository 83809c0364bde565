/** One pass over a turn's folded text finds the hits of every phrase of every rule. */
import { remember } from '../remember.ts';
import type { FoldedText } from '../text/fold.ts';
import { LiteralIndex } from './literal-index.ts';
import { NONE, type Phrasebook } from './phrasebook.ts';
import type { Program } from './program.ts';
import { groupAt, textAt } from './texts.ts';
import { insideWord, type Surroundings, walk } from './walk.ts';

/** Where a phrase was found: [start, end) in the folded text. */
export interface Hit {
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
  private readonly index: LiteralIndex;
  private readonly sets: Sets;

  constructor(book: Phrasebook, senses: Senses) {
    this.book = book;
    this.index = new LiteralIndex(book.literals, book.sounds);
    this.sets = new Sets(book, senses);
  }

  /** Finds the words of all phrases in one pass. What stands around them is verified when a set is asked for. */
  scan(folded: FoldedText): TurnHits {
    const announced = new Map<number, Hit[]>();
    const { literals, owners } = this.book;
    this.index.each(folded.text, (literal, start, length) => {
      const byEar = heard(folded.text, start, literals.text, literals.ends[literal]! - length, length);
      if (byEar === null) return;
      for (const phrase of groupAt(owners, literal)) {
        remember(announced, phrase, (): Hit[] => []).push({ phrase, start, end: start + length, byEar });
      }
    });
    return new TurnHits(folded, this.sets, announced);
  }
}

/** What a phrasebook's sets are made of, worked out when a set is first asked for. */
class Sets {
  readonly book: Phrasebook;
  readonly senses: Senses;
  private readonly members = new Map<number, ReadonlySet<number>>();
  private readonly wordless = new Map<number, Phrasebook['wordless']>();
  private readonly programs = new Map<number, Program>();

  constructor(book: Phrasebook, senses: Senses) {
    this.book = book;
    this.senses = senses;
  }

  membersOf(set: number): ReadonlySet<number> {
    return remember(this.members, set, () => new Set(groupAt(this.book.sets, set)));
  }

  /** The set's phrases that have no words of their own. */
  wordlessOf(set: number): Phrasebook['wordless'] {
    return remember(this.wordless, set, () =>
      this.book.wordless.filter(({ phrase }) => this.membersOf(set).has(phrase)),
    );
  }

  program(number: number): Program {
    return remember(this.programs, number, () => JSON.parse(textAt(this.book.programs, number)) as Program);
  }
}

/** The hits of one turn, by set. Most sets are never asked for, so nothing is verified before it is. */
export class TurnHits {
  private readonly folded: FoldedText;
  private readonly sets: Sets;
  /** Words that announce a phrase, before anything around them has been looked at. */
  private readonly announced: ReadonlyMap<number, readonly Hit[]>;
  private readonly bySet = new Map<number, readonly Hit[]>();
  private readonly byPhrase = new Map<number, readonly Hit[]>();
  private around: Surroundings | null = null;

  constructor(folded: FoldedText, sets: Sets, announced: ReadonlyMap<number, readonly Hit[]>) {
    this.folded = folded;
    this.sets = sets;
    this.announced = announced;
  }

  /** @returns the hits of a set, in no particular order */
  of(set: number): readonly Hit[] {
    return remember(this.bySet, set, () => {
      const hits: Hit[] = [];
      const members = this.sets.membersOf(set);
      for (const phrase of this.announced.keys())
        if (members.has(phrase)) hits.push(...this.ofPhrase(phrase));
      for (const one of this.sets.wordlessOf(set)) hits.push(...this.ofWordless(one));
      return hits;
    });
  }

  /** Every hit of every phrase. */
  all(): Hit[] {
    const worded = [...this.announced.keys()].flatMap((phrase) => this.ofPhrase(phrase));
    return [...worded, ...this.sets.book.wordless.flatMap((one) => this.ofWordless(one))];
  }

  private ofPhrase(phrase: number): readonly Hit[] {
    return remember(this.byPhrase, phrase, () =>
      this.announced.get(phrase)!.flatMap((one) => this.verify(one)),
    );
  }

  private ofWordless({ phrase, kind, name }: Phrasebook['wordless'][number]): readonly Hit[] {
    return remember(this.byPhrase, phrase, () =>
      spansOf(this.folded, this.sets.senses, kind, name).flatMap(([start, end]) =>
        this.verify({ phrase, start, end, byEar: false }),
      ),
    );
  }

  private verify({ phrase, start: from, end: to, byEar }: Hit): Hit[] {
    const before = this.sets.book.before[phrase]!;
    const after = this.sets.book.after[phrase]!;
    this.around ??= surroundings(this.folded, this.sets.senses);
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
