/**
 * How well two raters agree, as pure functions. Ratings come as pairs: the first rater's and the second's of the same
 * case. Where a statistic is not defined (no cases, or nothing that varies) the result is null, never NaN.
 */

export type Pair<T> = readonly [first: T, second: T];

/** 97.5 % of a standard normal distribution lie below: both tails together leave 95 %. */
const Z_95 = 1.959963984540054;
/** What rounding may leave of a spread that is none, as a share of the values' own size. */
const ROUNDING = 1e-12;

/** @returns the share of cases that both rate alike, 0 to 1; null for no cases */
export function percentAgreement<T>(pairs: readonly Pair<T>[]): number | null {
  if (pairs.length === 0) return null;
  return pairs.filter(([a, b]) => a === b).length / pairs.length;
}

/**
 * Agreement beyond chance on classes that have no order (Cohen 1960).
 * @returns at most 1; 0 is what chance gives; null where both put all cases into one and the same class
 */
export function cohenKappa<T>(pairs: readonly Pair<T>[]): number | null {
  const observed = percentAgreement(pairs);
  if (observed === null) return null;
  const [first, second] = [counts(pairs.map(([a]) => a)), counts(pairs.map(([, b]) => b))];
  let matches = 0;
  for (const [value, count] of first) matches += count * (second.get(value) ?? 0);
  const expected = matches / pairs.length ** 2;
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}

/**
 * Agreement beyond chance on numbers, where a near miss is better than a far one (Cohen 1968): each disagreement
 * weighs as its size, or as its square. Every number is a class of its own, so scores need not be put into bins.
 * @returns at most 1; null where chance could not disagree, as where both give the same number to all
 */
export function weightedKappa(
  pairs: readonly Pair<number>[],
  weights: 'linear' | 'quadratic' = 'quadratic',
): number | null {
  if (pairs.length === 0) return null;
  const linear = weights === 'linear';
  const observed = mean(pairs.map(([a, b]) => (linear ? Math.abs(a - b) : (a - b) ** 2)));
  const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  const expected = linear ? meanDistance(first, second) : meanSquaredDistance(first, second);
  const size = pairs.reduce((most, [a, b]) => Math.max(most, Math.abs(a), Math.abs(b)), 0);
  return expected <= (size * ROUNDING) ** (linear ? 1 : 2) ? null : 1 - observed / expected;
}

/** @returns the mean of |first − second|, in the unit of the numbers; null for no cases */
export function meanAbsoluteDifference(pairs: readonly Pair<number>[]): number | null {
  return pairs.length === 0 ? null : mean(pairs.map(([a, b]) => Math.abs(a - b)));
}

/** @returns the product-moment correlation, −1 to 1; null for fewer than two cases or where one side does not vary */
export function pearson(pairs: readonly Pair<number>[]): number | null {
  if (pairs.length < 2) return null;
  const [middleA, middleB] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
  let [together, spreadA, spreadB] = [0, 0, 0];
  for (const [a, b] of pairs) {
    together += (a - middleA) * (b - middleB);
    spreadA += (a - middleA) ** 2;
    spreadB += (b - middleB) ** 2;
  }
  const flat = (spread: number, middle: number): boolean => spread <= (middle * ROUNDING) ** 2 * pairs.length;
  if (flat(spreadA, middleA) || flat(spreadB, middleB)) return null;
  return Math.max(-1, Math.min(1, together / Math.sqrt(spreadA) / Math.sqrt(spreadB)));
}

/** Correlation of ranks; equal numbers share the mean of their ranks. @returns as `pearson` does */
export function spearman(pairs: readonly Pair<number>[]): number | null {
  const [first, second] = [ranks(pairs.map(([a]) => a)), ranks(pairs.map(([, b]) => b))];
  return pearson(first.map((rank, index) => [rank, second[index]!]));
}

/**
 * The score interval of a proportion (Wilson 1927), without continuity correction: right also for few cases and for
 * proportions of 0 and 1.
 * @param z how many standard errors to either side; 95 % by default
 * @returns its ends, 0 to 1; null for no cases
 */
export function wilson(successes: number, cases: number, z = Z_95): readonly [number, number] | null {
  if (cases === 0) return null;
  const share = successes / cases;
  const scale = 1 + z ** 2 / cases;
  const middle = (share + z ** 2 / (2 * cases)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / cases + z ** 2 / (4 * cases ** 2));
  return [successes === 0 ? 0 : middle - half, successes === cases ? 1 : middle + half];
}

function counts<T>(values: readonly T[]): Map<T, number> {
  const found = new Map<T, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean of (a − b)² over every a with every b. */
function meanSquaredDistance(first: readonly number[], second: readonly number[]): number {
  const [middleA, middleB] = [mean(first), mean(second)];
  const spread = (values: readonly number[], middle: number) =>
    mean(values.map((one) => (one - middle) ** 2));
  return spread(first, middleA) + spread(second, middleB) + (middleA - middleB) ** 2;
}

/** Mean of |a − b| over every a with every b, in one walk through both in order. */
function meanDistance(first: readonly number[], second: readonly number[]): number {
  const [sorted, others] = [first.toSorted((a, b) => a - b), second.toSorted((a, b) => a - b)];
  const all = others.reduce((sum, value) => sum + value, 0);
  let [sum, below, at] = [0, 0, 0];
  for (const value of sorted) {
    while (at < others.length && others[at]! <= value) below += others[at++]!;
    sum += value * at - below + (all - below) - value * (others.length - at);
  }
  return sum / (first.length * second.length);
}

/** Ranks from 1; equal values have the mean of theirs. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const found = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let at = from; at < to; at++) found[order[at]!] = (from + 1 + to) / 2;
    from = to;
  }
  return found;
}
