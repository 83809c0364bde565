/** "Did you mean": loaded only once a mistake has been made. */
import levenshtein from 'natural/lib/natural/distance/levenshtein_distance.js';

/**
 * @param found what was written
 * @param known what could have been meant
 * @returns the known word that is few keystrokes away (a third of its length, at most 3); null where none is
 */
export function nearest(found: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let fewest = Math.min(3, Math.ceil(found.length / 3)) + 0.5;
  for (const word of known) {
    const strokes = levenshtein.DamerauLevenshteinDistance(found, word);
    if (strokes < fewest) {
      best = word;
      fewest = strokes;
    }
  }
  return best;
}
