/**
 * The same words are paid for once. Several clauses often object to the same words, and a pack to words that the pack
 * it extends forbids too: all are reported, the dearest is charged.
 */
import type { Finding, Judgement, Rule } from '../kinds/kind.ts';

interface Claim {
  rule: Rule;
  finding: Finding;
}

/** @returns the findings that another rule already charges the same words for */
export function paidElsewhere(results: readonly { rule: Rule; judgement: Judgement }[]): Set<Finding> {
  const claims = results
    .flatMap(({ rule, judgement }) => {
      const findings = judgement.outcome === 'fail' && rule.points > 0 ? judgement.findings : [];
      return findings.map((finding): Claim => ({ rule, finding }));
    })
    .filter(({ finding }) => finding.span !== null)
    // Of equals the later: packs stand before those that extend them.
    .reverse()
    .sort((a, b) => b.rule.points - a.rule.points);
  const charged: Claim[] = [];
  const free = new Set<Finding>();
  for (const claim of claims) {
    if (charged.some((other) => other.rule !== claim.rule && overlap(other.finding, claim.finding))) {
      free.add(claim.finding);
    } else charged.push(claim);
  }
  return free;
}

function overlap(a: Finding, b: Finding): boolean {
  return a.turn === b.turn && a.span![0] < b.span![1] && b.span![0] < a.span![1];
}
