import { simplifications } from './tables.ts';
import { UNITS, unitTable } from './unit-table.ts';
import { isHan } from './units.ts';

/** Codes that stand in the table instead of a folded unit; no folded unit is that small. */
export const DROPPED = 0;
export const UNRESOLVED = 1;
export const RARE = 2;

/** Stays or goes by what stands around it, so it must reach the careful path: 甚 before 么. */
const CAREFUL = '甚^_|~·•';

/** Pairs that NFKC leaves alone, or would take apart: the character, then what it folds to. */
const PUNCTUATION =
  "‘'’'‛'′'´'ʼ'" +
  '″"„“‟“〝“〞”〟”' +
  '‐-‑-‒-–-−-―—' +
  '‥…⋯…︙…︰:' +
  '〜~∼~〰~' +
  '・·‧·∙·⋅·' +
  '¦|∕/⁄/' +
  '……';

const MARKS = [0x300, 0x36f, 0x1ab0, 0x1aff, 0x1dc0, 0x1dff, 0x20d0, 0x20ff, 0xfe20, 0xfe2f];

const punctuation = new Map<number, string>();
for (let i = 0; i < PUNCTUATION.length; i += 2)
  punctuation.set(PUNCTUATION.charCodeAt(i), PUNCTUATION[i + 1]!);

/** What RARE units fold to: none, one or several units. */
const rare = new Map([...CAREFUL].map((character) => [character.charCodeAt(0), character]));

/**
 * The folded unit of every UTF-16 unit, or one of the codes above. ASCII and what OpenCC knows are filled in
 * when the module loads; the rest is left to `resolve`, so that start-up pays for no table of NFKC.
 */
export const table: Uint16Array = unitTable('folds', buildFolds);

/** Not made of Han characters, and in many texts: Latin letters with their accents, punctuation, full-width forms. */
const COMMON = [0x80, 0x17f, 0x2000, 0x22ff, 0x2460, 0x27bf, 0x3000, 0x30ff, 0xfe30, 0xffef];

/** For the build to keep: made anew, and what is common settled where it folds to one unit or none. */
export function settledFolds(): Uint16Array {
  const units = buildFolds();
  for (let i = 0; i < COMMON.length; i += 2) {
    for (let unit = COMMON[i]!; unit <= COMMON[i + 1]!; unit++) {
      const code = units[unit] === UNRESOLVED ? resolve(unit) : RARE;
      if (code !== RARE) units[unit] = code;
    }
  }
  return units;
}

function buildFolds(): Uint16Array {
  const pairs = simplifications();
  const units = new Uint16Array(UNITS).fill(UNRESOLVED);
  units.fill(DROPPED, 0, 0x20);
  units[0x7f] = DROPPED;
  units[0x09] = 0x20;
  units.fill(0x0a, 0x0a, 0x0e);
  for (let unit = 0x20; unit < 0x7f; unit++) units[unit] = unit;
  for (let unit = 0x41; unit <= 0x5a; unit++) units[unit] = unit + 0x20;
  units.fill(RARE, 0xd800, 0xe000);
  for (let i = 0; i < pairs.length; i += 2) units[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
  for (const character of CAREFUL) units[character.charCodeAt(0)] = RARE;
  return units;
}

/** Whether a unit is an accent or another sign that joins the character before it. */
export function isMark(unit: number): boolean {
  for (let i = 0; i < MARKS.length; i += 2) if (unit >= MARKS[i]! && unit <= MARKS[i + 1]!) return true;
  return false;
}

/** The units that a RARE unit folds to. Surrogates are not known here: they fold in pairs. */
export function rareForm(unit: number): string {
  return rare.get(unit) ?? '';
}

/** Settles an UNRESOLVED unit for the rest of the process; returns what the table holds for it from now on. */
export function resolve(unit: number): number {
  if (isHan(unit)) {
    table[unit] = unit;
    return unit;
  }
  const folded = expand(unit);
  const only = folded.length === 1 ? folded.charCodeAt(0) : 0;
  let code = only;
  if (folded === '') {
    code = DROPPED;
  } else if (folded.length > 1 || isMark(only) || CAREFUL.includes(folded)) {
    code = RARE;
    rare.set(unit, folded);
  }
  table[unit] = code;
  return code;
}

function expand(unit: number): string {
  const character = String.fromCharCode(unit);
  const known = punctuation.get(unit);
  if (known !== undefined) return known;
  if (unit === 0x85 || unit === 0x2028 || unit === 0x2029) return '\n';
  if (/[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/u.test(character)) return '';
  if (/\p{Zs}/u.test(character)) return ' ';
  const folded = character.normalize('NFKC').toLowerCase();
  // NFKC turns a spacing accent into a space and a mark, which would tear words apart.
  if (folded.length > 1 && folded.startsWith(' ')) return character;
  if (folded === character) {
    const code = table[unit]!;
    return code > RARE ? String.fromCharCode(code) : character;
  }
  let closed = '';
  for (let i = 0; i < folded.length; i++) closed += expand(folded.charCodeAt(i));
  return closed;
}
