import { RARE, table } from './fold-table.ts';
import { isHan } from './units.ts';

/** The text in simplified characters, everything else as it is: of the same length, unit by unit. */
export function simplified(text: string): string {
  return text.replace(/\p{sc=Han}/gu, (char) => {
    const unit = char.charCodeAt(0);
    const folded = char.length === 1 && isHan(unit) ? table[unit]! : 0;
    return folded > RARE ? String.fromCharCode(folded) : char;
  });
}
