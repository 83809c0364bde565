/** `courtesy check`: judges transcripts, chats, templates and texts. */
import path from 'node:path';
import { openLocale } from '../locale/index.ts';
import type { Locale } from '../locale/locale.ts';
import type { Baseline } from '../run/baseline.ts';
import { cacheFolder } from '../run/cache-folder.ts';
import { Configs } from '../run/config.ts';
import type { RunOptions } from '../run/options.ts';
import type { FormatRequest } from '../run/outputs.ts';
import type { SampleRequest } from '../run/sample.ts';
import type { FailOn } from '../run/tally.ts';
import { UsageError } from '../run/usage.ts';
import type { Watched } from '../run/watch.ts';
import { type Command, InvalidArgumentError, Option } from './commander.ts';
import { collectFormat, withCommonOptions } from './common.ts';
import { shownRun } from './shown-run.ts';
import { terminal } from './terminal.ts';

interface Flags {
  pack?: string[];
  config?: string;
  format?: FormatRequest[];
  fileList?: string;
  changed?: string;
  sample?: SampleRequest['amount'];
  seed?: number;
  concurrency?: number;
  cache?: boolean;
  cacheLocation?: string;
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
  quiet?: boolean;
  timing?: boolean;
  watch?: boolean;
  debug?: boolean;
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
    .option('--file-list <file>', say('check.file-list'))
    .option('--changed [ref]', say('check.changed'))
    .option('--sample <n%|n>', say('check.sample'), amount)
    .option('--seed <n>', say('check.seed'), whole)
    .option('--concurrency <n>', say('check.concurrency'), threads)
    .option('--cache', say('check.cache'))
    .option('--no-cache', say('check.no-cache'))
    .option('--cache-location <folder>', say('check.cache-location'))
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
    .option('-q, --quiet', say('check.quiet'))
    .option('--timing', say('check.timing'))
    .option('--watch', say('check.watch'))
    .option('--print-config <file>', say('check.print-config'))
    .action(async (words: string[], flags: Flags) => {
      if (flags.printConfig !== undefined) {
        const { printConfig } = await import('./print-config.ts');
        return done(await printConfig(flags.printConfig, flags.config, flags.pack ?? [], locale));
      }
      if (!flags.watch) return done(await check(words, flags, locale));
      const { watching } = await import('./watching.ts');
      await watching(
        () => watchedBy(words, flags),
        () => check(words, flags, locale),
        { ...flags, locale },
      );
    });
}

/** @returns the exit code */
async function check(words: readonly string[], flags: Flags, usual: Locale): Promise<number> {
  const { failOn, maxWarnings, minScore } = flags;
  const { paths, only } = await chosen(words, flags);
  const locale = flags.locale ? usual : await configured(flags.config, paths[0], usual);
  const known = flags.baseline === undefined ? undefined : await openBaseline(flags.baseline, locale);
  const sample = sampleOf(flags);
  const cache = flags.cache ? (flags.cacheLocation ?? path.join(cacheFolder(), 'verdicts')) : undefined;
  const code = await shownRun(
    {
      paths,
      only,
      sample,
      packs: flags.pack ?? [],
      config: flags.config,
      formats: formatsOf(flags),
      gates: { failOn, maxWarnings, minScore },
      concurrency: flags.concurrency,
      cache,
      inputFormat: flags.inputFormat,
      encoding: flags.encoding,
      allChecks: flags.allChecks === true,
      explainScore: flags.explainScore === true,
      ladder: flags.ladder === true,
      baseline: known,
      locale,
    },
    { quiet: flags.quiet, timing: flags.timing },
  );
  if (cache !== undefined) await tidy(cache);
  // A sample has not looked at all that the baseline is about.
  if (known && !sample && known.idle > 0)
    terminal(flags).note(locale.say('baseline.idle', { file: flags.baseline!, idle: known.idle }));
  return code;
}

async function tidy(cache: string): Promise<void> {
  const { makeRoom } = await import('../run/verdict-cache.ts');
  makeRoom(cache);
}

/** Loaded only where there is one. */
async function openBaseline(file: string, locale: Locale): Promise<Baseline> {
  const { Baseline } = await import('../run/baseline.ts');
  return new Baseline(file, locale);
}

async function watchedBy(words: readonly string[], flags: Flags): Promise<Watched> {
  const { pack = [], config, baseline, fileList } = flags;
  if (fileList === '-') throw new UsageError('watch.stdin');
  const { paths } = await chosen(words, flags);
  if (paths.length === 0) throw new UsageError('run.no-input');
  const outputs = formatsOf(flags).flatMap(({ file = [] }) => file);
  return { paths, packs: pack, config, files: [baseline ?? [], fileList ?? []].flat(), outputs };
}

const formatsOf = ({ format }: Flags): FormatRequest[] => format ?? [{ name: defaultFormat() }];

/** What is looked at: paths named here or in a list, and of those the changed ones where only they are wanted. */
async function chosen(
  named: readonly string[],
  { fileList, changed }: Flags,
): Promise<Pick<RunOptions, 'paths' | 'only'>> {
  const paths = [...named];
  if (fileList !== undefined) {
    const { readFileList } = await import('../run/file-list.ts');
    paths.push(...readFileList(fileList));
  }
  if (changed === undefined) return { paths };
  const { changedFiles } = await import('../run/changed.ts');
  return { paths: paths.length > 0 ? paths : ['.'], only: changedFiles(changed) };
}

/** Which are drawn is the same every time, seed or none. */
function sampleOf({ sample, seed }: Flags): SampleRequest | undefined {
  if (sample) return { amount: sample, seed: seed ?? 0 };
  if (seed !== undefined) throw new UsageError('sample.only-seed');
  return undefined;
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

function whole(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError(value);
  return Number(value);
}

function threads(value: string): number {
  const count = whole(value);
  if (count === 0) throw new InvalidArgumentError(value);
  return count;
}

/** `5%` or `200`: a share or a number of conversations, more than none. */
function amount(value: string): SampleRequest['amount'] {
  const [, digits, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(value) ?? [];
  const given = Number(digits ?? 0);
  if (given <= 0 || (percent ? given > 100 : !Number.isInteger(given))) throw new InvalidArgumentError(value);
  return percent ? { share: given / 100 } : { count: given };
}

function number(value: string): number {
  const parsed = Number(value);
  if (value.trim() === '' || Number.isNaN(parsed)) throw new InvalidArgumentError(value);
  return parsed;
}
