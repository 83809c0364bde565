/** Takes out what the file itself silences: `courtesy-disable-next-line RULE -- reason` beside a reply. */
import type { Finding, Judgement, Rule } from '../kinds/kind.ts';
import type { Scene } from './scene.ts';

/** @returns the judgement without the findings of turns on which this rule is silenced */
export function unsuppressed(rule: Rule, judgement: Judgement, scene: Scene): Judgement {
  if (judgement.outcome !== 'fail') return judgement;
  const silencing = (finding: Finding) =>
    scene.turns[finding.turn]!.turn.suppressed?.find(({ rule: named }) => names(named, rule));
  const left = judgement.findings.filter((finding) => !silencing(finding));
  if (left.length === judgement.findings.length) return judgement;
  if (left.length > 0) return { outcome: 'fail', findings: left };
  const { reason } = silencing(judgement.findings[0]!)!;
  return { outcome: 'na', reason: { key: 'na.suppressed', values: { reason } } };
}

/** A suppression names a rule by its id or by its key. */
const names = (named: string, { id, pack }: Rule): boolean =>
  named === id || named === id.slice(pack.length + 1);
