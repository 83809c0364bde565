/** What kind of character a folded UTF-16 unit is. Every question here is about units, never about strings. */

export const NEWLINE = 0x0a;
export const SPACE = 0x20;
export const APOSTROPHE = 0x27;
export const COMMA = 0x2c;
export const DOT = 0x2e;
export const SLASH = 0x2f;
export const ELLIPSIS = 0x2026;

/** The share of the Han script in the basic plane that survives folding, and 〇. */
export function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff ? unit < 0x4dc0 || unit > 0x4dff : unit === 0x3007;
}

/** A folded letter of the Latin, Greek or Cyrillic script. */
export function isLetter(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a;
  if (unit < 0x250) return unit >= 0xdf && unit !== 0xf7;
  return (unit >= 0x370 && unit <= 0x52f && unit !== 0x37e) || (unit >= 0x1e00 && unit <= 0x1fff);
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Whether an offset falls between the two halves of one character. */
export function splitsPair(text: string, offset: number): boolean {
  return isLowSurrogate(text.charCodeAt(offset)) && isHighSurrogate(text.charCodeAt(offset - 1));
}

/** Whether a character beyond the basic plane, known by its first half, is Han. */
export function leadsHan(high: number): boolean {
  return high >= 0xd840 && high <= 0xd8bf;
}

const UNITS = 65536;
/** Memory for so many sets at once: of a piece this large the system clears only what is touched, and when it is. */
const TOGETHER = 16;
let memory = new ArrayBuffer(0);
let taken = 0;

/** A set of units as a table: membership is one look-up. */
export function unitSet(characters: string): Uint8Array {
  if (taken === memory.byteLength) {
    memory = new ArrayBuffer(UNITS * TOGETHER);
    taken = 0;
  }
  const set = new Uint8Array(memory, taken, UNITS);
  taken += UNITS;
  for (let i = 0; i < characters.length; i++) set[characters.charCodeAt(i)] = 1;
  return set;
}
