import { APOSTROPHE, isDigit, isHan, isHighSurrogate, isLetter, NEWLINE, SPACE, unitSet } from './units.ts';

const QUOTE = 0x22;
/** Marks that say themselves whether they open or close. */
const PAIRS = new Map([
  [0x201c, 0x201d],
  [0x300c, 0x300d],
  [0x300e, 0x300f],
]);
/** All that may open a quotation. */
const OPENS = unitSet('"\'“「『');
/** Units between two marks. Marks that look the same on both sides could be anything, so they reach less far. */
const LONGEST = 200;
const LONGEST_STRAIGHT = 60;

/**
 * The spans [start, end) of a folded text inside quotation marks, the marks left out: ascending, outermost
 * only. Where nothing is said outside them the marks are decoration, and the list is empty.
 */
export function quoted(text: string): [number, number][] {
  const spans: [number, number][] = [];
  let saidOutside = false;
  let i = 0;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    const close = OPENS[unit] === 1 ? closing(text, i) : -1;
    if (close > 0) {
      spans.push([i + 1, close]);
      i = close + 1;
    } else {
      saidOutside ||= isSaid(unit);
      i++;
    }
  }
  return saidOutside ? spans : [];
}

function isWordUnit(unit: number): boolean {
  return isLetter(unit) || isDigit(unit);
}

function isSaid(unit: number): boolean {
  return isHan(unit) || isWordUnit(unit) || isHighSurrogate(unit);
}

/** Where the quotation that opens at an offset is closed, or -1 when none opens or none closes it. */
function closing(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === QUOTE || unit === APOSTROPHE)
    return opensStraight(text, at) ? closingStraight(text, at, unit) : -1;
  const close = PAIRS.get(unit);
  if (close === undefined) return -1;
  const end = Math.min(text.length, at + LONGEST + 2);
  let depth = 0;
  for (let i = at; i < end; i++) {
    const here = text.charCodeAt(i);
    if (here === unit) depth++;
    else if (here === close && --depth === 0) return i;
  }
  return -1;
}

function closingStraight(text: string, at: number, mark: number): number {
  const end = Math.min(text.length, at + LONGEST_STRAIGHT + 2);
  for (let i = at + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === NEWLINE) return -1;
    if (unit !== mark || i === at + 1) continue;
    if (closesStraight(text, i)) return i;
    // Another one opens before this one is closed: this one was something else.
    if (opensStraight(text, i)) return -1;
  }
  return -1;
}

/** 24" and don't open nothing: a mark opens after a sign, a blank or Han, right before what is quoted. */
function opensStraight(text: string, at: number): boolean {
  if (isWordUnit(text.charCodeAt(at - 1))) return false;
  const next = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === QUOTE ? next > SPACE : isHan(next) || isWordUnit(next);
}

function closesStraight(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) > SPACE && !isWordUnit(text.charCodeAt(at + 1));
}
