import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw, splitMix64 } from './draw.ts';

describe('SplitMix64', () => {
  // The values that the generator's published implementations are compared by.
  test('gives the published sequence', () => {
    const next = splitMix64(1234567);
    expect([next(), next(), next(), next(), next()]).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ]);
  });
});

describe('drawing', () => {
  const seeds = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

  test('takes as many as asked, none twice, the same for the same seed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.nat(40), seeds, (things, count, seed) => {
        const drawn = draw(things, count, seed);
        expect(drawn).toHaveLength(Math.min(count, things.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(things).toEqual(expect.arrayContaining(drawn));
        expect(draw(things, count, seed)).toEqual(drawn);
      }),
    );
  });

  test('favours nothing: over many seeds everything comes first about equally often', () => {
    const firsts = [0, 0, 0, 0, 0];
    for (let seed = 0; seed < 5000; seed++) firsts[draw([0, 1, 2, 3, 4], 1, seed)[0]!]!++;
    for (const count of firsts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
