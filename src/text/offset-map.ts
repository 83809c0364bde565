/**
 * The way from folded offsets back to original ones, written down while a text is folded. Most folded units
 * stand right after the one before and are one unit wide; only the others get an entry of three numbers:
 * the folded offset, and where it starts and ends in the original. Entries ascend.
 */
export type OffsetMap = Int32Array;

const ENTRY = 3;
/** Longer notes are not kept for the next text. */
const KEPT = 3 * 4096;

let entries = new Int32Array(KEPT);
let used = 0;

export function clearEntries(): void {
  if (entries.length > KEPT) entries = new Int32Array(KEPT);
  used = 0;
}

/** Where the folded unit at this offset starts in the original, if it has no entry of its own. */
export function expectedStart(folded: number): number {
  return used === 0 ? folded : entries[used - 1]! + folded - entries[used - ENTRY]! - 1;
}

/** Notes where the folded unit at this offset stands. Offsets come in ascending order. */
export function note(folded: number, start: number, end: number): void {
  if (end - start === 1 && start === expectedStart(folded)) return;
  if (used === entries.length) {
    const longer = new Int32Array(used * 2);
    longer.set(entries);
    entries = longer;
  }
  entries[used] = folded;
  entries[used + 1] = start;
  entries[used + 2] = end;
  used += ENTRY;
}

/** Where the last folded unit starts, its offset given. */
export function lastStart(folded: number): number {
  return used > 0 && entries[used - ENTRY] === folded ? entries[used - 2]! : expectedStart(folded);
}

/** The last folded unit stands for the original up to `end`. */
export function widenLast(folded: number, end: number): void {
  const start = lastStart(folded);
  forget(folded);
  note(folded, start, end);
}

/** Forgets the folded units from this offset on. */
export function forget(folded: number): void {
  while (used > 0 && entries[used - ENTRY]! >= folded) used -= ENTRY;
}

/** Null when folded and original offsets are the same throughout. */
export function takeEntries(): OffsetMap | null {
  return used === 0 ? null : entries.slice(0, used);
}

/** Where the last entry begins whose field is not above the limit; negative when there is none. */
function lastEntry(map: OffsetMap, field: number, limit: number): number {
  let low = 0;
  let high = map.length / ENTRY;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (map[middle * ENTRY + field]! <= limit) low = middle + 1;
    else high = middle;
  }
  return (low - 1) * ENTRY;
}

export function originalStart(map: OffsetMap, folded: number): number {
  const entry = lastEntry(map, 0, folded);
  if (entry < 0) return folded;
  return map[entry] === folded ? map[entry + 1]! : map[entry + 2]! + folded - map[entry]! - 1;
}

export function originalEnd(map: OffsetMap, folded: number): number {
  const entry = lastEntry(map, 0, folded);
  return entry < 0 ? folded + 1 : map[entry + 2]! + folded - map[entry]!;
}

/** The offset of the first folded unit that starts at or after an original offset. */
export function firstFrom(map: OffsetMap, original: number, length: number): number {
  // The last unit that starts before the offset is known by the last entry that does.
  const entry = lastEntry(map, 1, original - 1);
  const next = entry + ENTRY < map.length ? map[entry + ENTRY]! : length;
  if (entry < 0) return Math.min(original, next);
  return Math.min(map[entry]! + 1 + Math.max(0, original - map[entry + 2]!), next);
}
