/** Answers that look too alike to have been written apart. */
import dice from 'natural/lib/natural/distance/dice_coefficient.js';
import { fold } from '../text/fold.ts';
import type { Alike } from './book.ts';
import type { Exercise, Item } from './exercise.ts';
import type { MarkedSheet } from './mark.ts';

/*
 * Of natural's distances Dice's coefficient is the one for this. It compares pairs of neighbours, wherever they stand:
 * sentences may be put into another order, which makes Levenshtein's distance large, and a word changed here and there
 * spoils only the pairs that it is in. Jaro-Winkler's is made for names: it rewards a common beginning, and here
 * everybody begins with 您好. A neighbour is a Chinese character or a whole word: pairs of Latin letters are few, and
 * any two English paragraphs share most of them.
 */

/**
 * From here on answers are alike. In the classes of the fixtures no two answers that were written apart are more alike
 * than 0.30, and of copies with every tenth character or eighth word exchanged all but two in 130 are above it.
 */
const ALIKE = 0.6;
/** Of characters (zh) or words (en) that are a trainee's own: what is shorter, two people may well hit upon. */
const FEWEST = { zh: 12, en: 10 } as const;
/** So many neighbours that the sheet or the model has too are no trainee's own. */
const OFFERED = 3;

/** A Han character, or a run of letters and digits of anything else. */
const UNIT = /\p{sc=Han}|(?:(?!\p{sc=Han})[\p{L}\p{M}\p{N}])+/gu;
/** Units are numbered from here, one UTF-16 unit each: none of them is white space or has a lower case. */
const FIRST_SIGN = 0x3400;
const SIGNS = 0xa000 - FIRST_SIGN;
/** Stands where borrowed words were left out. */
const GAP = '\u2026';
const GAPS = /\u2026+/g;

/** Of 32 bits each. */
const WORDS = 16;

/** What a trainee wrote by himself, as signs, and what bounds its likeness to another from above. */
interface Own {
  trainee: string;
  signs: string;
  /** How many different pairs of neighbours there are. */
  pairs: number;
  /** Has a bit for each pair, several of which may share one. */
  signature: Int32Array;
}

/**
 * In: the exercise and the marked sheets, in any order. Out: pairs of different trainees whose answers to an item have
 * the same words, in the order of the items, then the most alike first, then by name. What anybody can take from the
 * sheet, the model answer or the norm's wordings is left out before: that is not copying from each other.
 */
export function alike(exercise: Exercise, sheets: readonly MarkedSheet[]): Alike[] {
  return exercise.items.flatMap((item, index) => {
    const alphabet = new Alphabet();
    const offered = offeredBy(item, exercise, alphabet);
    const answers = sheets
      .map(({ trainee, marks }) => ({ trainee, signs: ownSigns(marks[index]!.text, alphabet, offered) }))
      .filter(({ signs }) => signs.replaceAll(GAP, '').length >= FEWEST[exercise.language])
      .map(({ trainee, signs }): Own => ({ trainee, signs, ...signed(signs) }));
    const found = pairsOf(answers).map(([a, b]): Alike => {
      const trainees =
        a.trainee < b.trainee ? ([a.trainee, b.trainee] as const) : ([b.trainee, a.trainee] as const);
      return { item: item.id, trainees, likeness: dice(a.signs, b.signs) };
    });
    return found
      .filter(({ likeness }) => likeness >= ALIKE)
      .sort(mostAlikeFirst)
      .map((one) => ({ ...one, likeness: Math.round(one.likeness * 100) / 100 }));
  });
}

function mostAlikeFirst(a: Alike, b: Alike): number {
  return b.likeness - a.likeness || (a.trainees.join('\n') < b.trainees.join('\n') ? -1 : 1);
}

/** Pairs that may be alike enough. Of a class nearly all are told apart by their signatures. */
function pairsOf(answers: readonly Own[]): [Own, Own][] {
  return answers.flatMap((a, at) =>
    answers
      .slice(at + 1)
      .filter((b) => a.trainee !== b.trainee && mostLike(a, b) >= ALIKE)
      .map((b): [Own, Own] => [a, b]),
  );
}

/** At least this: a bit that only one of the two has is a pair that only one has. Never less than the coefficient. */
function mostLike(a: Own, b: Own): number {
  let [onlyA, onlyB] = [0, 0];
  for (let word = 0; word < WORDS; word++) {
    const [ofA, ofB] = [a.signature[word]!, b.signature[word]!];
    onlyA += bits(ofA & ~ofB);
    onlyB += bits(ofB & ~ofA);
  }
  return (2 * Math.min(a.pairs - onlyA, b.pairs - onlyB)) / (a.pairs + b.pairs);
}

/** How many bits of 32 are set. */
function bits(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

function signed(signs: string): Pick<Own, 'pairs' | 'signature'> {
  const pairs = new Set(neighbours(signs, 2));
  const signature = new Int32Array(WORDS);
  for (const pair of pairs) {
    const hash = Math.imul(pair.charCodeAt(0) * 31 + pair.charCodeAt(1), 0x9e3779b1) >>> 0;
    signature[hash % WORDS]! |= 1 << (hash >>> 27);
  }
  return { pairs: pairs.size, signature };
}

function* neighbours(signs: string, count: number): Generator<string> {
  for (let at = 0; at + count <= signs.length; at++) yield signs.slice(at, at + count);
}

/** What anybody can copy without looking at a neighbour. */
function offeredBy(item: Item, exercise: Exercise, alphabet: Alphabet): Set<string> {
  const lists = Object.values(exercise.lists).flatMap((list) => (Array.isArray(list) ? list : list.words));
  const phrases = [...item.steps.flatMap(({ any }) => any), ...lists].flatMap((phrase) =>
    phrase.split(/[^\p{L}\p{M}\p{N} ]+/u),
  );
  const texts = [item.situation, item.context ?? '', ...item.model, ...phrases];
  return new Set(texts.flatMap((text) => [...neighbours(alphabet.signs(text), OFFERED)]));
}

/** The answer without what was offered. */
function ownSigns(text: string, alphabet: Alphabet, offered: ReadonlySet<string>): string {
  const signs = [...alphabet.signs(text)];
  const own = [...signs];
  for (const [at, run] of [...neighbours(signs.join(''), OFFERED)].entries())
    if (offered.has(run)) own.fill(GAP, at, at + OFFERED);
  return own.join('').replace(GAPS, GAP);
}

/** Gives each character (zh) or word (en) a sign of its own. */
class Alphabet {
  readonly #signs = new Map<string, string>();

  signs(text: string): string {
    return (fold(text).text.match(UNIT) ?? []).map((unit) => this.#of(unit)).join('');
  }

  #of(unit: string): string {
    const known = this.#signs.get(unit);
    if (known !== undefined) return known;
    const sign = String.fromCharCode(FIRST_SIGN + (this.#signs.size % SIGNS));
    this.#signs.set(unit, sign);
    return sign;
  }
}
