/** Shares an item's points out among its steps. */
import { STEP_OF_MARKS } from '../../pack/scenario-form.ts';

/** What a scenario is worth in an exercise. */
export const ITEM_POINTS = 10;

/**
 * Steps that say their points keep them; the others share what is left, in halves, as evenly as halves go, the
 * earlier ones first.
 *
 * @param asked the points that each step says, if it does
 * @returns the points of each step, which add up to ITEM_POINTS; null where that cannot be
 */
export function shareOut(asked: readonly (number | undefined)[]): number[] | null {
  const said = asked.reduce<number>((sum, points) => sum + (points ?? 0), 0);
  const silent = asked.filter((points) => points === undefined).length;
  const halves = (ITEM_POINTS - said) / STEP_OF_MARKS;
  if (silent === 0) return halves === 0 ? (asked as number[]) : null;
  if (halves < silent) return null;
  let rest = halves % silent;
  const share = Math.floor(halves / silent);
  return asked.map((points) => points ?? (share + (rest-- > 0 ? 1 : 0)) * STEP_OF_MARKS);
}
