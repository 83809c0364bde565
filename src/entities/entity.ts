/** What an entity is: something a template can ask for as `<name>` that is found by its make, not by a list. */
import type { FoldedText } from '../text/fold.ts';
import { eachMatch } from '../text/matches.ts';
import { guarded, signsOf } from '../text/signs.ts';

/** [start, end) in a folded text. */
export type Span = readonly [number, number];

export interface EntityOptions {
  /** Folded words that are let pass beside the entity's own. Only entities that keep a list read it. */
  allow?: ReadonlySet<string>;
}

export interface Entity {
  name: string;
  about: { zh: string; en: string };
  /** Texts in which it is found, and texts that look alike and hold none. */
  examples: { yes: string[]; no: string[] };
  /** @returns where it stands in the folded text, ascending and not overlapping */
  spans(folded: FoldedText, options?: EntityOptions): readonly Span[];
}

/**
 * @param pattern a global pattern
 * @param accept what a match must pass beside the pattern
 * @returns where the pattern is found
 */
export function find(pattern: RegExp, text: string, accept?: (match: RegExpExecArray) => boolean): Span[] {
  const spans: Span[] = [];
  if (!guarded(pattern).mayMatch(signsOf(text))) return spans;
  eachMatch(pattern, text, (match) => {
    if (!accept || accept(match)) spans.push([match.index, match.index + match[0].length]);
  });
  return spans;
}

/** @returns the spans in order; of two that overlap the one that begins first, then the longer */
export function apart(spans: Span[]): Span[] {
  const sorted = spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let end = -1;
  return sorted.filter((span) => {
    if (span[0] < end) return false;
    end = span[1];
    return true;
  });
}

/** Whether an offset stands in one of the spans, which ascend. */
export function within(spans: readonly Span[], at: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]![1] <= at) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]![0] <= at;
}
