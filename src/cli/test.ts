/** `courtesy test`: runs the examples of rule packs before the packs judge anyone. */
import { scenarioProblems } from '../grade/new/prove.ts';
import { Judge } from '../judge/judge.ts';
import type { Locale } from '../locale/locale.ts';
import { compile } from '../pack/compile.ts';
import { examine } from '../pack/examine.ts';
import { resolvePacks } from '../pack/resolve.ts';
import { written } from '../pack/shelf.ts';
import { phrasesOf } from '../phrase/phrasebook.ts';
import { Configs } from '../run/config.ts';
import { EXIT } from '../run/run.ts';
import type { Command } from './commander.ts';
import { withCommonOptions } from './common.ts';
import { terminal } from './terminal.ts';

export function addTest(root: Command, locale: Locale, done: (code: number) => void): void {
  withCommonOptions(root.command('test'), locale)
    .description(locale.say('cli.test'))
    .argument('[packs...]', locale.say('cli.test.packs'))
    .option('--coverage', locale.say('cli.test.coverage'))
    .option('--watch', locale.say('cli.check.watch'))
    .action(async (packs: string[], flags: { coverage?: boolean; watch?: boolean; debug?: boolean }) => {
      const test = (): Promise<number> => testPacks(packs, flags.coverage === true, locale);
      if (!flags.watch) return done(await test());
      const { watching } = await import('./watching.ts');
      await watching(() => ({ paths: [], packs, files: [], outputs: [] }), test, { ...flags, locale });
    });
}

async function testPacks(named: string[], coverage: boolean, locale: Locale): Promise<number> {
  const { stdout } = terminal();
  const line = (text: string): void => stdout.write(`${text}\n`);
  const config = await new Configs().of('-');
  const folder = named.length > 0 ? process.cwd() : config.folder;
  const names = named.length > 0 ? named : config.packs.length > 0 ? config.packs : written.names();
  const total = { rules: 0, examples: 0, failed: 0 };
  for (const name of names) {
    const resolved = await resolvePacks([name], folder, written);
    const ruleset = await compile(resolved);
    const pack = resolved.packs.at(-1)!;
    const own = resolved.rules.filter((rule) => rule.pack === pack);
    const { examples, failures, used } = await examine(own, ruleset, new Judge(ruleset, locale));
    total.rules += own.length;
    total.examples += examples;
    total.failed += failures.length;
    for (const { rule, message } of failures) {
      const { definedAt } = ruleset.rules.find(({ id }) => id === rule)!;
      line(`${definedAt.file}:${definedAt.line}: ${rule}: ${locale.say(message)}`);
    }
    const broken = await scenarioProblems(pack, name, folder);
    total.failed += broken.length;
    for (const { message, ...at } of broken) line(`${at.file}:${at.line}: ${locale.say(message)}`);
    if (coverage) {
      const all = phrasesOf(ruleset.book, new Set(own.map(({ id }) => id)));
      for (const { rule, source, number } of all) {
        if (!used.has(number)) line(`  ${rule}: ${locale.say('test.unused', { phrase: source })}`);
      }
      const hit = all.filter(({ number }) => used.has(number)).length;
      line(`${pack.spec.pack}: ${locale.say('test.coverage', { used: hit, all: all.length })}`);
    }
  }
  line(locale.say('test.summary', { packs: names.length, ...total }));
  return total.failed > 0 ? EXIT.found : EXIT.clean;
}
