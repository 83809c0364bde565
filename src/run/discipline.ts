/** Applies the packs' ladders to the verdicts of a run, in input order. */
import type { Summary, Verdict } from '../judge/verdict.ts';
import type { Ruleset } from '../pack/compile.ts';
import { remember } from '../remember.ts';
import { Ladder, type Reached } from '../score/ladder.ts';
import type { RunOptions } from './options.ts';
import { UsageError } from './usage.ts';

export class Discipline {
  private readonly ladders = new Map<Ruleset, Ladder>();
  private readonly options: RunOptions;

  constructor(options: RunOptions) {
    this.options = options;
  }

  /** Notes on the verdict each step that its violations led to. */
  add(verdict: Verdict, ruleset: Ruleset): void {
    const spec = ruleset.ladder;
    if (!spec) return;
    const ladder = remember(this.ladders, ruleset, () => new Ladder(spec));
    for (const reached of ladder.add(verdict)) this.note(verdict, reached, ruleset);
  }

  private note(verdict: Verdict, { step, agent, month, violations, at }: Reached, ruleset: Ruleset): void {
    verdict.violations.push({
      ...at,
      rule: `${ruleset.packs.at(-1)!.name}/ladder`,
      kind: 'ladder',
      severity: 'info',
      points: 0,
      clauses: ruleset.ladder?.clauses ?? [],
      instead: undefined,
      message: this.options.locale.say('ladder.reached', { agent, month, violations, step }),
    });
  }

  /** @throws UsageError where steps are asked for and no pack defines them */
  summary(): Pick<Summary, 'ladder'> {
    if (!this.options.ladder) return {};
    const ladders = [...this.ladders.values()];
    if (ladders.length === 0) throw new UsageError('run.no-ladder');
    const uncounted = ladders.reduce((sum, ladder) => sum + ladder.uncounted, 0);
    return { ladder: { months: ladders.flatMap((ladder) => ladder.months()), uncounted } };
  }
}
