/** `courtesy convert`: any input as neutral JSONL. */
import type { Locale } from '../locale/locale.ts';
import { Configs } from '../run/config.ts';
import { inputs } from '../run/inputs.ts';
import { WholeFile } from '../run/outputs.ts';
import { EXIT } from '../run/run.ts';
import { UsageError } from '../run/usage.ts';
import { neutralLine } from '../transcript/neutral-line.ts';
import type { Command } from './commander.ts';
import { withCommonOptions } from './common.ts';
import { terminal } from './terminal.ts';

export function addConvert(root: Command, locale: Locale, done: (code: number) => void): void {
  withCommonOptions(root.command('convert'), locale)
    .description(locale.say('cli.convert'))
    .argument('<paths...>', locale.say('cli.check.paths'))
    .option('-o, --output <file>', locale.say('cli.convert.output'))
    .option('--input-format <name>', locale.say('cli.check.input-format'))
    .option('--encoding <name>', locale.say('cli.check.encoding'))
    .action(async (paths: string[], flags: { output?: string; inputFormat?: string; encoding?: string }) => {
      const { stdout, say } = terminal();
      const file = flags.output === undefined ? null : new WholeFile(flags.output);
      const ears = {
        problem: (one: { file: string; message: string }) => say(`${one.file}: ${one.message}`),
        note: (one: { file: string; message: string }) => say(`${one.file}: ${one.message}`),
      };
      let count = 0;
      for await (const input of inputs({ paths, ...flags, locale }, new Configs(), ears)) {
        for await (const transcript of input.transcripts()) {
          count++;
          const line = `${neutralLine(transcript)}\n`;
          if (file) file.write(line);
          else stdout.write(line);
        }
      }
      if (count === 0) {
        file?.abandon();
        throw new UsageError('run.nothing-checked', { paths: paths.join(' ') });
      }
      file?.commit();
      done(EXIT.clean);
    });
}
