import type { Source } from './format.ts';

/** One caption: its time and where its words stand. */
export interface Cue {
  start?: number;
  end?: number;
  /** What stands behind the times. */
  settings: string;
  /** Offsets of the words in the text; line breaks between them included. */
  from: number;
  to: number;
}

/** What tells subtitle formats apart. */
export interface CueSyntax {
  /** Whether a line is one with times, even if the times in it are broken. */
  isTiming: RegExp;
  /** The times, in groups of hours, minutes, seconds, fraction, twice; then the settings. */
  timing: RegExp;
  /** Only a line without any character ends a cue; else one of white space does as well. */
  strictBlank: boolean;
  /** Blocks that are no cues, by their first line; a `header` is at the file's beginning only. */
  header?: RegExp;
  aside?: RegExp;
}

/** Hours (optional), minutes, seconds, fraction. */
export const TIME = '(?:(\\d+):)?(\\d{1,2}):(\\d{1,2})(?:[.,](\\d{1,6}))?';

interface Row {
  text: string;
  from: number;
  line: number;
}

/**
 * The cues of a file. A cue ends at a blank line, or where the next one's times begin (a number right before them is
 * that cue's). Times that cannot be read are noted and the words kept without them; text without times is a problem
 * and is skipped.
 * @param text the whole file with LF for every line end
 */
export function* cuesOf(text: string, syntax: CueSyntax, source: Source): Generator<Cue> {
  let cue: Cue | undefined;
  let rows: Row[] = [];
  let first = true;
  for (const row of rowsOf(text)) {
    const timing = syntax.isTiming.test(row.text);
    if (!timing && !isBlank(row, syntax)) {
      rows.push(row);
      continue;
    }
    const id = timing ? idAmong(rows, cue !== undefined, syntax) : 0;
    const block = rows.slice(0, rows.length - id);
    if (cue) yield closed(cue, block);
    else if (block.length > 0) {
      if (!isAside(block[0]!, first, syntax)) report(block, source);
      first = false;
    }
    rows = [];
    cue = timing ? begun(row, syntax, source) : undefined;
    if (timing) first = false;
  }
  if (cue) yield closed(cue, rows);
  else if (rows.length > 0 && !isAside(rows[0]!, first, syntax)) report(rows, source);
}

function* rowsOf(text: string): Generator<Row> {
  let from = 0;
  let line = 1;
  for (; from <= text.length; line++) {
    const feed = text.indexOf('\n', from);
    const end = feed < 0 ? text.length : feed;
    yield { text: text.slice(from, end), from, line };
    from = end + 1;
  }
}

const isBlank = ({ text }: Row, { strictBlank }: CueSyntax) => (strictBlank ? text : text.trim()) === '';

const isAside = ({ text }: Row, first: boolean, { header, aside }: CueSyntax) =>
  (first && header?.test(text) === true) || aside?.test(text) === true;

/** How many of the lines before a line of times are the cue's name: within another cue, only a number can be. */
function idAmong(rows: readonly Row[], inCue: boolean, { header, aside }: CueSyntax): number {
  const last = rows.at(-1)?.text.trim();
  if (last === undefined) return 0;
  if (/^\d+$/.test(last)) return 1;
  // Names other than numbers are WebVTT's, and stand alone.
  return !inCue && aside !== undefined && rows.length === 1 && !aside.test(last) && !header?.test(last)
    ? 1
    : 0;
}

function report(block: readonly Row[], source: Source): void {
  const words = block.filter(({ text }) => text.trim() !== '');
  const at = words[0];
  if (at)
    source.problem(
      { key: 'subtitle.no-time', values: { count: words.length } },
      { line: at.line, column: 1 },
    );
}

function begun(row: Row, { timing }: CueSyntax, source: Source): Cue {
  const found = timing.exec(row.text);
  const end = row.from + row.text.length;
  if (!found) {
    source.note(
      { key: 'subtitle.bad-time', values: { time: row.text.trim().slice(0, 80) } },
      { line: row.line, column: 1 },
    );
    return { settings: '', from: end, to: end };
  }
  const [, h1, m1, s1, f1, h2, m2, s2, f2, settings = ''] = found;
  const cue: Cue = { start: seconds(h1, m1!, s1!, f1), settings, from: end, to: end };
  const last = seconds(h2, m2!, s2!, f2);
  if (last >= cue.start!) cue.end = last;
  return cue;
}

function closed(cue: Cue, rows: readonly Row[]): Cue {
  const last = rows.at(-1);
  return last ? { ...cue, from: rows[0]!.from, to: last.from + last.text.length } : cue;
}

function seconds(
  hours: string | undefined,
  minutes: string,
  second: string,
  fraction: string | undefined,
): number {
  return Number(`${Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(second)}.${fraction ?? 0}`);
}
