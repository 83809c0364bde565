/** All phrases of a ruleset as plain data: what the scanner looks for and what it then verifies. */
import type { SoundTree } from './sound-tree.ts';
import { type Groups, groupAt, type LongText, splitTexts, type Texts, textAt } from './texts.ts';

/**
 * A ruleset's phrases. Kept on disk with the compiled ruleset, so it holds nothing but data, and that in few
 * large pieces: a run reads all of it and looks at little.
 */
export interface Phrasebook {
  /** What the author wrote, phrase by phrase. */
  sources: Texts<LongText>;
  /** The rules that phrases were written in, and the number of each phrase's rule among them. */
  rules: string[];
  ruleOf: Uint32Array;
  /** Each phrase's programs, NONE where it has none. */
  before: Int32Array;
  after: Int32Array;
  /** Programs as JSON: few of thousands are ever walked, so each is parsed when it is. */
  programs: Texts<LongText>;
  /** Of each program the units of which one must stand where it starts; empty where any may. */
  openings: Texts;
  /** The phrases of each set: a rule asks for hits by set. */
  sets: Groups;
  /** The sets that each phrase is in. */
  setsOf: Groups;
  /** What must stand in a text beside a phrase's words: needs by phrase, and by what they are met (`byPlace`). */
  needs: Groups;
  needsAt: Groups;
  /** How many units of words a phrase takes at most that is only looked for alone in its turn, else ANY_LENGTH. */
  longest: Uint32Array;
  /** Folded words, the phrases that each announces, and how they are found. */
  literals: Texts;
  owners: Groups;
  /** Beginnings, up to `BEGINNING` units each, of the literals that may begin in the midst of a word. */
  insideWords: string[];
  sounds: SoundTree;
  /** Phrases with no words of their own, looked for at the spans of an entity or regular expression. */
  wordless: { phrase: number; kind: 'entity' | 'regex'; name: string }[];
  /** What must be loaded before texts are scanned. */
  engines: { regex: boolean; stems: boolean };
}

/** The number of no program. */
export const NONE = -1;

/** @returns all phrases, or those of some rules, with their numbers */
export function phrasesOf(book: Phrasebook, rules: ReadonlySet<string> = new Set(book.rules)) {
  return Array.from(book.ruleOf, (rule, number) => ({
    number,
    rule: book.rules[rule]!,
    source: textAt(book.sources, number),
  })).filter(({ rule }) => rules.has(rule));
}

/** @returns the words that announce one of these phrases */
export function wordsOf(book: Phrasebook, phrases: ReadonlySet<number>): string[] {
  return splitTexts(book.literals).filter((_, literal) =>
    groupAt(book.owners, literal).some((owner) => phrases.has(owner)),
  );
}
