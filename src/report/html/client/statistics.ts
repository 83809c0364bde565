import { remember } from '../../../remember.ts';
import type { Row } from './rows.ts';

/** What became of a number of transcripts. */
export interface Total {
  transcripts: number;
  scored: number;
  scores: number;
  passed: number;
  violations: number;
}

export interface Interval {
  rate: number;
  low: number;
  high: number;
}

/** z of the two-sided 95 % interval. */
const Z = 1.96;

/** Wilson's interval, which holds for few transcripts and for rates near 0 and 1 too. */
export function wilson(passed: number, count: number): Interval | null {
  if (count === 0) return null;
  const rate = passed / count;
  const square = Z * Z;
  const middle = (rate + square / (2 * count)) / (1 + square / count);
  const reach = (Z / (1 + square / count)) * Math.sqrt((rate * (1 - rate) + square / (4 * count)) / count);
  return { rate, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

/** The ends in whole percent, outwards: what is not certain is not rounded to 100 %. */
export function percents({ low, high }: Interval): { from: number; to: number } {
  return { from: Math.floor(100 * low), to: Math.ceil(100 * high) };
}

/** In percent with one decimal; all or none only where it is so. */
export function percentOf(rate: number): number {
  const rounded = Math.round(1000 * rate) / 10;
  if (rounded === 100 && rate < 1) return 99.9;
  return rounded === 0 && rate > 0 ? 0.1 : rounded;
}

export function totalOf(rows: Iterable<Row>): Total {
  const total = { transcripts: 0, scored: 0, scores: 0, passed: 0, violations: 0 };
  for (const row of rows) add(total, row);
  return total;
}

export function mean({ scores, scored }: Total): number | null {
  return scored === 0 ? null : scores / scored;
}

/** Totals by agent, team or day. */
export function groupBy(rows: Iterable<Row>, key: (row: Row) => number): Map<number, Total> {
  const groups = new Map<number, Total>();
  for (const row of rows) {
    const of = key(row);
    add(
      remember(groups, of, () => totalOf([])),
      row,
    );
  }
  return groups;
}

/**
 * The surely low ones first: by the upper end of the interval, so that one bad call alone leads no list. Those
 * without a score come last.
 */
export function worstFirst(groups: Map<number, Total>): [key: number, total: Total][] {
  const upper = ({ passed, scored }: Total): number => wilson(passed, scored)?.high ?? 2;
  return [...groups].sort(
    ([, a], [, b]) => upper(a) - upper(b) || (mean(a) ?? 0) - (mean(b) ?? 0) || b.transcripts - a.transcripts,
  );
}

export interface RuleTotal {
  rule: number;
  violations: number;
  transcripts: number;
  points: number;
}

/** Those that the most transcripts break first. */
export function worstRules(rows: Iterable<Row>): RuleTotal[] {
  const totals = new Map<number, RuleTotal>();
  for (const row of rows) {
    for (const { rule, count, points } of row.rules) {
      const total = remember(totals, rule, () => ({ rule, violations: 0, transcripts: 0, points: 0 }));
      total.violations += count;
      total.points += points;
      total.transcripts++;
    }
  }
  return [...totals.values()].sort((a, b) => b.transcripts - a.transcripts || b.points - a.points);
}

/** Scores from `from` to below `to`. */
export interface Bin {
  from: number;
  to: number;
  count: number;
  failed: number;
}

/** Tens, and full marks by themselves: they would hide the nineties. */
export function distribution(rows: Iterable<Row>): Bin[] {
  const bins = Array.from({ length: 11 }, (_, index) => ({
    from: index * 10,
    to: index === 10 ? 100 : index * 10 + 9.99,
    count: 0,
    failed: 0,
  }));
  for (const { score, passed } of rows) {
    if (score === null) continue;
    const bin = bins[Math.floor(Math.min(100, Math.max(0, score)) / 10)]!;
    bin.count++;
    if (!passed) bin.failed++;
  }
  return bins;
}

function add(total: Total, { score, passed, violations }: Row): void {
  total.transcripts++;
  total.violations += violations;
  if (score === null) return;
  total.scored++;
  total.scores += score;
  if (passed) total.passed++;
}
