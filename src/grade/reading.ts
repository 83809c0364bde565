/** An answer as a marker reads it: what is said to the customer, what is only told about, what is meant for nobody. */
import { simplified } from '../text/simplified.ts';
import type { Language } from '../transcript/transcript.ts';
import type { Item } from './exercise.ts';
import { toMarker } from './sense/addresses-marker.ts';
import { copied } from './sense/copied.ts';
import { blanked, clauseSpans, inside, matches, type Span, sentenceSpans, touches } from './spans.ts';
import { type SpeechWords, speechWords } from './speech-words.ts';

export interface Reading {
  item: Item;
  language: Language;
  original: string;
  /** What is said, at the places where it stands in the original: words that lead to it and the marks around it are blank. */
  text: string;
  /** Sentences taken from the sheet. */
  copied: readonly Span[];
  /** Sentences meant for whoever marks. */
  toMarker: readonly Span[];
  /** All that is no word of the trainee to the customer, ascending; those above included. */
  aside: readonly Span[];
  /** Clauses that tell what one would do, instead of doing it. */
  told: readonly Span[];
}

/** Characters after which no marker reads on; an answer of several pages has said before what it has to say. */
const READ = 5000;

/** @returns the answer as it is to be marked */
export function read(original: string, item: Item, language: Language): Reading {
  const words = speechWords[language];
  const { text, foreign, spoken } = unwrapped(simplified(original.slice(0, READ)), words);
  const spans = sentenceSpans(text);
  const taken = copied(text, spans, item, language);
  const forMarker = toMarker(text, spans, language);
  const aside = merged([...foreign, ...taken, ...forMarker]);
  return {
    item,
    language,
    original,
    text,
    copied: taken,
    toMarker: forMarker,
    aside,
    told: told(text, words, spoken).filter((span) => !aside.some((other) => touches(span, other))),
  };
}

/** What the trainee says, without anything else. */
export const said = ({ text, aside }: Reading): string => blanked(text, aside);

/** Whether the words at a place tell what one would do, instead of doing it: where they end says so. */
export const isTold = ({ told }: Reading, [, end]: Span): boolean =>
  told.some((clause) => inside([end - 1, end], clause));

/** Whether the words at a place are there only to be denied, or put into somebody else's mouth. */
export function isDenied({ text, language }: Reading, span: Span): boolean {
  return speechWords[language].negation.test(sameClause(text, span));
}

/** Whether the words at a place are an example of what must not be said. */
export function isUnsaid({ text, language }: Reading, span: Span): boolean {
  return speechWords[language].beforeUnsaid.test(sameClause(text, span));
}

/** Marks at which a clause begins anew. */
const PARTS = '，。！？!?；;、\n';
/** What stands further before a word says nothing of it. */
const REACH = 80;

/** What stands before a place in its clause. */
function sameClause(text: string, [start]: Span): string {
  let from = start;
  while (from > 0 && from > start - REACH && !PARTS.includes(text.charAt(from - 1))) from--;
  return text.slice(from, start);
}

const QUOTES =
  /“([^”\n]{0,400})”|「([^」\n]{0,400})」|『([^』\n]{0,400})』|"([^"\n]{0,400})"|‘([^’\n]{0,400})’/;
/** What is quoted at this length is a reply, and no number or name. */
const SHORTEST_REPLY = 6;

interface Unwrapped {
  text: string;
  /** Other people's words. */
  foreign: Span[];
  /** Where words to the customer stand, or begin, that were wrapped in something. */
  spoken: Span[];
}

function unwrapped(original: string, words: SpeechWords): Unwrapped {
  const foreign = [words.customerLine, words.badExample].flatMap((one) => spansOf(one, original));
  const spoken: Span[] = [];
  for (const match of matches(QUOTES, original)) {
    const end = match.index + match[0].length;
    const before = original.slice(Math.max(0, match.index - REACH), match.index);
    if (
      words.beforeForeignQuote.test(before) ||
      words.beforeUnsaid.test(sameClause(original, [match.index, end]))
    )
      foreign.push([match.index, end]);
    else if (match[0].length - 2 >= SHORTEST_REPLY) spoken.push([match.index, end]);
  }
  const leads = words.leads.flatMap((lead) => spansOf(lead, original));
  const free = leads.filter((span) => !foreign.some((other) => touches(span, other)));
  const marks = spoken.flatMap(([start, end]): Span[] => [
    [start, start + 1],
    [end - 1, end],
  ]);
  const begun = free.map(([, end]): Span => [end, end + 1]);
  return { text: blanked(original, [...marks, ...free]), foreign, spoken: [...spoken, ...begun] };
}

function spansOf(pattern: RegExp, text: string): Span[] {
  return matches(pattern, text)
    .filter(([found]) => found.trim() !== '')
    .map((match): Span => [match.index, match.index + match[0].length]);
}

/**
 * Who begins to tell goes on telling until the customer is addressed; who speaks of the customer and addresses nobody
 * has told all along.
 */
function told(text: string, words: SpeechWords, spoken: readonly Span[]): Span[] {
  const clauses = clauseSpans(text);
  const isSpoken = (clause: Span): boolean =>
    words.addresses.test(text.slice(...clause)) || spoken.some((one) => touches(one, clause));
  const isAbout = (clause: Span): boolean => words.aboutCustomer.test(text.slice(...clause));
  const isAboutThem = (clause: Span): boolean => words.aboutThem.test(text.slice(...clause));
  if (!clauses.some(isSpoken) && clauses.some((clause) => isAbout(clause) || isAboutThem(clause)))
    return clauses;

  const found: Span[] = [];
  const sentences = sentenceSpans(text);
  let telling = false;
  for (const clause of clauses) {
    const clauseText = text.slice(...clause);
    const sentence = sentences.find((one) => inside(clause, one)) ?? clause;
    if (isSpoken(clause)) telling = false;
    else if (isAbout(clause)) telling = true;
    else if (words.namesDeed.test(clauseText) && !words.addresses.test(text.slice(...sentence)))
      telling = true;
    if (telling) found.push(clause);
  }
  return found;
}

function merged(spans: readonly Span[]): Span[] {
  const out: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}
