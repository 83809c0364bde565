/** `courtesy rules`: which rules there are, and what each costs. */
import type { Rule } from '../kinds/kind.ts';
import type { Locale } from '../locale/locale.ts';
import { shipped } from '../pack/shelf.ts';
import { padEnd } from '../report/width.ts';
import { Configs } from '../run/config.ts';
import { loadRuleset } from '../run/ruleset.ts';
import { EXIT } from '../run/run.ts';
import { type Command, Option } from './commander.ts';
import { withCommonOptions } from './common.ts';
import { terminal } from './terminal.ts';

export function addRules(root: Command, locale: Locale, done: (code: number) => void): void {
  withCommonOptions(root.command('rules'), locale)
    .description(locale.say('cli.rules'))
    .argument('[packs...]', locale.say('cli.rules.packs'))
    .option('--all', locale.say('cli.rules.all'))
    .addOption(
      new Option('-f, --format <name>', locale.say('cli.rules.format'))
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (packs: string[], flags: { format: string; all?: boolean }) => {
      const config = await new Configs().of('-');
      const { rules } = await loadRuleset(config, flags.all ? shipped.names() : packs);
      const { stdout } = terminal();
      stdout.write(flags.format === 'json' ? asJson(rules) : asText(rules, locale));
      done(EXIT.clean);
    });
}

function asJson(rules: readonly Rule[]): string {
  const listed = rules.map(({ pack, id, kind, severity, points, title, clauses }) => {
    return { pack, id, kind, severity, points, title, clauses };
  });
  return `${JSON.stringify(listed, null, 2)}\n`;
}

function asText(rules: readonly Rule[], locale: Locale): string {
  const lines = [];
  for (const pack of new Set(rules.map((rule) => rule.pack))) {
    lines.push(pack);
    for (const rule of rules.filter((one) => one.pack === pack)) {
      const severity = padEnd(locale.say(`severity.${rule.severity}`), 7);
      lines.push(
        `  ${padEnd(rule.id, 34)} ${padEnd(rule.kind, 8)} ${severity} ${String(rule.points).padStart(3)}  ${rule.title}`,
      );
      if (rule.clauses.length > 0) lines.push(`    ${rule.clauses.join(' ')}`);
    }
    lines.push('');
  }
  const packs = new Set(rules.map((rule) => rule.pack)).size;
  lines.push(locale.say('rules.total', { packs, rules: rules.length }));
  return `${lines.join('\n')}\n`;
}
