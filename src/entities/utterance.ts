/** Looks at a text piece by piece: sentences, or the clauses of sentences. */
import type { Bounds } from '../text/sentences.ts';
import type { Span } from './entity.ts';

const HAN = /[\u3400-\u9fff]/;

/** @returns whether a piece of text is to be read as Chinese */
export function isChinese(piece: string): boolean {
  return HAN.test(piece);
}

/**
 * @param bounds flat pairs of start and end, as `sentences` and `clauses` give them
 * @param part is given a piece without the blanks around it; says which part of it counts, or null
 */
export function partsOf(text: string, bounds: Bounds, part: (piece: string) => Span | null): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < bounds.length; i += 2) {
    const raw = text.slice(bounds[i]!, bounds[i + 1]!);
    const piece = raw.trim();
    if (piece === '') continue;
    const start = bounds[i]! + raw.indexOf(piece[0]!);
    const found = part(piece);
    if (found) spans.push([start + found[0], start + found[1]]);
  }
  return spans;
}
