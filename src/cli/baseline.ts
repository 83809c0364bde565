/** `courtesy baseline`: writes down today's violations, so that only new ones count. */
import type { Locale } from '../locale/locale.ts';
import { baseline } from '../report/baseline.ts';
import { BASELINE_NAME } from '../run/baseline.ts';
import { EXIT } from '../run/run.ts';
import type { Command } from './commander.ts';
import { withCommonOptions } from './common.ts';
import { shownRun } from './shown-run.ts';
import { terminal } from './terminal.ts';

interface Flags {
  pack: string[];
  config?: string;
  output: string;
  inputFormat?: string;
  encoding?: string;
}

export function addBaseline(root: Command, locale: Locale, done: (code: number) => void): void {
  const say = (key: string): string => locale.say(`cli.${key}`);
  const collect = (value: string, before: string[]): string[] => [...before, value];
  withCommonOptions(root.command('baseline'), locale)
    .description(say('baseline'))
    .argument('[paths...]', say('check.paths'))
    .option('-p, --pack <name>', say('check.pack'), collect, [])
    .option('-c, --config <file>', say('check.config'))
    .option('-o, --output <file>', say('baseline.output'), BASELINE_NAME)
    .option('--input-format <name>', say('check.input-format'))
    .option('--encoding <name>', say('check.encoding'))
    .action(async (paths: string[], { pack, output, ...flags }: Flags) => {
      const asked = { paths, packs: pack, ...flags, locale };
      const shown = { allChecks: false, explainScore: false, ladder: false };
      await shownRun({
        ...asked,
        ...shown,
        formats: [{ name: baseline.name, file: output, format: baseline }],
        gates: { failOn: 'never' },
      });
      terminal().stdout.write(`${locale.say('baseline.wrote', { file: output })}\n`);
      done(EXIT.clean);
    });
}
