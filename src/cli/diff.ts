/** `courtesy diff`: which conversations and agents another pack judges otherwise, and why. */
import type { Locale } from '../locale/locale.ts';
import { EXIT } from '../run/run.ts';
import type { Command } from './commander.ts';
import { withCommonOptions } from './common.ts';
import {
  type CorpusFlags,
  checkFormats,
  type TableFlags,
  withCorpusOptions,
  withTableFormats,
  writeTables,
} from './tables.ts';
import { terminal } from './terminal.ts';

export function addDiff(root: Command, locale: Locale, done: (code: number) => void): void {
  const command = root
    .command('diff')
    .description(locale.say('cli.diff'))
    .argument('<old>', locale.say('cli.diff.old'))
    .argument('<new>', locale.say('cli.diff.new'))
    .argument('[paths...]', locale.say('cli.check.paths'));
  withTableFormats(withCorpusOptions(withCommonOptions(command, locale), locale), locale).action(
    async (old: string, next: string, paths: string[], flags: CorpusFlags & TableFlags) => {
      checkFormats(flags);
      const [{ compareSides }, { diffReport }] = await Promise.all([
        import('../diff/collect.ts'),
        import('../diff/report.ts'),
      ]);
      const io = terminal();
      const difference = await compareSides([old, next], { ...flags, paths, locale }, io);
      await writeTables(diffReport(difference, [old, next], locale), flags, io, locale);
      done(EXIT.clean);
    },
  );
}
