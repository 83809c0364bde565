/**
 * What a terminal would obey rather than show, and what reorders or hides the text around it: control characters,
 * line and paragraph separators, bidi controls, and characters for which terminals disagree about the width.
 * Zero-width joiners stay, because emoji and several scripts are written with them.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\p{Cs}/gu;

/** Columns of a tab. Fixed, since the text does not begin at the left edge. */
const TAB = '    ';

/** Makes a text from a transcript or a pack harmless for a terminal, on one line, without hiding anything in it. */
export function safe(text: string): string {
  return text.replace(UNSAFE, visible);
}

function visible(char: string): string {
  if (char === '\t') return TAB;
  if (char === '\n') return '⏎';
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
