/** Draws lots that come out the same on every machine. */

const MASK = 0xffff_ffff_ffff_ffffn;
const TWO_53 = 2 ** 53;

/**
 * SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): small, and seeds that
 * lie side by side give sequences that have nothing in common.
 *
 * @param seed a whole number from 0
 * @returns a function that gives the next number, 0 to 2^64 - 1
 */
export function splitMix64(seed: number): () => bigint {
  let state = BigInt(seed) & MASK;
  return () => {
    state = (state + 0x9e37_79b9_7f4a_7c15n) & MASK;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58_476d_1ce4_e5b9n) & MASK;
    z = ((z ^ (z >> 27n)) * 0x94d0_49bb_1331_11ebn) & MASK;
    return z ^ (z >> 31n);
  };
}

/**
 * @param count how many to draw; at most as many as there are
 * @param seed a whole number from 0
 * @returns some of the things, none twice, in the order in which they were drawn
 */
export function draw<T>(things: readonly T[], count: number, seed: number): T[] {
  const next = splitMix64(seed);
  const left = [...things];
  return Array.from({ length: Math.min(count, left.length) }, () => {
    // The upper 53 bits as a fraction: a double holds them exactly.
    const fraction = Number(next() >> 11n) / TWO_53;
    return left.splice(Math.floor(fraction * left.length), 1)[0]!;
  });
}
