/** Which of a sequence's steps stand in order, when steps are said out of order or more than once. */

/** One place where a step is said. */
export interface Place {
  /** The step's number in the sequence. */
  step: number;
  turn: number;
  start: number;
  end: number;
}

interface Chain {
  place: Place;
  length: number;
  before: Chain | null;
}

export const comesAfter = (one: Place, other: Place): number =>
  one.turn - other.turn || one.start - other.start || one.step - other.step;

/**
 * The longest run of steps that are said in their order: each at most once, at the place that lets most
 * of them be in order; of equally long runs the one that is said first.
 */
export function longestInOrder(places: readonly Place[], steps: number): Place[] {
  const best: (Chain | null)[] = Array.from({ length: steps }, () => null);
  for (const place of [...places].sort(comesAfter)) {
    const before = longest(best.slice(0, place.step));
    const length = (before?.length ?? 0) + 1;
    if (length > (best[place.step]?.length ?? 0)) best[place.step] = { place, length, before };
  }
  const kept: Place[] = [];
  for (let chain = longest(best); chain; chain = chain.before) kept.unshift(chain.place);
  return kept;
}

function longest(chains: readonly (Chain | null)[]): Chain | null {
  let found: Chain | null = null;
  for (const chain of chains) {
    if (!chain || chain.length < (found?.length ?? 0)) continue;
    if (!found || chain.length > found.length || comesAfter(chain.place, found.place) < 0) found = chain;
  }
  return found;
}
