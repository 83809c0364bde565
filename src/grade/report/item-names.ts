import type { Exercise } from '../exercise.ts';

/** Of characters: what fits above a column of marks. */
const SHORT = 4;

/** What an item is called where there is little room, and where there is more. */
export interface ItemName {
  short: string;
  full: string;
}

/** By their ids where all are as short as q12; otherwise by their numbers on the sheet, with the id where it fits. */
export function itemNames({ items }: Exercise): ItemName[] {
  const areShort = items.every(({ id }) => id.length <= SHORT);
  return items.map(({ id }, index) => {
    const number = String(index + 1);
    return areShort ? { short: id, full: id } : { short: number, full: `${number} ${id}` };
  });
}
