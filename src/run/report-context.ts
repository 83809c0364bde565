import type { Ruleset } from '../pack/compile.ts';
import type { ReportContext, RuleInfo } from '../report/reporter.ts';
import type { RunOptions } from './options.ts';

/** What reporters may know of the run, from the rulesets that it judges by. */
export function contextOf(
  options: RunOptions,
  rulesets: readonly Ruleset[],
  width: number,
): Omit<ReportContext, 'write' | 'color'> {
  const rules = new Map<string, RuleInfo>();
  const packs = new Map<string, ReportContext['packs'][number]>();
  for (const ruleset of rulesets) {
    for (const pack of ruleset.packs) packs.set(pack.name, pack);
    for (const rule of ruleset.rules) {
      const source = ruleset.packs.find((pack) => pack.name === rule.pack)?.source ?? '';
      rules.set(rule.id, { ...rule, source });
    }
  }
  return {
    version: __VERSION__,
    packs: [...packs.values()],
    rules,
    locale: options.locale,
    width,
    allChecks: options.allChecks,
    explainScore: options.explainScore,
  };
}
