/** `courtesy agree`: how well what people found agrees with what the rules found. */
import type { Problem } from '../judge/verdict.ts';
import type { Locale } from '../locale/locale.ts';
import { problemLine } from '../run/problem-line.ts';
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

interface Own {
  exercise?: string;
}

export function addAgree(root: Command, locale: Locale, done: (code: number) => void): void {
  const command = root
    .command('agree')
    .description(locale.say('cli.agree'))
    .argument('<human>', locale.say('cli.agree.human'))
    .argument('[paths...]', locale.say('cli.check.paths'))
    .option('--exercise <file>', locale.say('cli.agree.exercise'));
  withPackOption(withCommonOptions(command, locale), locale);
  withTableFormats(withCorpusOptions(command, locale), locale).action(
    async (human: string, paths: string[], flags: CorpusFlags & PackFlags & TableFlags & Own) => {
      checkFormats(flags);
      const io = terminal();
      const { exercise } = flags;
      const report =
        exercise === undefined
          ? await onTranscripts(human, paths, flags, locale)
          : await onExercise(human, exercise, paths, locale);
      await writeTables(report, flags, io, locale);
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

async function onExercise(human: string, exercise: string, paths: string[], locale: Locale) {
  const [{ agreeOnAnswers }, { exerciseAgreementReport }] = await Promise.all([
    import('../grade/agreeing.ts'),
    import('../grade/agree-report.ts'),
  ]);
  const { say } = terminal();
  const tell = (problem: Problem): void => say(problemLine(problem));
  const agreement = await agreeOnAnswers(human, exercise, paths, locale, tell);
  return exerciseAgreementReport(agreement, human, locale);
}
