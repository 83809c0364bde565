import { Excerpt } from '../excerpt.ts';

/** What one voice says in a cue. */
export interface Said {
  /** The name in a voice tag. */
  voice?: string;
  words: Excerpt;
}

/**
 * Tags of WebVTT and of the HTML that players take in subtitles, times within a cue, `{\an8}` of SubRip, `[br]` of
 * SubViewer, character references. Other things in angle brackets (`<phone number>`) are words.
 */
const TOKEN =
  /<(\/?)(c|i|b|u|s|em|strong|font|ruby|rt|v|lang|span|br)(?:\.[^\s<>.]*)*(?:\s([^<>]*)|\/)?>|<\d[\d:.,]*>|\{\\[^{}]*\}|\[br\]|&(?:(amp|lt|gt|nbsp|lrm|rlm|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
  quot: '"',
  apos: "'",
};

/**
 * The words of a cue without its tags, by voice.
 * https://www.w3.org/TR/webvtt1/#webvtt-cue-text-parsing-rules
 * @param text the whole file; @param from, to where the cue's words stand in it
 */
export function cueText(text: string, from: number, to: number): Said[] {
  const payload = text.slice(from, to);
  const all: Said[] = [{ words: new Excerpt() }];
  let at = 0;
  for (const token of payload.matchAll(TOKEN)) {
    const [whole, close, tag] = token;
    const { words } = all.at(-1)!;
    words.add(payload.slice(at, token.index), from + at);
    const [begin, end] = [from + token.index, from + token.index + whole.length];
    at = token.index + whole.length;
    const character = decoded(token);
    if (character !== undefined) words.add(character, begin, end);
    else if (/^(?:br|\[br\])$/i.test(tag ?? whole)) words.add('\n', begin, end);
    else if (tag?.toLowerCase() === 'v') {
      const voice = close ? '' : plainName(token[3] ?? '');
      all.push(voice === '' ? { words: new Excerpt() } : { voice, words: new Excerpt() });
    }
  }
  all.at(-1)!.words.add(payload.slice(at), from + at);
  return all.map((said) => ({ ...said, words: said.words.trim() })).filter(({ words }) => words.text !== '');
}

function decoded([, , , , name, decimal, hexadecimal]: RegExpMatchArray): string | undefined {
  if (name !== undefined) return NAMED[name.toLowerCase()];
  const digits = decimal ?? hexadecimal;
  if (digits === undefined) return undefined;
  const code = Number.parseInt(digits, decimal === undefined ? 16 : 10);
  // Surrogates and what is beyond Unicode are replaced, as HTML replaces them.
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)
    ? '\ufffd'
    : String.fromCodePoint(code);
}

function plainName(annotation: string): string {
  const name = annotation.replace(TOKEN, (...token) => decoded(token as unknown as RegExpMatchArray) ?? '');
  return name.replace(/\s+/g, ' ').trim();
}
