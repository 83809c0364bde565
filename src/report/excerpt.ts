import { safe } from './safe.ts';
import { type Cell, cells } from './width.ts';

/** A turn's line as it is printed, and where the offending words stand in it. */
export interface Excerpt {
  before: string;
  words: string;
  after: string;
  /** Columns before the offending words, from 0. */
  from: number;
  /** Columns of the offending words; 0 for an absence. */
  width: number;
}

const MARK = '…';
/** Code units kept for each column on either side: a turn of 100 MB must not be split into characters. */
const UNITS = 8;

/**
 * Cuts a turn's text around the offending words so that it takes `room` columns at most.
 * Words that are themselves too long are cut at their end.
 */
export function excerpt(text: string, span: readonly [number, number], room: number): Excerpt {
  const [start, end] = span;
  const near = neighbourhood(text, start, end, room * UNITS);
  const shown = [...cells(near.text)].map((cell) => shownAs(cell, near.offset));
  let first = shown.findIndex((cell) => cell.end > start);
  if (first < 0) first = shown.length;
  let last = first;
  while (last < shown.length && shown[last]!.start < end) last++;

  const parts = { before: shown.slice(0, first), words: shown.slice(first, last), after: shown.slice(last) };
  // A mark where something is left out takes a column itself: as few as do are used.
  for (let marks = 0; ; marks++) {
    const kept = partsWithin(parts, Math.max(1, room - marks * MARK.length));
    const opens = near.cutLeft || kept.before.length < parts.before.length;
    const closes =
      near.cutRight || kept.words.length < parts.words.length || kept.after.length < parts.after.length;
    if (Number(opens) + Number(closes) > marks) continue;
    return {
      before: (opens ? MARK : '') + join(kept.before),
      words: join(kept.words),
      after: join(kept.after) + (closes ? MARK : ''),
      from: (opens ? MARK.length : 0) + sum(kept.before),
      // Words that draw nothing still get a caret; an absence has none.
      width: start < end ? Math.max(1, sum(kept.words)) : 0,
    };
  }
}

interface Parts {
  before: Shown[];
  words: Shown[];
  after: Shown[];
}

/** What of each part has room. Each side gives what it does not need to the other. */
function partsWithin(parts: Parts, room: number): Parts {
  const words = firstFitting(parts.words, room);
  const spare = room - sum(words);
  const nearest = [...parts.before].reverse();
  const after = words.length < parts.words.length ? [] : parts.after;
  const before = firstFitting(nearest, spare - Math.min(Math.floor(spare / 2), sum(after)));
  return { before: before.reverse(), words, after: firstFitting(after, spare - sum(before)) };
}

interface Shown {
  text: string;
  /** Offsets in the turn's text. */
  start: number;
  end: number;
  width: number;
}

function shownAs(cell: Cell, offset: number): Shown {
  const text = safe(cell.text);
  let width = cell.width;
  if (text !== cell.text) {
    width = 0;
    for (const part of cells(text)) width += part.width;
  }
  return { text, start: offset + cell.start, end: offset + cell.start + cell.text.length, width };
}

/** The line or lines that the words stand on, no more than `units` to each side. */
function neighbourhood(text: string, start: number, end: number, units: number) {
  const lowest = Math.max(0, start - units);
  const highest = Math.min(text.length, Math.min(end, start + units) + units);
  const lineStart = text.slice(lowest, start).lastIndexOf('\n');
  const lineEnd = text.slice(0, highest).indexOf('\n', Math.max(start, Math.min(end, highest)));
  const from = lineStart < 0 ? lowest : lowest + lineStart + 1;
  const to = lineEnd < 0 ? highest : lineEnd;
  return {
    text: text.slice(from, to).replace(/\r$/, ''),
    offset: from,
    cutLeft: lineStart < 0 && lowest > 0,
    cutRight: lineEnd < 0 && highest < text.length,
  };
}

/** As many of the first cells as have room. */
function firstFitting(list: readonly Shown[], room: number): Shown[] {
  let used = 0;
  const kept: Shown[] = [];
  for (const cell of list) {
    used += cell.width;
    if (used > room) break;
    kept.push(cell);
  }
  return kept;
}

function sum(list: readonly Shown[]): number {
  return list.reduce((width, cell) => width + cell.width, 0);
}

function join(list: readonly Shown[]): string {
  return list.map((cell) => cell.text).join('');
}
