/** Applies the packs' ladder to the verdicts of a run, in input order. */
import type { Summary, Verdict } from '../judge/verdict.ts';
import type { Ruleset } from '../pack/compile.ts';
import { Ladder, type Reached } from '../score/ladder.ts';
import type { RunOptions } from './options.ts';
import { UsageError } from './usage.ts';

export class Discipline {
  private readonly ladder: Ladder | null;
  private readonly ruleset: Ruleset | undefined;
  private readonly options: RunOptions;

  /** @throws UsageError where steps are asked for and no pack defines them */
  constructor(rulesets: readonly Ruleset[], options: RunOptions) {
    this.options = options;
    this.ruleset = rulesets.find(({ ladder }) => ladder !== null);
    this.ladder = this.ruleset?.ladder ? new Ladder(this.ruleset.ladder) : null;
    if (options.ladder && !this.ladder) throw new UsageError('run.no-ladder');
  }

  /** Notes on the verdict each step that its violations led to. */
  add(verdict: Verdict): void {
    for (const reached of this.ladder?.add(verdict) ?? []) this.note(verdict, reached);
  }

  private note(verdict: Verdict, { step, agent, month, violations, at }: Reached): void {
    verdict.violations.push({
      ...at,
      rule: `${this.ruleset!.packs.at(-1)!.name}/ladder`,
      kind: 'ladder',
      severity: 'info',
      points: 0,
      clauses: this.ruleset!.ladder!.clauses ?? [],
      instead: undefined,
      message: this.options.locale.say('ladder.reached', { agent, month, violations, step }),
    });
  }

  summary(): Pick<Summary, 'ladder'> {
    if (!this.ladder || !this.options.ladder) return {};
    return { ladder: { months: this.ladder.months(), uncounted: this.ladder.uncounted } };
  }
}
