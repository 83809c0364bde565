/** `courtesy baseline`: writes down today's violations, so that only new ones count. */
import type { Locale } from '../locale/locale.ts';
import { baseline, baselineText } from '../report/baseline.ts';
import { BASELINE_NAME, Baseline } from '../run/baseline.ts';
import { WholeFile } from '../run/outputs.ts';
import { EXIT } from '../run/run.ts';
import type { Command } from './commander.ts';
import { withCommonOptions } from './common.ts';
import { shownRun } from './shown-run.ts';
import { terminal } from './terminal.ts';

interface Flags {
  pack?: string[];
  config?: string;
  output: string;
  inputFormat?: string;
  encoding?: string;
  prune?: boolean;
}

export function addBaseline(root: Command, locale: Locale, done: (code: number) => void): void {
  const say = (key: string): string => locale.say(`cli.${key}`);
  const collect = (value: string, before: string[] = []): string[] => [...before, value];
  withCommonOptions(root.command('baseline'), locale)
    .description(say('baseline'))
    .argument('[paths...]', say('check.paths'))
    .option('-p, --pack <name>', say('check.pack'), collect)
    .option('-c, --config <file>', say('check.config'))
    .option('-o, --output <file>', say('baseline.output'), BASELINE_NAME)
    .option('--input-format <name>', say('check.input-format'))
    .option('--encoding <name>', say('check.encoding'))
    .option('--prune', say('baseline.prune'))
    .action(async (paths: string[], flags: Flags) => {
      done(await (flags.prune ? prune : write)(paths, flags, locale));
    });
}

async function write(paths: string[], flags: Flags, locale: Locale): Promise<number> {
  const { output } = flags;
  const formats = [{ name: baseline.name, file: output, format: baseline }];
  await shownRun({ ...asked(paths, flags, locale), formats });
  terminal().stdout.write(`${locale.say('baseline.wrote', { file: output })}\n`);
  return EXIT.clean;
}

/** Takes out what there is no more; what is new fails as before. */
async function prune(paths: string[], flags: Flags, locale: Locale): Promise<number> {
  const { output } = flags;
  const known = new Baseline(output, locale);
  await shownRun({ ...asked(paths, flags, locale), formats: [], baseline: known });
  const { size, idle } = known;
  if (idle > 0) {
    const file = new WholeFile(output);
    file.write(baselineText(known.needed()));
    file.commit();
  }
  terminal().stdout.write(`${locale.say('baseline.pruned', { file: output, idle, left: size - idle })}\n`);
  return EXIT.clean;
}

function asked(paths: string[], { pack: packs = [], config, inputFormat, encoding }: Flags, locale: Locale) {
  const shown = { allChecks: false, explainScore: false, ladder: false };
  return {
    paths,
    packs,
    config,
    inputFormat,
    encoding,
    ...shown,
    gates: { failOn: 'never' as const },
    locale,
  };
}
