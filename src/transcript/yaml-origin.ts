import type { CST } from 'yaml';
import { Excerpt } from './excerpt.ts';
import type { LineMap } from './line-map.ts';
import type { Origin } from './transcript.ts';
import { blockExcerpt } from './yaml-block.ts';

export type ScalarToken = CST.FlowScalar | CST.BlockScalar;

/**
 * The origin of a YAML scalar's value, in whichever style it is written: each unit of the value leads to the
 * character or escape that stands for it; a folded line break leads to the end of the line before it.
 * The token is looked through when a place is first asked for.
 * @param value the value as the parser made it, before `yes` or `12` became anything but text
 */
export function yamlOrigin(token: ScalarToken, value: string, map: LineMap): Origin {
  let origin: Origin | undefined;
  return {
    locate(offset) {
      if (!origin) {
        const excerpt = scalarExcerpt(token);
        // Should the parser ever read a scalar differently, its beginning is still true.
        origin =
          excerpt.text === value
            ? excerpt.origin((at) => map.at(at))
            : { locate: () => map.at(token.offset) };
      }
      return origin.locate(offset);
    },
  };
}

/** The value of a scalar with the file's offsets, read as the parser reads it (yaml's resolve-*-scalar). */
export function scalarExcerpt(token: ScalarToken): Excerpt {
  switch (token.type) {
    case 'block-scalar':
      return blockExcerpt(token);
    case 'double-quoted-scalar':
      return doubleQuoted(token);
    case 'single-quoted-scalar':
      return unfold(token.source.slice(0, -1), 1, token.offset, true);
    default:
      return unfold(token.source, 0, token.offset, false);
  }
}

const isBlank = (char: string | undefined) => char === ' ' || char === '\t';

/** Joins the lines of a plain or single-quoted scalar: one break is a space, n breaks are n-1 breaks. */
function unfold(source: string, from: number, base: number, quoted: boolean): Excerpt {
  const excerpt = new Excerpt();
  /** Where the breaks that are waiting for the next words stand. */
  let waiting: number[] = [];
  for (let first = true, start = from; ; first = false) {
    const lineFeed = source.indexOf('\n', start);
    const last = lineFeed < 0;
    const next = lineFeed + 1;
    let end = last ? source.length : lineFeed;
    if (!last && end > start && source[end - 1] === '\r') end--;
    if (!first) while (start < end && isBlank(source[start])) start++;
    if (!last) while (end > start && isBlank(source[end - 1])) end--;
    if (first || last || start < end) {
      for (const [index, at] of waiting.entries()) {
        if (waiting.length === 1) excerpt.add(' ', at, at);
        else if (index > 0) excerpt.add('\n', at, at);
      }
      addLine(excerpt, source.slice(start, end), base + start, quoted);
      waiting = [base + end];
    } else {
      waiting.push(base + start);
    }
    if (last) return excerpt;
    start = next;
  }
}

function addLine(excerpt: Excerpt, line: string, at: number, quoted: boolean): void {
  let from = 0;
  for (const { index } of quoted ? line.matchAll(/''/g) : []) {
    excerpt.add(line.slice(from, index), at + from).add("'", at + index, at + index + 2);
    from = index + 2;
  }
  excerpt.add(line.slice(from), at + from);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};

const HEX: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function doubleQuoted({ source, offset }: CST.FlowScalar): Excerpt {
  const excerpt = new Excerpt();
  const end = source.length - 1;
  let at = 1;
  while (at < end) {
    const char = source[at]!;
    if (char === '\\') at = addEscape(excerpt, source, at, offset);
    else if (char === '\n' || (char === '\r' && source[at + 1] === '\n')) {
      at = addBreak(excerpt, source, at, offset);
    } else if (isBlank(char)) {
      let words = at + 1;
      while (isBlank(source[words])) words++;
      // Blanks before a line break are no part of the value; the break stands where they begin.
      if (source[words] === '\n' || (source[words] === '\r' && source[words + 1] === '\n')) {
        at = addBreak(excerpt, source, words, offset, at);
      } else {
        excerpt.add(source.slice(at, words), offset + at);
        at = words;
      }
    } else {
      excerpt.add(char, offset + at);
      at++;
    }
  }
  return excerpt;
}

/** @returns where the text goes on after the escape at `at` */
function addEscape(excerpt: Excerpt, source: string, at: number, offset: number): number {
  const next = source[at + 1]!;
  const plain = ESCAPES[next];
  const digits = HEX[next];
  if (plain !== undefined) {
    excerpt.add(plain, offset + at, offset + at + 2);
    return at + 2;
  }
  if (digits !== undefined) {
    const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16);
    const end = at + 2 + digits;
    // An escape that is none is an error of the file, which the parser has reported.
    const char = code <= 0x10ffff ? String.fromCodePoint(code) : '';
    for (const unit of char.split('')) excerpt.add(unit, offset + at, offset + end);
    return end;
  }
  const lineFeed = next === '\r' && source[at + 2] === '\n' ? at + 2 : at + 1;
  if (source[lineFeed] !== '\n') {
    excerpt.add(source.slice(at, at + 2), offset + at);
    return at + 2;
  }
  at = lineFeed + 1;
  while (isBlank(source[at])) at++;
  return at;
}

/** @param begin where the break is shown to be: blanks before it included */
function addBreak(excerpt: Excerpt, source: string, at: number, offset: number, begin = at): number {
  const breaks: number[] = [];
  let next = at;
  for (;;) {
    const char = source[next];
    if (char === '\n') breaks.push(next);
    else if (!isBlank(char) && !(char === '\r' && source[next + 1] === '\n')) break;
    next++;
  }
  if (breaks.length === 1) excerpt.add(' ', offset + begin, offset + begin);
  for (const lineFeed of breaks.slice(1)) excerpt.add('\n', offset + lineFeed, offset + lineFeed);
  return next;
}
