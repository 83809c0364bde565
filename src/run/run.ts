/** One whole run, top to bottom: paths → transcripts → verdicts → reports → exit code. */
import { Judge } from '../judge/judge.ts';
import type { Problem, Summary } from '../judge/verdict.ts';
import type { Locale } from '../locale/locale.ts';
import type { Ruleset } from '../pack/compile.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { type Config, Configs } from './config.ts';
import { type Input, inputs } from './inputs.ts';
import { type FormatRequest, type OpenReport, openReport } from './outputs.ts';
import { prepare } from './prepare.ts';
import { contextOf } from './report-context.ts';
import { loadRuleset } from './ruleset.ts';
import { type Gates, Tally } from './tally.ts';
import { UsageError } from './usage.ts';

export interface RunOptions {
  paths: string[];
  packs: string[];
  config?: string;
  formats: FormatRequest[];
  gates: Gates;
  inputFormat?: string;
  encoding?: string;
  allChecks: boolean;
  explainScore: boolean;
  locale: Locale;
}

/** What the run reads and writes beside the files that the user named. */
export interface Io {
  stdout: { color: boolean; width: number; write(text: string | Uint8Array): void };
  /** One line for people: warnings, errors, what was skipped. */
  say(line: string): void;
}

export const EXIT = { clean: 0, found: 1, failed: 2 } as const;

/** @returns the exit code */
export async function run(options: RunOptions, io: Io): Promise<number> {
  if (options.paths.length === 0) throw new UsageError('run.no-input');
  const judges = new Judges(options);
  const rulesets = await judges.rulesetsOf(options.paths);
  const reports = await openReports(options, rulesets, io);
  const tally = new Tally(options.gates);
  const problem = (one: Problem): void => {
    io.say(problemLine(one));
    for (const { reporter } of reports) reporter.problem(one);
  };

  try {
    for await (const input of inputs(options, judges.configs, { problem, note: (one) => io.say(problemLine(one)) })) {
      const judge = await judges.for(input);
      for await (const transcript of input.transcripts()) {
        const verdict = await judge(transcript);
        tally.add(verdict);
        for (const { reporter } of reports) reporter.verdict(verdict);
      }
    }
    const summary = tally.summary();
    if (tally.transcripts > 0) await finish(reports, summary);
  } catch (error) {
    for (const report of reports) report.abandon();
    throw error;
  }
  return conclude(tally, options, rulesets, io);
}

/** The judge for an input: each configuration has its own ruleset. */
class Judges {
  readonly configs: Configs;
  private readonly options: RunOptions;
  private readonly rulesets = new Map<Config, Promise<Ruleset>>();
  private readonly judges = new Map<Config, Promise<(transcript: Transcript) => Promise<ReturnType<Judge['judge']>>>>();

  constructor(options: RunOptions) {
    this.options = options;
    this.configs = new Configs(options.config);
  }

  /** The rulesets that the named paths will be judged by, so that a broken pack stops the run before it starts. */
  async rulesetsOf(paths: readonly string[]): Promise<Ruleset[]> {
    const configs = new Set(await Promise.all(paths.map((path) => this.configs.of(path))));
    const rulesets = await Promise.all([...configs].map((config) => this.ruleset(config)));
    if (rulesets.every((ruleset) => ruleset.rules.length === 0)) throw new UsageError('run.no-rule-active');
    return rulesets;
  }

  for(input: Input) {
    let judge = this.judges.get(input.config);
    if (!judge) {
      judge = this.ruleset(input.config).then(async (ruleset) => {
        const one = new Judge(ruleset, this.options.locale);
        return async (transcript: Transcript) => {
          await prepare(ruleset, transcript);
          return one.judge(transcript);
        };
      });
      this.judges.set(input.config, judge);
    }
    return judge;
  }

  private ruleset(config: Config): Promise<Ruleset> {
    let ruleset = this.rulesets.get(config);
    if (!ruleset) this.rulesets.set(config, (ruleset = loadRuleset(config, this.options.packs)));
    return ruleset;
  }
}

function openReports(options: RunOptions, rulesets: readonly Ruleset[], io: Io): Promise<OpenReport[]> {
  const context = contextOf(options, rulesets, io.stdout.width);
  return Promise.all(options.formats.map((request) => openReport(request, context, io.stdout)));
}

async function finish(reports: readonly OpenReport[], summary: Summary): Promise<void> {
  for (const report of reports) {
    await report.reporter.end(summary);
    report.commit();
  }
}

/** Nothing checked is never a silent pass. */
function conclude(tally: Tally, options: RunOptions, rulesets: readonly Ruleset[], io: Io): number {
  const { locale } = options;
  if (tally.transcripts === 0) throw new UsageError('run.nothing-checked', { paths: options.paths.join(' ') });
  if (tally.applicable === 0) {
    const wanted = [...new Set(rulesets.flatMap(({ packs }) => packs.map((pack) => pack.language ?? '*')))];
    throw new UsageError('run.none-applicable', { found: [...tally.languages].join(', '), wanted: wanted.join(', ') });
  }
  const failures = tally.failures();
  for (const { key, values } of failures.filter(({ key }) => key !== 'gate.fail-on')) io.say(locale.say(key, values));
  return failures.length > 0 ? EXIT.found : EXIT.clean;
}

function problemLine({ file, line, column, message }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}${column === undefined ? '' : `:${column}`}`;
  return `${place}: ${message}`;
}
