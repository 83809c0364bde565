import { homophones } from './tables.ts';
import { UNITS, unitTable } from './unit-table.ts';

let table: Uint16Array | null = null;

/**
 * For every folded UTF-16 unit the unit that stands for all heard like it, 0 where it stands for itself:
 * 不知到 and 不知道 become the same.
 * Han characters in common use are grouped by syllable and tone, with a few pairs that recognizers and
 * typists confuse across tones; numerals, signs and everything else stand for themselves. Made on first use.
 */
export function sounds(): Uint16Array {
  table ??= unitTable('sounds', buildSounds);
  return table;
}

/** Made anew, whatever is kept. */
export function buildSounds(): Uint16Array {
  const groups = homophones();
  const units = new Uint16Array(UNITS);
  let first = 0;
  for (let i = 0; i < groups.length; i++) {
    const unit = groups.charCodeAt(i);
    if (unit === 0x20) first = 0;
    else if (first === 0) first = unit;
    else units[unit] = first;
  }
  return units;
}

/** The unit that stands for all heard like this one, in the table of `sounds`. */
export function soundOf(table: Uint16Array, unit: number): number {
  return table[unit]! || unit;
}
