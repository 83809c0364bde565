/** Long numbers as people write and say them: in groups, and digit by digit in Chinese. */
import type { Span } from './entity.ts';

const SPOKEN = '零〇幺一二三四五六七八九';
const VALUE = '001123456789';
const SPOKEN_DIGIT = new RegExp(`[${SPOKEN}]|(?<=[${SPOKEN}])[,、](?=[${SPOKEN}])`, 'g');
const RUN = /\d+x?(?:[ -](?:\d+x?|x(?![a-z])))*/g;
const GROUP = /\d+x?|x/g;

/** @returns a text of the same length with 一三八 as 138; the pauses between them become dashes */
export function spokenDigits(text: string): string {
  return text.replace(SPOKEN_DIGIT, (sign) => VALUE[SPOKEN.indexOf(sign)] ?? '-');
}

/** Runs a search on a text as written and, where it has Chinese digits, as spoken. */
export function writtenOrSpoken(text: string, search: (text: string) => Span[]): Span[] {
  const spoken = spokenDigits(text);
  return spoken === text ? search(text) : [...search(text), ...search(spoken)];
}

/**
 * Finds numbers written in groups with single spaces or dashes between them.
 * @param longest how many digits such a number has at most
 * @param accept is given the digits without separators (an x may end them) and where they begin
 */
export function grouped(
  text: string,
  shortest: number,
  longest: number,
  accept: (digits: string, start: number) => boolean,
): Span[] {
  const spans: Span[] = [];
  for (const run of text.matchAll(RUN)) {
    if (run[0].length < shortest) continue;
    const groups = [...run[0].matchAll(GROUP)];
    let first = 0;
    while (first < groups.length) {
      const last = reach(groups, first, shortest, longest, (digits) =>
        accept(digits, run.index + groups[first]!.index),
      );
      if (last < 0) {
        first++;
        continue;
      }
      const end = groups[last]!;
      spans.push([run.index + groups[first]!.index, run.index + end.index + end[0].length]);
      first = last + 1;
    }
  }
  return spans;
}

/** The last group of the longest accepted number that begins with group `first`, or -1. */
function reach(
  groups: RegExpExecArray[],
  first: number,
  shortest: number,
  longest: number,
  accept: (digits: string) => boolean,
): number {
  let found = -1;
  let digits = '';
  for (let last = first; last < groups.length; last++) {
    digits += groups[last]![0];
    if (digits.length > longest) break;
    if (digits.length >= shortest && accept(digits)) found = last;
  }
  return found;
}
