/**
 * Takes out what somebody silenced: `courtesy-disable-next-line RULE -- reason` beside a reply, or an entry of the
 * file beside a transcript.
 */
import type { Finding, Judgement, Rule } from '../kinds/kind.ts';
import type { Suppressed } from '../transcript/transcript.ts';
import type { Scene } from './scene.ts';

/** @returns the judgement without the findings of turns on which this rule is silenced */
export function unsuppressed(rule: Rule, judgement: Judgement, scene: Scene): Judgement {
  if (judgement.outcome !== 'fail') return judgement;
  const silencing = (finding: Finding): Suppressed[] => {
    const { turn, folded } = scene.turns[finding.turn]!;
    const words = (): string => (finding.span ? turn.text.slice(...folded.span(...finding.span)) : '');
    return (turn.suppressed ?? []).filter((one) => names(one.rule, rule) && (one.only?.(words()) ?? true));
  };
  const left = judgement.findings.filter((finding) => {
    const by = silencing(finding);
    for (const one of by) one.used = true;
    if (by.length > 0) scene.silenced.push(by[0]!);
    return by.length === 0;
  });
  if (left.length === judgement.findings.length) return judgement;
  if (left.length > 0) return { outcome: 'fail', findings: left };
  const { reason } = silencing(judgement.findings[0]!)[0]!;
  return { outcome: 'na', reason: { key: 'na.suppressed', values: { reason } } };
}

/** A suppression names a rule by its id or by its key. */
const names = (named: string, { id, pack }: Rule): boolean =>
  named === id || named === id.slice(pack.length + 1);
