/** Changes by rule and cause, with the first of each as an example. */
import { remember } from '../remember.ts';
import type { Change, ChangedTranscript } from './comparison.ts';

export interface Group extends Pick<Change, 'change' | 'rule' | 'before' | 'cause' | 'why'> {
  count: number;
  example: Pick<Change, 'turn' | 'line' | 'column' | 'words'> & Pick<ChangedTranscript, 'file' | 'id'>;
}

/** @returns what changes most first, the causes of one rule together */
export function groupsOf(changed: readonly ChangedTranscript[]): Group[] {
  const groups = new Map<string, Group>();
  const byRule = new Map<string, number>();
  for (const { file, id, changes } of changed) {
    for (const { turn, line, column, words, ...about } of changes) {
      const key = JSON.stringify([about.change, about.rule, about.why]);
      const group = remember(groups, key, () => {
        return { ...about, count: 0, example: { file, id, turn, line, column, words } };
      });
      group.count++;
      byRule.set(about.rule, (byRule.get(about.rule) ?? 0) + 1);
    }
  }
  return [...groups.values()].sort(
    (a, b) =>
      byRule.get(b.rule)! - byRule.get(a.rule)! ||
      order(a.rule, b.rule) ||
      b.count - a.count ||
      order(a.why, b.why),
  );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
