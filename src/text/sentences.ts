import { APOSTROPHE, COMMA, DOT, isDigit, isHan, isLetter, NEWLINE, SPACE, unitSet } from './units.ts';

export { quoted } from './quoted.ts';

const QUOTE = 0x22;
const COLON = 0x3a;
const LETTER_H = 0x68;

const ENDS = unitSet('。!?;…\n');
const PAUSES = unitSet(',、:—');
/** What follows the end of a sentence and still belongs to it. */
const CLOSERS = unitSet('”」』)]}】》〉');
/** What a full stop inside an address, a version or a list goes on with. */
const GOES_ON = unitSet(',@/_');

/** All others go on with what stands before them. */
const SIGNS = unitSet('。!?;…\n,、:—."h');

const ABBREVIATIONS = new Set(
  'mr mrs ms mx dr prof rev gen sr jr st vs etc approx dept inc ltd co corp esp incl excl'.split(' '),
);
/** Words that are abbreviations where a number follows: no. 5, ext. 204. */
const BEFORE_NUMBERS = new Set('no nos ext tel fig vol art sec pp p ca'.split(' '));

/** Offsets: where each piece of a text starts and ends, one after the other. */
export type Bounds = readonly number[];

/**
 * The sentences of a folded text: offsets [start, end, start, end, …], ascending, blanks trimmed, closing
 * quotation marks and brackets with the sentence before them.
 */
export function sentences(folded: string): Bounds {
  return split(folded, false);
}

/** The clauses of a folded text, as `sentences`, ended also by commas, colons and dashes. */
export function clauses(folded: string): Bounds {
  return split(folded, true);
}

/** Whether a Latin word may start at an offset of a folded text: none runs across it. Apostrophes join. */
export function wordStart(text: string, offset: number): boolean {
  return !runsAcross(text, offset);
}

/** Whether a Latin word that ends before the offset is whole. */
export function wordEnd(text: string, offset: number): boolean {
  return !runsAcross(text, offset);
}

function runsAcross(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  if (before === APOSTROPHE) return isLetter(after) && offset > 1 && isWordUnit(text.charCodeAt(offset - 2));
  if (after === APOSTROPHE) return isWordUnit(before) && isLetter(text.charCodeAt(offset + 1));
  return isWordUnit(before) && isWordUnit(after);
}

function isWordUnit(unit: number): boolean {
  return isLetter(unit) || isDigit(unit);
}

function split(text: string, pauses: boolean): Bounds {
  const bounds: number[] = [];
  let start = 0;
  let quoteOpen = false;
  let i = 0;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (SIGNS[unit] === 0) {
      i++;
      continue;
    }
    if (unit === LETTER_H && startsAddress(text, i)) {
      i = addressEnd(text, i);
      continue;
    }
    if (unit === QUOTE) quoteOpen = !quoteOpen;
    if (!isEnd(text, i, unit, start, pauses)) {
      i++;
      continue;
    }
    let end = i + 1;
    for (; unit !== NEWLINE && end < text.length; end++) {
      const next = text.charCodeAt(end);
      if (next === NEWLINE) break;
      const more = ENDS[next] === 1 || (pauses && PAUSES[next] === 1);
      if (next === QUOTE && quoteOpen) quoteOpen = false;
      else if (!more && CLOSERS[next] === 0 && !closesSingle(text, end)) break;
    }
    if (unit === NEWLINE) quoteOpen = false;
    add(bounds, text, start, end);
    start = end;
    i = end;
  }
  add(bounds, text, start, text.length);
  return bounds;
}

function add(bounds: number[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  if (start < end) bounds.push(start, end);
}

function isBlank(unit: number): boolean {
  return unit === SPACE || unit === NEWLINE;
}

function closesSingle(text: string, at: number): boolean {
  return text.charCodeAt(at) === APOSTROPHE && !isWordUnit(text.charCodeAt(at + 1));
}

function isEnd(text: string, at: number, unit: number, start: number, pauses: boolean): boolean {
  if (unit === DOT) return isFullStop(text, at, start);
  if (ENDS[unit] === 1) return true;
  if (!pauses || PAUSES[unit] === 0) return false;
  // 3,000 and 10:30 are one number.
  if (unit !== COMMA && unit !== COLON) return true;
  return !isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at + 1));
}

function isFullStop(text: string, at: number, start: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (isWordUnit(next) || GOES_ON[next] === 1) return false;
  let from = at;
  while (from > start && (isWordUnit(text.charCodeAt(from - 1)) || text.charCodeAt(from - 1) === DOT)) from--;
  const word = text.slice(from, at);
  if (isListNumber(text, from, at, start)) return false;
  if (ABBREVIATIONS.has(word) || /^(?:[a-z]\.)+[a-z]$|^ph\.d$/.test(word)) return false;
  return !(BEFORE_NUMBERS.has(word) && next === SPACE && isDigit(text.charCodeAt(at + 2)));
}

/** "1. Restart it": a number alone before the full stop, and words after it. */
function isListNumber(text: string, from: number, at: number, start: number): boolean {
  if (from === at || at - from > 2 || at + 1 >= text.length) return false;
  for (let i = from; i < at; i++) if (!isDigit(text.charCodeAt(i))) return false;
  for (let i = start; i < from; i++) if (!isBlank(text.charCodeAt(i))) return false;
  const next = text.charCodeAt(at + 1);
  return isHan(next) || (next === SPACE && at + 2 < text.length);
}

function startsAddress(text: string, at: number): boolean {
  return text.startsWith('http://', at) || text.startsWith('https://', at);
}

/** An address holds no blank, no Han, no quotation mark, and does not end with a sign. */
function addressEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    if (unit <= SPACE || unit > 0x7e || unit === QUOTE) break;
    end++;
  }
  while (end > at && !isWordUnit(text.charCodeAt(end - 1)) && text.charCodeAt(end - 1) !== 0x2f) end--;
  return end;
}
