/** A power of two. One of so many tables is copied at a time, and few of their places stay empty. */
const TABLES = 64;
/** Most files hold one conversation. */
const FIRST_SLOTS = 8;
const GROWTH = 1.25;

/**
 * A set of ids by their 53-bit hashes, some 11 bytes each: a file has as many ids as conversations, and a Set of
 * strings would take ten times as much. Two ids of a million share a hash once in ten thousand such files.
 */
export class IdSet {
  private readonly tables: Table[] = [];

  has(id: string): boolean {
    const value = hash(id);
    return this.tables[value % TABLES]?.has(value) ?? false;
  }

  /** @returns false if it was there before */
  add(id: string): boolean {
    const value = hash(id);
    const number = value % TABLES;
    this.tables[number] ??= new Table();
    return this.tables[number].add(value);
  }
}

/** A set of numbers other than 0. */
class Table {
  private slots = new Float64Array(FIRST_SLOTS);
  private size = 0;

  has(value: number): boolean {
    return this.slots[this.slotOf(value)] !== 0;
  }

  add(value: number): boolean {
    const slot = this.slotOf(value);
    if (this.slots[slot] !== 0) return false;
    this.slots[slot] = value;
    if (++this.size * 5 > this.slots.length * 4) this.grow();
    return true;
  }

  private slotOf(value: number): number {
    const { slots } = this;
    let at = Math.floor(value / TABLES) % slots.length;
    while (slots[at] !== 0 && slots[at] !== value) at = at + 1 === slots.length ? 0 : at + 1;
    return at;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Float64Array(Math.ceil(old.length * GROWTH));
    for (const value of old) if (value !== 0) this.slots[this.slotOf(value)] = value;
  }
}

/** Gives conversations of one file ids of their own. */
export class Ids {
  private readonly known = new IdSet();
  /** The last number given to an id that came more than once. */
  private readonly numbers = new Map<string, number>();

  /** The id, or with `#2`, `#3` where it was given before. */
  unique(id: string): string {
    if (this.known.add(id)) return id;
    let number = (this.numbers.get(id) ?? 1) + 1;
    while (!this.known.add(`${id}#${number}`)) number++;
    this.numbers.set(id, number);
    return `${id}#${number}`;
  }
}

/** cyrb53: two multiplicative hashes of 32 bits put together; never 0. */
function hash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0) || 1;
}
