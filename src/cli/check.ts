/** `courtesy check`: judges transcripts, chats, templates and texts. */
import { openLocale } from '../locale/index.ts';
import type { Locale } from '../locale/locale.ts';
import { Configs } from '../run/config.ts';
import type { FormatRequest } from '../run/outputs.ts';
import { run } from '../run/run.ts';
import type { FailOn } from '../run/tally.ts';
import { type Command, InvalidArgumentError, Option } from './commander.ts';
import { withCommonOptions } from './common.ts';
import { terminal } from './terminal.ts';

interface Flags {
  pack?: string[];
  config?: string;
  format?: FormatRequest[];
  inputFormat?: string;
  encoding?: string;
  failOn: FailOn;
  maxWarnings?: number;
  minScore?: number;
  allChecks?: boolean;
  explainScore?: boolean;
  ladder?: boolean;
  baseline?: string;
  printConfig?: string;
  locale?: string;
}

export function addCheck(root: Command, locale: Locale, done: (code: number) => void): void {
  const say = (key: string): string => locale.say(`cli.${key}`);
  withCommonOptions(root.command('check', { isDefault: true }), locale)
    .description(say('check'))
    .argument('[paths...]', say('check.paths'))
    .option('-p, --pack <name>', say('check.pack'), collect)
    .option('-c, --config <file>', say('check.config'))
    .option('-f, --format <name[=file]>', say('check.format'), collectFormat)
    .option('--input-format <name>', say('check.input-format'))
    .option('--encoding <name>', say('check.encoding'))
    .addOption(
      new Option('--fail-on <level>', say('check.fail-on'))
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .option('--max-warnings <n>', say('check.max-warnings'), whole)
    .option('--min-score <n>', say('check.min-score'), number)
    .option('--all-checks', say('check.all-checks'))
    .option('--explain-score', say('check.explain-score'))
    .option('--ladder', say('check.ladder'))
    .option('--baseline <file>', say('check.baseline'))
    .option('--print-config <file>', say('check.print-config'))
    .action(async (paths: string[], flags: Flags) => {
      const { failOn, maxWarnings, minScore } = flags;
      if (flags.printConfig !== undefined) {
        const { printConfig } = await import('./print-config.ts');
        return done(await printConfig(flags.printConfig, flags.config, flags.pack ?? [], locale));
      }
      done(
        await run(
          {
            paths,
            packs: flags.pack ?? [],
            config: flags.config,
            formats: flags.format ?? [{ name: defaultFormat() }],
            gates: { failOn, maxWarnings, minScore },
            inputFormat: flags.inputFormat,
            encoding: flags.encoding,
            allChecks: flags.allChecks === true,
            explainScore: flags.explainScore === true,
            ladder: flags.ladder === true,
            baseline: flags.baseline,
            locale: flags.locale ? locale : await configured(flags.config, paths[0], locale),
          },
          terminal(),
        ),
      );
    });
}

/** The language that the first input's configuration asks for, else the environment's. */
async function configured(
  named: string | undefined,
  path: string | undefined,
  locale: Locale,
): Promise<Locale> {
  const { locale: asked } = await new Configs(named).of(path ?? '-');
  return asked ? openLocale(asked) : locale;
}

/** On GitHub's runners results are read as annotations; the log is opened only by those who follow one. */
function defaultFormat(): string {
  return process.env.GITHUB_ACTIONS === 'true' ? 'github' : 'stylish';
}

const collect = (value: string, before: string[] = []): string[] => [...before, value];

function collectFormat(value: string, before: FormatRequest[] = []): FormatRequest[] {
  const at = value.indexOf('=');
  return [...before, at < 0 ? { name: value } : { name: value.slice(0, at), file: value.slice(at + 1) }];
}

function whole(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError(value);
  return Number(value);
}

function number(value: string): number {
  const parsed = Number(value);
  if (value.trim() === '' || Number.isNaN(parsed)) throw new InvalidArgumentError(value);
  return parsed;
}
