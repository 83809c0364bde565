/**
 * Most patterns of packs repeat nothing without end, and V8 runs those in time linear in the text, sooner than RE2 is
 * even loaded. Only what repeats without end, or repeats groups, needs the engine that cannot be made to hang.
 */

const ESCAPE = /\\./g;
const CLASS = /\[[^\]]*\]/g;
/** Endless repetition, a repeated group, or a group that is more than a group. */
const UNBOUNDED = /[*+]|\{\d+,\}|\)\{|\(\?(?!:)/;
const REPEAT = /\{(?:\d+,)?(\d+)\}/g;
const OPTIONAL = /(?<!\()\?/g;

/** At each place of the text a pattern may be tried in so many ways at the most, whatever the text is. */
const MOST_REPEATS = 3;
const LONGEST_REPEAT = 40;
const MOST_OPTIONAL = 8;

/** @returns the pattern for V8; null where RE2 has to run it */
export function boundedRegex(source: string): RegExp | null {
  const bare = source.replace(ESCAPE, 'x').replace(CLASS, 'x');
  const repeats = [...bare.matchAll(REPEAT)].map((match) => Number(match[1]));
  if (UNBOUNDED.test(bare) || repeats.length > MOST_REPEATS) return null;
  if (repeats.some((most) => most > LONGEST_REPEAT)) return null;
  if ((bare.match(OPTIONAL)?.length ?? 0) > MOST_OPTIONAL) return null;
  try {
    return new RegExp(source.replaceAll('\\p{Han}', '\\p{Script=Han}'), 'gu');
  } catch {
    return null;
  }
}
