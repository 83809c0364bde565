import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cohenKappa,
  meanAbsoluteDifference,
  type Pair,
  pearson,
  percentAgreement,
  spearman,
  weightedKappa,
  wilson,
} from './statistics.ts';

/** A table of counts, rows the first rater's and columns the second's, as pairs. */
function table(rows: readonly (readonly number[])[]): Pair<number>[] {
  return rows.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({ length: count }, (): Pair<number> => [a, b])),
  );
}

/** Boyd et al. 1982: two radiologists on 85 xeromammograms, from normal to cancer; worked through in the Stata manual (`kap`). */
const MAMMOGRAMS = table([
  [21, 12, 0, 0],
  [4, 17, 1, 0],
  [3, 9, 15, 2],
  [0, 0, 0, 1],
]);
/** Fleiss, Levin & Paik 2003, table 18.1: two psychiatrists on 100 patients. */
const DIAGNOSES = table([
  [75, 1, 4],
  [5, 4, 1],
  [0, 0, 10],
]);

describe('agreement on classes', () => {
  it('gives the published values', () => {
    expect(percentAgreement(MAMMOGRAMS)).toBeCloseTo(0.6353, 4);
    expect(cohenKappa(MAMMOGRAMS)).toBeCloseTo(0.4728, 4);
    expect(cohenKappa(DIAGNOSES)).toBeCloseTo(0.6765, 4);
    // By hand: (0.7 − 0.5) ÷ (1 − 0.5).
    const proposals = table([
      [20, 5],
      [10, 15],
    ]);
    expect(cohenKappa(proposals)).toBeCloseTo(0.4, 10);
  });

  it('has no κ where both put all into one class, and 0 where one of them does', () => {
    expect(cohenKappa(table([[7]]))).toBeNull();
    expect(cohenKappa(table([[7, 3]]))).toBe(0);
    expect(cohenKappa([])).toBeNull();
    expect(percentAgreement([])).toBeNull();
  });
});

describe('agreement on numbers', () => {
  it('gives the published values of weighted κ', () => {
    expect(weightedKappa(MAMMOGRAMS, 'linear')).toBeCloseTo(0.5684, 4);
    expect(weightedKappa(MAMMOGRAMS, 'quadratic')).toBeCloseTo(0.6714, 4);
  });

  it('weighs as the definition over all pairs of numbers does', () => {
    const score = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 30 }), (pairs) => {
        for (const [weights, power] of [
          ['linear', 1],
          ['quadratic', 2],
        ] as const) {
          let [observed, expected] = [0, 0];
          for (const [a, b] of pairs) {
            observed += Math.abs(a - b) ** power / pairs.length;
            for (const [, other] of pairs) expected += Math.abs(a - other) ** power / pairs.length ** 2;
          }
          const kappa = weightedKappa(pairs, weights);
          if (expected === 0) expect(kappa).toBeNull();
          else expect(kappa).toBeCloseTo(1 - observed / expected, 8);
        }
      }),
    );
  });

  it('gives the published values of correlations', () => {
    // Anscombe 1973, the first of the four.
    const anscombe: Pair<number>[] = [
      [10, 8.04],
      [8, 6.95],
      [13, 7.58],
      [9, 8.81],
      [11, 8.33],
      [14, 9.96],
      [6, 7.24],
      [4, 4.26],
      [12, 10.84],
      [7, 4.82],
      [5, 5.68],
    ];
    expect(pearson(anscombe)).toBeCloseTo(0.8164, 4);
    // Intelligence and hours of television, the worked example of many textbooks: −29/165.
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(spearman(iq.map((value, index) => [value, hours[index]!]))).toBeCloseTo(-29 / 165, 12);
  });

  it('shares ranks among equals', () => {
    // Ranks 1, 2.5, 2.5, 4 with 1, 2, 3, 4: 4.5 ÷ √(4.5 × 5).
    const pairs: Pair<number>[] = [
      [10, 1],
      [20, 2],
      [20, 3],
      [30, 4],
    ];
    expect(spearman(pairs)).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
  });

  it('is null and never NaN where nothing varies', () => {
    const flat: Pair<number>[] = [
      [0.1 + 0.2, 60],
      [0.3, 80],
    ];
    expect(pearson(flat)).toBeNull();
    expect(pearson([[1, 2]])).toBeNull();
    expect(spearman([])).toBeNull();
    expect(weightedKappa(Array.from({ length: 7 }, () => [93.3, 93.3]))).toBeNull();
    expect(meanAbsoluteDifference([])).toBeNull();
  });

  it('takes differences without their sign', () => {
    expect(
      meanAbsoluteDifference([
        [80, 90],
        [70, 64],
      ]),
    ).toBe(8);
  });
});

describe('Wilson interval', () => {
  it.each([
    // Newcombe 1998, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i', (successes, cases, low, high) => {
    const [from, to] = wilson(successes, cases)!;
    expect(from).toBeCloseTo(low, 4);
    expect(to).toBeCloseTo(high, 4);
  });

  it('stays within 0 and 1 and holds the proportion', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (some, more) => {
        fc.pre(some + more > 0);
        const [low, high] = wilson(some, some + more)!;
        const share = some / (some + more);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
    expect(wilson(0, 0)).toBeNull();
  });
});
