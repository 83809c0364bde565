/** How well people and rules agree: the statistics of what was compared, as plain data. */
import { remember } from '../remember.ts';
import type { Case, Compared } from './comparing.ts';
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

/** On pass or fail. Shares are 0 to 1; null where a statistic is not defined. */
export interface PassAgreement {
  cases: number;
  agreement: number | null;
  /** Wilson's 95 % interval of the agreement. */
  interval: readonly [number, number] | null;
  kappa: number | null;
}

/** On scores; differences are in points. */
export interface ScoreAgreement {
  cases: number;
  /** Quadratic weights. */
  weightedKappa: number | null;
  meanAbsoluteDifference: number | null;
  pearson: number | null;
  spearman: number | null;
}

/** On one rule, taking people's word for the truth: true positives are violations that both found. */
export interface RuleAgreement {
  rule: string;
  tp: number;
  fp: number;
  fn: number;
  tn: number;
  precision: number | null;
  recall: number | null;
  agreement: number | null;
  kappa: number | null;
}

/** A place to talk about: on a rule, or on pass or fail where it names none. */
export interface Disagreement extends Pick<Case, 'file' | 'id' | 'agent' | 'line' | 'score'> {
  rule?: string;
  ours: boolean;
  human: boolean;
  humanScore: number | null;
  /** Where ours stands; otherwise `line` is that where the conversation begins. */
  column?: number;
  words?: string;
}

export interface Agreement {
  pass: PassAgreement;
  scores: ScoreAgreement;
  /** Those with most disagreements first. */
  rules: RuleAgreement[];
  /** In the order of the corpus. */
  disagreements: Disagreement[];
}

export function agreementOf({ cases }: Pick<Compared, 'cases'>): Agreement {
  return {
    pass: passAgreement(cases.flatMap((one) => bothSaid(one.passed, one.human.passed))),
    scores: scoreAgreement(cases.flatMap((one) => bothSaid(one.score, one.human.score))),
    rules: rulesOf(cases),
    disagreements: cases.flatMap(disagreementsOf),
  };
}

export function passAgreement(pairs: readonly Pair<boolean>[]): PassAgreement {
  const same = pairs.filter(([ours, human]) => ours === human).length;
  return {
    cases: pairs.length,
    agreement: percentAgreement(pairs),
    interval: wilson(same, pairs.length),
    kappa: cohenKappa(pairs),
  };
}

export function scoreAgreement(pairs: readonly Pair<number>[]): ScoreAgreement {
  return {
    cases: pairs.length,
    weightedKappa: weightedKappa(pairs),
    meanAbsoluteDifference: meanAbsoluteDifference(pairs),
    pearson: pearson(pairs),
    spearman: spearman(pairs),
  };
}

const bothSaid = <T>(ours: T | null, human: T | null): Pair<T>[] =>
  ours === null || human === null ? [] : [[ours, human]];

function rulesOf(cases: readonly Case[]): RuleAgreement[] {
  const byRule = new Map<string, Pair<boolean>[]>();
  for (const { rules } of cases)
    for (const { rule, ours, human } of rules)
      remember(byRule, rule, (): Pair<boolean>[] => []).push([ours, human]);
  return [...byRule]
    .map(([rule, pairs]) => ruleAgreement(rule, pairs))
    .sort((a, b) => b.fp + b.fn - a.fp - a.fn || (a.rule < b.rule ? -1 : 1));
}

function ruleAgreement(rule: string, pairs: readonly Pair<boolean>[]): RuleAgreement {
  const count = (wanted: readonly [boolean, boolean]): number =>
    pairs.filter(([ours, human]) => ours === wanted[0] && human === wanted[1]).length;
  const [tp, fp, fn, tn] = [
    count([true, true]),
    count([true, false]),
    count([false, true]),
    count([false, false]),
  ];
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  return {
    rule,
    tp,
    fp,
    fn,
    tn,
    precision: share(tp, tp + fp),
    recall: share(tp, tp + fn),
    agreement: percentAgreement(pairs),
    kappa: cohenKappa(pairs),
  };
}

function disagreementsOf({ file, id, agent, line, score, passed, human, rules }: Case): Disagreement[] {
  const about = { file, id, agent, line, score, humanScore: human.score };
  const verdicts = bothSaid(passed, human.passed).filter(([ours, theirs]) => ours !== theirs);
  return [
    ...verdicts.map(([ours, theirs]) => ({ ...about, ours, human: theirs })),
    ...rules.filter((one) => one.ours !== one.human).map((one) => ({ ...about, ...one })),
  ];
}
