/** How often a rule's accusations stand. */
import { wilson } from '../agree/statistics.ts';
import type { RuleTally } from './collect.ts';

export interface Precision extends RuleTally {
  appealed: number;
  /** Violations that stand ÷ violations found, 0 to 1. One that nobody appealed stands. */
  precision: number;
  /** Wilson's 95 % interval of the precision. */
  interval: readonly [number, number];
  /** The same among violations with a decided appeal; null where there are none. */
  precisionOfDecided: number | null;
  /** Too few violations to tell much. */
  few: boolean;
}

/** Fewer violations than this tell little. */
export const FEW = 10;

/** @returns the rules with the worst first; of two alike, the one with more violations */
export function precisionOf(rules: readonly RuleTally[]): Precision[] {
  return rules
    .map(measured)
    .sort((a, b) => a.precision - b.precision || b.found - a.found || (a.rule < b.rule ? -1 : 1));
}

function measured(tally: RuleTally): Precision {
  const { found, upheld, rejected, pending } = tally;
  const decided = upheld + rejected;
  return {
    ...tally,
    appealed: decided + pending,
    precision: (found - upheld) / found,
    interval: wilson(found - upheld, found)!,
    precisionOfDecided: decided === 0 ? null : rejected / decided,
    few: found < FEW,
  };
}
