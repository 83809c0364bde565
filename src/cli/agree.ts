/** `courtesy agree`: how well what people found agrees with what the rules found. */
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

export function addAgree(root: Command, locale: Locale, done: (code: number) => void): void {
  const command = root
    .command('agree')
    .description(locale.say('cli.agree'))
    .argument('<human>', locale.say('cli.agree.human'))
    .argument('[paths...]', locale.say('cli.check.paths'));
  withPackOption(withCommonOptions(command, locale), locale);
  withTableFormats(withCorpusOptions(command, locale), locale).action(
    async (human: string, paths: string[], flags: CorpusFlags & PackFlags & TableFlags) => {
      checkFormats(flags);
      const io = terminal();
      await writeTables(await onTranscripts(human, paths, flags, locale), flags, io, locale);
      done(EXIT.clean);
    },
  );
}

async function onTranscripts(human: string, paths: string[], flags: CorpusFlags & PackFlags, locale: Locale) {
  const [{ compare }, { agreeReport }] = await Promise.all([
    import('../agree/transcripts.ts'),
    import('../agree/report.ts'),
  ]);
  const compared = await compare(human, { ...flags, paths, packs: flags.pack ?? [], locale }, terminal());
  return agreeReport(compared, human, locale);
}
