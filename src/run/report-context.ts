import type { Ruleset } from '../pack/compile.ts';
import type { PackInfo, ReportContext, RuleInfo } from '../report/reporter.ts';
import type { RunOptions } from './options.ts';

/** What reporters may know of the run. It grows as inputs bring their own configurations, and so their own rulesets. */
export class Knowledge {
  private readonly packs: PackInfo[] = [];
  private readonly spoken = new Set<string>();
  private readonly rules = new Map<string, RuleInfo>();

  learn(ruleset: Ruleset): void {
    for (const { language } of ruleset.packs) this.spoken.add(language ?? '*');
    for (const pack of ruleset.packs)
      if (!this.packs.some(({ name }) => name === pack.name)) this.packs.push(pack);
    for (const rule of ruleset.rules) {
      const source = ruleset.packs.find((pack) => pack.name === rule.pack)?.source ?? '';
      this.rules.set(rule.id, { ...rule, source });
    }
  }

  /** The languages that the packs judge; `*` for a pack of any language. */
  languages(): string[] {
    return [...this.spoken];
  }

  context(options: RunOptions, width: number): Omit<ReportContext, 'write' | 'color'> {
    const { locale, allChecks, explainScore } = options;
    return {
      version: __VERSION__,
      packs: this.packs,
      rules: this.rules,
      locale,
      width,
      allChecks,
      explainScore,
    };
  }
}
