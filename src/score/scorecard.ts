/** Outcomes become a score. Deduct: 100 − Σ min(cap, points × violations). Weighted: Σ earned ÷ Σ possible. */
import type { Deduction, SectionScore } from '../judge/verdict.ts';
import type { Judgement, Rule } from '../kinds/kind.ts';
import type { Scorecard } from '../pack/compile.ts';
import { remember } from '../remember.ts';
import { paidElsewhere } from './charged-once.ts';

export interface Scored {
  score: number | null;
  scoreBeforeVeto: number | null;
  vetoedBy: string | null;
  passed: boolean;
  sections: SectionScore[];
  deductions: Deduction[];
  /** Rule → what each of its violations cost, in the order of its findings. */
  costs: ReadonlyMap<string, number[]>;
}

interface Result {
  rule: Rule;
  judgement: Judgement;
}

const FULL = 100;
const NO_COSTS: ReadonlyMap<string, number[]> = new Map();

/** @returns the score of one transcript, 0 to 100; null where no rule with points was applicable */
export function score(results: readonly Result[], card: Scorecard): Scored {
  const applicable: Result[] = [];
  const failing: Result[] = [];
  for (const result of results) {
    const { outcome } = result.judgement;
    if (outcome !== 'na') applicable.push(result);
    if (outcome === 'fail') failing.push(result);
  }
  if (failing.length === 0) return flawless(applicable, card);
  const free = paidElsewhere(failing);
  const failed = failing.flatMap(({ rule, judgement }) =>
    judgement.outcome === 'fail' ? [{ rule, charged: judgement.findings.map((one) => !free.has(one)) }] : [],
  );
  const deductions = failed.map(deductionOf);
  const costs = new Map(failed.map((one, index) => [one.rule.id, spread(one.charged, deductions[index]!)]));
  const sections = sectionScores(applicable, deductions, card);
  const before = applicable.length === 0 ? null : total(applicable, deductions, sections, card);
  const veto = failing.find(({ rule }) => rule.veto === true);
  const vetoedBy = veto?.rule.id ?? null;
  const final = before === null ? null : vetoedBy ? 0 : before;
  return {
    score: final,
    scoreBeforeVeto: before,
    vetoedBy,
    passed: final === null || final >= card.pass,
    sections,
    deductions: deductions.filter(({ count }) => count > 0),
    costs,
  };
}

/** What most transcripts come to, without the arithmetic: whatever the method, nothing is lost. */
function flawless(applicable: readonly Result[], card: Scorecard): Scored {
  const full = applicable.length === 0 ? null : FULL;
  const judged = new Set<string | null>();
  for (const { rule } of applicable) judged.add(rule.section);
  const names = new Set([...Object.keys(card.sections), ...judged]);
  return {
    score: full,
    scoreBeforeVeto: full,
    vetoedBy: null,
    passed: full === null || full >= card.pass,
    sections: [...names].flatMap((name) =>
      name !== null && judged.has(name) ? [{ name, score: FULL }] : [],
    ),
    deductions: [],
    costs: NO_COSTS,
  };
}

/** A rule that failed, and for each of its findings whether it is this rule that charges for it. */
interface Failed {
  rule: Rule;
  charged: boolean[];
}

function deductionOf({ rule, charged }: Failed): Deduction {
  const count = charged.filter(Boolean).length;
  const taken = Math.min(rule.cap ?? Number.POSITIVE_INFINITY, rule.points * count);
  return { rule: rule.id, count, points: rule.points, cap: rule.cap, taken, section: rule.section };
}

/** Violations cost their points in turn until the cap is spent. */
function spread(charged: readonly boolean[], { points, taken }: Deduction): number[] {
  let left = taken;
  return charged.map((charges) => {
    const cost = charges ? Math.min(points, left) : 0;
    left = tidy(left - cost);
    return cost;
  });
}

function total(
  applicable: readonly Result[],
  deductions: readonly Deduction[],
  sections: readonly SectionScore[],
  card: Scorecard,
): number {
  if (card.method === 'weighted') return weighted(applicable, deductions, sections, card);
  const bonus = applicable.reduce(
    (sum, { rule, judgement }) => sum + (judgement.outcome === 'pass' ? rule.bonus : 0),
    0,
  );
  const taken = deductions.reduce((sum, one) => sum + one.taken, 0);
  return tidy(Math.max(0, Math.min(FULL, FULL - taken - forfeited(applicable, deductions, card) + bonus)));
}

/** A section veto takes what its section was worth and had not lost yet. */
function forfeited(applicable: readonly Result[], deductions: readonly Deduction[], card: Scorecard): number {
  const sections = new Set(applicable.filter(vetoesSection).map(({ rule }) => rule.section ?? ''));
  return [...sections].reduce(
    (sum, name) => sum + Math.max(0, (card.sections[name] ?? 0) - takenIn(name, deductions)),
    0,
  );
}

const vetoesSection = ({ rule, judgement }: Result): boolean =>
  rule.veto === 'section' && judgement.outcome === 'fail';

const takenIn = (section: string, deductions: readonly Deduction[]): number =>
  deductions.reduce((sum, one) => sum + (one.section === section ? one.taken : 0), 0);

/** Sections weigh what the scorecard gives them; with no sections, every rule weighs its points. */
function weighted(
  applicable: readonly Result[],
  deductions: readonly Deduction[],
  sections: readonly SectionScore[],
  card: Scorecard,
): number {
  const scored = sections.filter(({ name }) => (card.sections[name] ?? 0) > 0);
  const weight = scored.reduce((sum, { name }) => sum + card.sections[name]!, 0);
  if (weight > 0) {
    return tidy(
      scored.reduce((sum, section) => sum + section.score * card.sections[section.name]!, 0) / weight,
    );
  }
  return share(applicable, deductions);
}

/** Σ earned ÷ Σ possible: a rule that fails loses what its violations cost, at most what it is worth. */
function share(applicable: readonly Result[], deductions: readonly Deduction[]): number {
  const worth = (rule: Rule): number => rule.cap ?? rule.points;
  const possible = applicable.reduce((sum, { rule }) => sum + worth(rule), 0);
  if (possible === 0) return FULL;
  const lost = applicable.reduce((sum, { rule }) => {
    const taken = deductions.find((one) => one.rule === rule.id)?.taken ?? 0;
    return sum + Math.min(worth(rule), taken);
  }, 0);
  return tidy((FULL * (possible - lost)) / possible);
}

function sectionScores(
  applicable: readonly Result[],
  deductions: readonly Deduction[],
  card: Scorecard,
): SectionScore[] {
  const bySection = new Map(Object.keys(card.sections).map((name): [string, Result[]] => [name, []]));
  for (const result of applicable) {
    const { section } = result.rule;
    if (section !== null) remember(bySection, section, () => []).push(result);
  }
  return [...bySection].flatMap(([name, inside]) => {
    if (inside.length === 0) return [];
    const vetoed = inside.some(vetoesSection);
    const taken = deductions.filter((one) => one.section === name);
    return [{ name, score: vetoed ? 0 : sectionScore(inside, taken, card, name) }];
  });
}

function sectionScore(
  inside: readonly Result[],
  taken: readonly Deduction[],
  card: Scorecard,
  name: string,
): number {
  if (card.method === 'weighted') return share(inside, taken);
  const worth = card.sections[name] ?? FULL;
  const lost = Math.min(
    worth,
    taken.reduce((sum, one) => sum + one.taken, 0),
  );
  return tidy(worth === 0 ? FULL : (FULL * (worth - lost)) / worth);
}

/** Two decimals: sums of tenths must not show as 86.99999. */
const tidy = (value: number): number => Math.round(value * 100) / 100;
