import type { Summary } from '../judge/verdict.ts';
import type { Locale } from '../locale/locale.ts';

/** The steps by agent and month as lines of text, with the transcripts that led there. */
export function ladderLines(locale: Locale, { months, uncounted }: NonNullable<Summary['ladder']>): string[] {
  const lines = [locale.say('ladder.title')];
  for (const { agent, month, steps, incidents } of months) {
    const reached = steps
      .filter(({ count }) => count > 0)
      .map((step) => locale.say('ladder.step', { ...step }));
    const values = { agent, month, violations: incidents.length, steps: reached.join(' → ') };
    lines.push(`  ${locale.say('ladder.line', values)}`);
    lines.push(...incidents.map((incident) => `    ${locale.say('ladder.incident', { ...incident })}`));
  }
  if (months.length === 0) lines.push(`  ${locale.say('ladder.none')}`);
  if (uncounted > 0) lines.push(`  ${locale.say('ladder.uncounted', { count: uncounted })}`);
  return lines;
}
