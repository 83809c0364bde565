/** Numbers as they are written on the page, and the classes of their colours. */

/** How much of what was possible, 0 to 1. */
export const shareOf = (points: number, possible: number): number => (possible === 0 ? 0 : points / possible);

/** One decimal at most. */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** Points taken off, with a minus that is as wide as a plus; nothing where they were taken off elsewhere. */
export const lost = (points: number): string => (points > 0 ? `−${points}` : '');

/** From 0 for nothing to 4 for everything. */
export function level(share: number): string {
  if (share <= 0) return 'level0';
  if (share < 0.5) return 'level1';
  if (share < 0.75) return 'level2';
  return share < 1 ? 'level3' : 'level4';
}
