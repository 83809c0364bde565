/** What the wordings of an answer cost that the pack or the item forbids. */
import { judgeRule } from '../judge/judge.ts';
import type { Scene } from '../judge/scene.ts';
import type { Finding, Rule } from '../kinds/kind.ts';
import { paidElsewhere } from '../score/charged-once.ts';
import type { Costs, Item } from './exercise.ts';
import { isOwn } from './exercise-pack.ts';
import type { WordingMark } from './mark.ts';
import { isTold, isUnsaid, type Reading } from './reading.ts';
import { roundMark } from './round.ts';
import { type Span, touches } from './spans.ts';

/** What one would say, and does not say yet, is half a fault, as it is half a merit. */
const TOLD = 0.5;

/** A rule with what it costs in this item. */
interface Priced {
  rule: Rule;
  cost: number;
  findings: Finding[];
}

/**
 * @param rules those of the packs, and those of the item in the order in which it lists them
 * @returns every wording that a rule objects to, by place; the same words are paid for once, and so is each of a pack's rules
 */
export function markWordings(
  rules: readonly Rule[],
  item: Item,
  costs: Costs,
  reading: Reading,
  scene: Scene,
  turn: number,
): WordingMark[] {
  const { folded } = scene.turns[turn]!;
  const spanOf = ({ span }: Finding): Span => folded.span(span![0], span![1]);
  const counts = (finding: Finding): boolean => {
    if (finding.turn !== turn || finding.span === null) return false;
    const span = spanOf(finding);
    return !isUnsaid(reading, span) && !reading.aside.some((one) => touches(one, span));
  };
  let own = 0;
  const priced = rules.flatMap((rule): Priced[] => {
    const cost = costOf(rule, item, costs, isOwn(rule) ? item.forbid?.[own++]?.points : undefined);
    const judgement = judgeRule(rule, scene);
    return judgement.outcome === 'fail' ? [{ rule, cost, findings: judgement.findings.filter(counts) }] : [];
  });
  const free = paidElsewhere(
    priced.map(({ rule, cost, findings }) => ({
      rule: { ...rule, points: rule.veto === true ? item.points : cost },
      judgement: { outcome: 'fail', findings },
    })),
  );
  return priced
    .flatMap(({ rule, cost, findings }) => {
      let paid = false;
      return findings.map((finding): WordingMark => {
        const charged = !free.has(finding) && !(paid && !isOwn(rule));
        paid ||= charged;
        const span = spanOf(finding);
        const price = isTold(reading, span) ? toldCost(rule, cost) : cost;
        return wording(rule, span, charged ? price : 0, reading);
      });
    })
    .sort((a, b) => a.span[0] - b.span[0] || b.cost - a.cost || ((a.rule ?? '') < (b.rule ?? '') ? -1 : 1));
}

/** Who tells what he would do is rude to nobody; what the item itself forbids is half a fault. */
const toldCost = (rule: Rule, cost: number): number => (isOwn(rule) ? roundMark(cost * TOLD) : 0);

function costOf(rule: Rule, item: Item, costs: Costs, own: number | undefined): number {
  return own ?? roundMark((item.points * costs[rule.severity]) / 100);
}

function wording(rule: Rule, span: Span, cost: number, { original }: Reading): WordingMark {
  return {
    rule: isOwn(rule) ? null : rule.id,
    severity: rule.severity,
    clauses: rule.clauses,
    span,
    text: original.slice(...span),
    cost,
    veto: rule.veto === true,
    message: rule.title,
    ...(rule.instead === undefined ? {} : { instead: rule.instead }),
  };
}
