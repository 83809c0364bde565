/** `courtesy appeals`: who objected to which violation, what became of it, and how often each rule is right. */
import type { Locale } from '../locale/locale.ts';
import { EXIT } from '../run/run.ts';
import type { Command } from './commander.ts';
import { withCommonOptions } from './common.ts';
import {
  type CorpusFlags,
  checkFormats,
  type PackFlags,
  type TableFlags,
  withCorpusOptions,
  withPackOption,
  withTableFormats,
  writeTables,
} from './tables.ts';
import { terminal } from './terminal.ts';

export function addAppeals(root: Command, locale: Locale, done: (code: number) => void): void {
  const command = root
    .command('appeals')
    .description(locale.say('cli.appeals'))
    .argument('[paths...]', locale.say('cli.check.paths'));
  withPackOption(withCommonOptions(command, locale), locale);
  withTableFormats(withCorpusOptions(command, locale), locale).action(
    async (paths: string[], flags: CorpusFlags & PackFlags & TableFlags) => {
      checkFormats(flags);
      const [{ collectAppeals }, { appealsReport }] = await Promise.all([
        import('../appeals/collect.ts'),
        import('../appeals/report.ts'),
      ]);
      const io = terminal();
      const appeals = await collectAppeals({ ...flags, paths, packs: flags.pack ?? [], locale }, io);
      await writeTables(appealsReport(appeals, locale), flags, io, locale);
      done(EXIT.clean);
    },
  );
}
