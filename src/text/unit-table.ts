/** Tables with an entry for every UTF-16 unit. The build keeps them: to read one takes a tenth of making it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { besideBundle } from './beside-bundle.ts';

export const UNITS = 65536;
/** Stands behind the last entry: a file that is cut off, or of a machine with its bytes the other way, is none. */
const MARK = 0xfeff;

const fileOf = (name: string): string => besideBundle(`${name}.units`);

/** @returns the table that is kept under the name, else the one that `make` makes; the caller's own in either case */
export function unitTable(name: string, make: () => Uint16Array): Uint16Array {
  try {
    const { buffer, byteOffset, length } = readFileSync(fileOf(name));
    const units = new Uint16Array(buffer, byteOffset, length / 2);
    if (units.length === UNITS + 1 && units[UNITS] === MARK) return units.subarray(0, UNITS);
  } catch {
    // It is made.
  }
  return make();
}

/** Called by the build, which has taken away what the one before kept. */
export function keepUnitTable(name: string, table: Uint16Array): void {
  const units = new Uint16Array(UNITS + 1);
  units.set(table);
  units[UNITS] = MARK;
  writeFileSync(fileOf(name), units);
}
