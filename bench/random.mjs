/** Mulberry32: 32 bits of state, so the same seed gives the same corpus on every machine. */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** @returns a whole number from 0 to `below` - 1 */
  below(below) {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((((mixed ^ (mixed >>> 14)) >>> 0) * below) / 2 ** 32) >>> 0;
  }

  /** @returns a whole number, both ends included */
  between(from, to) {
    return from + this.below(to - from + 1);
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** @param share from 0 to 1 */
  chance(share) {
    return this.below(1_000_000) < share * 1_000_000;
  }
}
