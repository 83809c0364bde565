/** How alike two texts are, whatever their punctuation. */
import levenshtein from 'natural/lib/natural/distance/levenshtein_distance.js';
import { fold } from '../../text/fold.ts';

/** Letters and digits alone, folded. */
export const core = (text: string): string => fold(text).text.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * @param least likeness that is of interest; texts whose lengths alone put them below it are not compared
 * @returns 0 to 1: the share of the longer text's characters that need no keystroke to become the other
 */
export function likeness(a: string, b: string, least: number): number {
  const [one, other] = [core(a), core(b)];
  const longer = Math.max(one.length, other.length);
  if (longer === 0) return 1;
  const most = Math.min(one.length, other.length) / longer;
  return most < least ? 0 : 1 - levenshtein.LevenshteinDistance(one, other) / longer;
}
