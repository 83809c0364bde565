/** What a violation costs, where that is what changed. */
import type { Rule } from '../kinds/kind.ts';
import type { Locale } from '../locale/locale.ts';

/** @returns what of the charge differs between a rule and its counterpart, in words; null where nothing does */
export function chargeOf(old: Rule | undefined, next: Rule | undefined, locale: Locale): string | null {
  if (!old || !next) return null;
  const none = locale.say('diff.none');
  const sides = (value: (rule: Rule) => string | number): [string, string] => [
    String(value(old)),
    String(value(next)),
  ];
  const changes: [key: string, sides: [string, string]][] = [
    ['severity', sides(({ severity }) => locale.say(`severity.${severity}`))],
    ['points', sides(({ points }) => points)],
    ['cap', sides(({ cap }) => cap ?? none)],
    ['veto', sides(({ veto }) => locale.say(veto ? 'diff.yes' : 'diff.no'))],
    ['section', sides(({ section }) => section ?? none)],
  ];
  const said = changes
    .filter(([, [before, after]]) => before !== after)
    .map(([key, [before, after]]) => locale.say(`diff.charge-${key}`, { before, after }));
  return said.length === 0 ? null : said.join(locale.say('report.joiner'));
}
