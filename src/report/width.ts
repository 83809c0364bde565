import { eastAsianWidth } from 'get-east-asian-width';

const PLAIN = /^[\x20-\x7e]*$/;

/** Made at the first uncommon character: most runs of the program print none. */
let segmenter: Intl.Segmenter | undefined;

/** What a reader sees as one character, and the columns that it takes in a terminal. */
export interface Cell {
  text: string;
  /** Where it begins, in UTF-16 code units. */
  start: number;
  width: number;
}

/** Splits a text at the places where it may be cut. */
export function* cells(text: string): Generator<Cell> {
  for (let at = 0; at < text.length; ) {
    const width = commonWidth(text, at);
    if (width > 0 && (at + 1 === text.length || commonWidth(text, at + 1) > 0)) {
      yield { text: text.charAt(at), start: at, width };
      at++;
      continue;
    }
    // Up to the next common character, the one before it included: marks may be put on it.
    let end = at + 1;
    while (end < text.length && commonWidth(text, end) === 0) end++;
    segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
    for (const { segment, index } of segmenter.segment(text.slice(at, end))) {
      yield { text: segment, start: at + index, width: clusterWidth(segment) };
    }
    at = end;
  }
}

/**
 * Columns of the character at an offset if it is one of those that nearly all text is made of, otherwise 0.
 * The general way is twenty times slower, and a long report has millions of characters.
 */
function commonWidth(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0x20 && code <= 0x7e) return 1;
  if (code >= 0x4e00 && code <= 0x9fff) return 2;
  // Latin letters and their marks, dashes, quotation marks, dots, and the lines that excerpts are drawn with.
  if ((code >= 0xa1 && code <= 0x2ff && code !== 0xad) || (code >= 0x2010 && code <= 0x2027)) return 1;
  if (code >= 0x2500 && code <= 0x257f) return 1;
  // Chinese punctuation, without the tone marks at its end; kana; full-width forms.
  if (code >= 0x3001 && code <= 0x3029) return 2;
  if (code >= 0x3041 && code <= 0x3096) return 2;
  if (code >= 0x30a1 && code <= 0x30fa) return 2;
  return code >= 0xff01 && code <= 0xff60 ? 2 : 0;
}

/** Columns that a text without tabs and control characters takes in a terminal. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const cell of cells(text)) width += cell.width;
  return width;
}

/** The text, or as much of it as fits with a closing `…`. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const cell of cells(text)) {
    if (used + cell.width > width) break;
    kept += cell.text;
    used += cell.width;
  }
  return `${kept}…`;
}

/** The text followed by as many spaces as it lacks. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** The text after as many spaces as it lacks. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** Han characters, Latin letters, digits and what mostly stands between them neither open nor close anything. */
const WORD = /^[\u4e00-\u9fffa-zA-Z0-9 ]$/;
const CLOSING = '，。、；：？！…％,.;:?!%';

/** May not begin a line: it closes what stands before it. */
const closes = (text: string): boolean =>
  !WORD.test(text) && (CLOSING.includes(text.charAt(0)) || /^[\p{Pe}\p{Pf}]/u.test(text));

/** May not end a line: it opens what comes after it. */
const opens = (text: string): boolean =>
  !WORD.test(text) && !CLOSING.includes(text) && /[\p{Ps}\p{Pi}]$/u.test(text);

/**
 * Breaks a text into lines of at most `width` columns: at spaces, and between Chinese characters where
 * punctuation allows. A single word that is longer is left whole, because it may be a path to click on.
 */
export function wrap(text: string, width: number, firstWidth = width): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let room = firstWidth;
  for (const piece of pieces(text)) {
    const spaces = piece.length - piece.trimEnd().length;
    const wide = displayWidth(piece);
    if (line.trim() !== '' && used + wide - spaces > room) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
      room = width;
    }
    line += piece;
    used += wide;
  }
  lines.push(line.trimEnd());
  return lines;
}

function* pieces(text: string): Generator<string> {
  let piece = '';
  let previous: Cell | undefined;
  for (const cell of cells(text)) {
    const breaks =
      previous !== undefined &&
      !closes(cell.text) &&
      !opens(previous.text) &&
      cell.text !== ' ' &&
      (previous.text === ' ' || previous.width === 2 || cell.width === 2);
    if (breaks) {
      yield piece;
      piece = '';
    }
    piece += cell.text;
    previous = cell;
  }
  if (piece !== '') yield piece;
}

/** Marks over or under another character, characters that draw nothing, and the later parts of a Hangul syllable. */
const drawsNothing = (char: string): boolean =>
  /^[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\ud7b0-\ud7ff]$/u.test(char);

function clusterWidth(cluster: string): number {
  if (cluster.length === 1 && PLAIN.test(cluster)) return 1;
  // Shown as a picture of two columns, however many code points it is made of.
  if (/\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u.test(cluster)) return 2;
  let width = 0;
  for (const char of cluster) {
    if (!drawsNothing(char)) width += eastAsianWidth(char.codePointAt(0) ?? 0);
  }
  return width;
}
