import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ITEM_POINTS, shareOut } from './points.ts';

test('points that are said stay; the rest is shared in halves, the earlier steps first', () => {
  expect(shareOut([undefined, undefined, undefined])).toEqual([3.5, 3.5, 3]);
  expect(shareOut([undefined, undefined, undefined, undefined])).toEqual([2.5, 2.5, 2.5, 2.5]);
  expect(shareOut([4, undefined, 3])).toEqual([4, 3, 3]);
  expect(shareOut([5, 3, 2])).toEqual([5, 3, 2]);
});

test('points that do not add up are refused', () => {
  expect(shareOut([5, 3, 3])).toBeNull();
  expect(shareOut([5, 3])).toBeNull();
  expect(shareOut([10, undefined])).toBeNull();
});

test('shares add up to the item, and none is empty', () => {
  const halves = fc.option(
    fc.integer({ min: 1, max: 12 }).map((n) => n / 2),
    { nil: undefined },
  );
  fc.assert(
    fc.property(fc.array(halves, { minLength: 1, maxLength: 12 }), (asked) => {
      const shares = shareOut(asked);
      if (shares === null) return;
      expect(shares.reduce((a, b) => a + b)).toBe(ITEM_POINTS);
      expect(Math.min(...shares)).toBeGreaterThan(0);
      expect(shares.filter((_, at) => asked[at] !== undefined)).toEqual(
        asked.filter((one) => one !== undefined),
      );
    }),
  );
});
