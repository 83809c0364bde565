/** Of all the phrases that the words of a text announce, those that may stand there. */
import type { FoldedText } from '../text/fold.ts';
import { ANY_LENGTH, wordUnits } from './alone.ts';
import { ANYONE, type Interest, type Speakers } from './interest.ts';
import { OCCURRENCE, type Occurrences } from './literal-index.ts';
import { Traces } from './needs.ts';
import { mayOpen } from './openings.ts';
import { NONE, type Phrasebook } from './phrasebook.ts';
import { firstOf } from './texts.ts';
import { insideWord } from './walk.ts';

export interface Candidates {
  phrases: ArrayLike<number>;
  /** Of each phrase the first of its links: the place of an occurrence, and the next link or `LAST`. */
  first: ArrayLike<number>;
  links: ArrayLike<number>;
}

export const LAST = -1;
const NOTHING: Candidates = { phrases: [], first: [], links: [] };
const REJECTED = -1;
const UNPLACED = -2;

/** Finds candidates text by text, with what it needs for that laid out once. */
export class Sieve {
  private readonly book: Phrasebook;
  private readonly interest: Interest;
  private readonly traces: Traces;
  /** The number of the text at hand: what was noted of another does not count. */
  private text = 0;
  private folded: FoldedText | null = null;
  private isRead = false;
  /** Units of words in the text; -1 before they are counted. */
  private words = -1;
  private speakers: Speakers = ANYONE;
  /** By phrase, the text that it was last announced in, and its place among the candidates there. */
  private readonly met: Uint32Array;
  private readonly places: Int32Array;
  /** By candidate, its phrase, its first link and its last. */
  private readonly phrases: Int32Array;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private count = 0;
  private links = new Int32Array(1024);
  private linked = 0;

  constructor(book: Phrasebook, interest: Interest) {
    const { length } = book.ruleOf;
    this.book = book;
    this.interest = interest;
    this.traces = new Traces(book.needsAt);
    this.met = new Uint32Array(length);
    this.places = new Int32Array(length);
    this.phrases = new Int32Array(length);
    this.first = new Int32Array(length);
    this.last = new Int32Array(length);
  }

  /**
   * @param speakers whose words these are
   * @returns the candidates in the order in which their words stand
   */
  candidates(folded: FoldedText, found: Occurrences, speakers: Speakers): Candidates {
    if (found.length === 0) return NOTHING;
    this.text++;
    this.count = 0;
    this.linked = 0;
    this.folded = folded;
    this.isRead = false;
    this.words = -1;
    this.speakers = speakers;
    const { flat, ends } = this.book.owners;
    for (let at = 0; at < found.length; at += OCCURRENCE) {
      const literal = found[at]!;
      const to = ends[literal]!;
      for (let owner = literal === 0 ? 0 : ends[literal - 1]!; owner < to; owner++) {
        const phrase = flat[owner]!;
        const place = this.placeOf(phrase);
        if (place !== REJECTED && this.opens(phrase, folded, found[at + 1]!, found[at + 2]!))
          this.link(phrase, place, at);
      }
    }
    if (this.count === 0) return NOTHING;
    return {
      phrases: firstOf(this.phrases, this.count),
      first: firstOf(this.first, this.count),
      links: firstOf(this.links, this.linked),
    };
  }

  /** The phrase's place among the candidates, REJECTED, or UNPLACED where it may yet become one. */
  private placeOf(phrase: number): number {
    if (this.met[phrase] !== this.text) {
      this.met[phrase] = this.text;
      this.places[phrase] = this.mayStand(phrase) ? UNPLACED : REJECTED;
    }
    return this.places[phrase]!;
  }

  /** Whether the phrase is looked for, and the text has what it needs beside its words. */
  private mayStand(phrase: number): boolean {
    if (!this.interest.has(phrase, this.speakers) || !this.mayBeAlone(phrase)) return false;
    const { flat, ends } = this.book.needs;
    const from = phrase === 0 ? 0 : ends[phrase - 1]!;
    const to = ends[phrase]!;
    if (from < to) this.readTraces();
    for (let at = from; at < to; at++) if (!this.traces.meets(flat[at]!)) return false;
    return true;
  }

  /** Whether a phrase that is only looked for alone can be as long as what is said here. */
  private mayBeAlone(phrase: number): boolean {
    const longest = this.book.longest[phrase]!;
    if (longest === ANY_LENGTH || this.speakers === ANYONE) return true;
    if (this.words < 0) this.words = wordUnits(this.folded!.text);
    return this.words <= longest;
  }

  /** Not before they are asked for: what customers say has mostly nothing that asks. */
  private readTraces(): void {
    if (this.isRead) return;
    this.isRead = true;
    this.traces.read(this.folded!.text);
  }

  private link(phrase: number, place: number, occurrence: number): void {
    if (this.linked + 2 > this.links.length) {
      const longer = new Int32Array(this.links.length * 2);
      longer.set(this.links);
      this.links = longer;
    }
    const { links, linked, first, last, phrases } = this;
    links[linked] = occurrence;
    links[linked + 1] = LAST;
    if (place === UNPLACED) {
      this.places[phrase] = this.count;
      phrases[this.count] = phrase;
      first[this.count] = linked;
      last[this.count] = linked;
      this.count++;
    } else {
      links[last[place]! + 1] = linked;
      last[place] = linked;
    }
    this.linked += 2;
  }

  /** Whether what stands right beside the words lets the phrase go on, or end where it ends. */
  private opens(phrase: number, folded: FoldedText, start: number, end: number): boolean {
    const { before, after } = this.book;
    return (
      this.opensAt(before[phrase]!, folded, start, start - 1) &&
      this.opensAt(after[phrase]!, folded, end, end)
    );
  }

  private opensAt(program: number, folded: FoldedText, edge: number, unit: number): boolean {
    if (program === NONE) return !insideWord(folded.text, edge);
    const { text, ends } = this.book.openings;
    return mayOpen(folded, unit, edge, text, program === 0 ? 0 : ends[program - 1]!, ends[program]!);
  }
}
