import { DROPPED, isMark, RARE, rareForm, resolve, table, UNRESOLVED } from './fold-table.ts';
import { type FoldedText, MappedText } from './folded-text.ts';
import {
  clearEntries,
  expectedStart,
  forget,
  lastStart,
  note,
  takeEntries,
  widenLast,
} from './offset-map.ts';
import {
  COMMA,
  DOT,
  ELLIPSIS,
  isHan,
  isHighSurrogate,
  isLetter,
  isLowSurrogate,
  leadsHan,
  NEWLINE,
  SPACE,
  unitSet,
} from './units.ts';

export type { FoldedText } from './folded-text.ts';

/** Dropped between two Han characters: people put them there to read well, or to get past filters. */
const SEPARATORS = unitSet(' *_-~·.•|/^');
const LONGEST_SEPARATOR = 3;
/** Said once or five times, it is the same sign. Quotation marks and brackets pair up, so they are not here. */
const REPEATED = unitSet('!?,;:。、…—*_-~·•|^');
/** Read out in telephone numbers, where 八八八 is three digits. */
const NUMERALS = unitSet('零〇一二三四五六七八九幺两');

const SHEN = '甚'.charCodeAt(0);
const SHI = '什'.charCodeAt(0);
const ME = '么'.charCodeAt(0);
const REPLACEMENT = 0xfffd;
const ZERO = 0x30;
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Scratch space for one text; a longer text than this does not leave its own behind. */
const KEPT = 1 << 16;
let out = new Uint16Array(4096);
let bytes = Buffer.from(out.buffer);

/** How many folded units stand in `out`. */
let count = 0;
/** Where the separators after a Han character began in `out`, or -1. */
let separators = -1;
/** Where a run of one Latin letter became one letter, or -1. */
let shortened = -1;
/** Where a run of full stops became one, and how many it was. */
let dotsAt = -1;
let dots = 0;

/**
 * The text as it is matched: NFKC, lower case, simplified, without what people put between Chinese characters
 * or repeat for emphasis. In: any string. Out: the folded text with the way back to the original offsets.
 * What is folded stays as it is when folded again, save a line break whose next line began with a capital.
 */
export function fold(original: string): FoldedText {
  const length = original.length;
  count = 0;
  separators = shortened = dotsAt = -1;
  clearEntries();
  reserve(length);

  // Locals, because the loop runs once a unit: `count` and `out` are brought up to date around each call.
  let units = out;
  let at = 0;
  let last = 0;
  let careful = false;
  for (let i = 0; i < length; i++) {
    const unit = original.charCodeAt(i);
    const folded = table[unit]!;
    // Most units need no look around them: they are no sign, follow no sign, and repeat nothing.
    if (folded !== last && !careful && (folded >= ZERO || (folded >= SPACE && last > SPACE && last < 0x7f))) {
      units[at++] = folded;
      last = folded;
    } else {
      count = at;
      i = pushUnit(original, i, unit, folded);
      at = count;
      units = out;
      last = at > 0 ? units[at - 1]! : 0;
      careful = separators >= 0 || last === NEWLINE || last === SHEN || expectedStart(at) !== i + 1;
    }
  }
  count = at;

  const result = new MappedText(original, decode(), takeEntries());
  if (out.length > KEPT) allocate(KEPT);
  return result;
}

/** Adds whatever stands at `at`; returns the offset of the last unit that it read. */
function pushUnit(original: string, at: number, unit: number, code: number): number {
  if (isHighSurrogate(unit) || isLowSurrogate(unit)) return pushPair(original, at, unit);
  const folded = code === UNRESOLVED ? resolve(unit) : code;
  if (folded === RARE) pushForm(rareForm(unit), at, at + 1, original.length - at);
  else if (folded !== DROPPED) push(folded, at, at + 1, unit);
  return at;
}

function pushPair(original: string, at: number, high: number): number {
  const low = original.charCodeAt(at + 1);
  if (!isHighSurrogate(high) || !isLowSurrogate(low)) {
    // Left alone, two strays could meet and become a character that nobody wrote.
    push(REPLACEMENT, at, at + 1, 0);
    return at;
  }
  // The emoji in this block fold to themselves, and most of what stands outside the basic plane is one of them.
  if (high === 0xd83d) {
    pushAstral(high, low, at, at + 2);
  } else if (high !== 0xdb40) {
    // What is left out here are tags and variation selectors, which nobody sees.
    const form = original
      .slice(at, at + 2)
      .normalize('NFKC')
      .toLowerCase();
    pushForm(form, at, at + 2, original.length - at);
  }
  return at + 1;
}

/** Adds what a rare character folds to, with room for `left` more units after it. */
function pushForm(form: string, from: number, to: number, left: number): void {
  if (form.length > 1) reserve(count + form.length + left);
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i);
    if (isHighSurrogate(unit)) {
      pushAstral(unit, form.charCodeAt(++i), from, to);
      continue;
    }
    const code = table[unit] === UNRESOLVED ? resolve(unit) : table[unit]!;
    if (isMark(unit)) pushMark(unit, to);
    else if (code !== RARE) push(code, from, to, 0);
    else if (form.length === 1) push(unit, from, to, 0);
    else pushForm(rareForm(unit), from, to, left);
  }
}

function pushAstral(high: number, low: number, from: number, to: number): void {
  if (leadsHan(high)) endSeparators();
  else separators = -1;
  const whole = to - from !== 2;
  put(high, from, whole ? to : from + 1);
  put(low, whole ? from : from + 1, to);
}

/** An accent joins the letter before it where the two make one character, and is dropped everywhere else. */
function pushMark(mark: number, to: number): void {
  if (count === 0) return;
  const base = out[count - 1]!;
  const joined = String.fromCharCode(base, mark).normalize('NFC');
  const unit = joined.charCodeAt(0);
  const folded = joined.length > 1 ? 0 : table[unit] === UNRESOLVED ? resolve(unit) : table[unit]!;
  const start = lastStart(count - 1);
  widen(to);
  if (!isLetter(base) || folded !== unit) return;
  takeBack(count - 1);
  shortened = -1;
  push(folded, start, to, 0);
}

/**
 * Adds one folded unit by the rules for what stands before it. They look at folded units only, so that a text
 * that was folded before passes unchanged. `unit` is the unit as it was written, 0 where it was another.
 */
function push(folded: number, from: number, to: number, unit: number): void {
  const last = count > 0 ? out[count - 1]! : 0;
  if (folded === SPACE || folded === NEWLINE) {
    pushBlank(folded, last, from, to);
    return;
  }
  if (last === NEWLINE && unit === folded && count > 1 && isLetter(folded)) {
    // A lower-case letter goes on with the sentence that the line before broke off.
    const before = out[count - 2]!;
    if (isLetter(before) || before === COMMA) out[count - 1] = SPACE;
  }
  if (isHan(folded)) {
    pushHan(folded, from, to);
  } else if (folded === DOT) {
    pushDot(last, from, to);
  } else if (folded === last && REPEATED[folded] === 1) {
    widen(to);
  } else if (SEPARATORS[folded] === 1) {
    if (separators < 0 && afterHan()) separators = count;
    put(folded, from, to);
  } else {
    separators = -1;
    if (folded === last && isLetter(folded)) pushSameLetter(folded, from, to);
    else put(folded, from, to);
  }
}

function pushBlank(folded: number, last: number, from: number, to: number): void {
  if (folded === NEWLINE) separators = -1;
  if (last === SPACE || last === NEWLINE) {
    if (folded === NEWLINE) out[count - 1] = NEWLINE;
    widen(to);
    return;
  }
  if (folded === SPACE && separators < 0 && afterHan()) separators = count;
  put(folded, from, to);
}

function pushHan(folded: number, from: number, to: number): void {
  endSeparators();
  if (folded === ME && count > 0 && out[count - 1] === SHEN) {
    const start = lastStart(count - 1);
    takeBack(count - 1);
    pushHan(SHI, start, start + 1);
  }
  if (count > 1 && out[count - 1] === folded && out[count - 2] === folded && NUMERALS[folded] === 0) {
    // The two that stay stand at both ends of the run.
    takeBack(count - 1);
  }
  put(folded, from, to);
}

/** Three full stops are an ellipsis, which separates nothing; two are one full stop. */
function pushDot(last: number, from: number, to: number): void {
  if (last === ELLIPSIS) {
    widen(to);
  } else if (last === DOT) {
    dots = dotsAt === count - 1 ? dots + 1 : 2;
    dotsAt = count - 1;
    widen(to);
    if (dots === 3) {
      out[count - 1] = ELLIPSIS;
      separators = -1;
    }
  } else {
    if (separators < 0 && afterHan()) separators = count;
    put(DOT, from, to);
  }
}

function pushSameLetter(folded: number, from: number, to: number): void {
  if (shortened === count - 1) {
    widen(to);
  } else if (count > 1 && out[count - 2] === folded) {
    takeBack(count - 1);
    widen(to);
    shortened = count - 1;
  } else {
    put(folded, from, to);
  }
}

function endSeparators(): void {
  if (separators >= 0 && count - separators <= LONGEST_SEPARATOR) {
    takeBack(separators);
  }
  separators = -1;
}

function afterHan(): boolean {
  if (count === 0) return false;
  const last = out[count - 1]!;
  return isHan(last) || (isLowSurrogate(last) && count > 1 && leadsHan(out[count - 2]!));
}

function put(folded: number, from: number, to: number): void {
  note(count, from, to);
  out[count++] = folded;
}

/** The last folded unit stands for more of the original. */
function widen(to: number): void {
  widenLast(count - 1, to);
}

function takeBack(to: number): void {
  forget(to);
  count = to;
}

function reserve(units: number): void {
  if (units <= out.length) return;
  const kept = out.subarray(0, count);
  allocate(units + (units >> 2));
  out.set(kept);
}

function allocate(units: number): void {
  out = new Uint16Array(units);
  bytes = Buffer.from(out.buffer);
}

/** Two-byte strings for all texts: quicker to make than to find out which could do with one byte. */
function decode(): string {
  if (LITTLE_ENDIAN) return bytes.toString('utf16le', 0, count * 2);
  let text = '';
  for (let i = 0; i < count; i += 8192) {
    text += String.fromCharCode(...out.subarray(i, Math.min(count, i + 8192)));
  }
  return text;
}
