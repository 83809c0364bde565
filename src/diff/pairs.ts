/** Which violations of two verdicts on one conversation are the same. */
import type { Violation } from '../judge/verdict.ts';
import type { Counterparts } from './counterparts.ts';

export interface Paired {
  /** Found by both, by the rule and its counterpart. */
  same: [old: Violation, next: Violation][];
  /** The same words, now by another rule. */
  moved: [old: Violation, next: Violation][];
  gone: Violation[];
  come: Violation[];
}

export function pair(
  old: readonly Violation[],
  next: readonly Violation[],
  counterparts: Counterparts,
): Paired {
  const left = { gone: [...old], come: [...next] };
  const sameRule = (one: Violation, other: Violation): boolean =>
    one.rule === other.rule || counterparts.inNew(one.rule)?.id === other.rule;
  const exact = taken(left, (one, other) => sameRule(one, other) && sameSpan(one, other));
  // A phrase that was only made longer or shorter still finds the same fault.
  const near = taken(left, (one, other) => sameRule(one, other) && overlapping(one, other));
  const moved = taken(left, (one, other) => one.text !== '' && sameSpan(one, other));
  return { same: [...exact, ...near], moved, ...left };
}

/** Takes out pairs that match, each violation once. */
function taken(
  left: { gone: Violation[]; come: Violation[] },
  match: (old: Violation, next: Violation) => boolean,
): [Violation, Violation][] {
  const pairs: [Violation, Violation][] = [];
  left.gone = left.gone.filter((old) => {
    const at = left.come.findIndex((next) => match(old, next));
    if (at < 0) return true;
    pairs.push([old, left.come.splice(at, 1)[0]!]);
    return false;
  });
  return pairs;
}

const sameSpan = (one: Violation, other: Violation): boolean =>
  one.turn === other.turn && one.span[0] === other.span[0] && one.span[1] === other.span[1];

const overlapping = (one: Violation, other: Violation): boolean =>
  one.turn === other.turn && one.span[0] < other.span[1] && other.span[0] < one.span[1];
