/** One whole run, top to bottom: paths → transcripts → verdicts → reports → exit code. */
import type { Problem, Summary } from '../judge/verdict.ts';
import type { Ruleset } from '../pack/compile.ts';
import { Discipline } from './discipline.ts';
import { inputs } from './inputs.ts';
import { Judges } from './judges.ts';
import type { Io, RunOptions } from './options.ts';
import { type OpenReport, openReport } from './outputs.ts';
import { contextOf } from './report-context.ts';
import { Tally } from './tally.ts';
import { UsageError } from './usage.ts';

export const EXIT = { clean: 0, found: 1, failed: 2 } as const;

/** @returns the exit code */
export async function run(options: RunOptions, io: Io): Promise<number> {
  if (options.paths.length === 0) throw new UsageError('run.no-input');
  const judges = new Judges(options);
  const rulesets = await judges.rulesetsFor(options.paths);
  const reports = await openReports(options, rulesets, io);
  const tally = new Tally(options.gates);
  const discipline = new Discipline(rulesets, options);
  const problem = (one: Problem): void => {
    io.say(problemLine(one));
    for (const { reporter } of reports) reporter.problem(one);
  };

  try {
    for await (const input of inputs(options, judges.configs, {
      problem,
      note: (one) => io.say(problemLine(one)),
    })) {
      const judge = await judges.for(input);
      for await (const transcript of input.transcripts()) {
        const verdict = await judge(transcript);
        discipline.add(verdict);
        tally.add(verdict);
        for (const { reporter } of reports) reporter.verdict(verdict);
      }
    }
    const summary = { ...tally.summary(), ...discipline.summary() };
    if (tally.transcripts > 0) await finish(reports, summary);
  } catch (error) {
    for (const report of reports) report.abandon();
    throw error;
  }
  return conclude(tally, options, rulesets, io);
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
  if (tally.transcripts === 0)
    throw new UsageError('run.nothing-checked', { paths: options.paths.join(' ') });
  if (tally.applicable === 0) {
    const wanted = [...new Set(rulesets.flatMap(({ packs }) => packs.map((pack) => pack.language ?? '*')))];
    throw new UsageError('run.none-applicable', {
      found: [...tally.languages].join(', '),
      wanted: wanted.join(', '),
    });
  }
  const failures = tally.failures();
  for (const { key, values } of failures.filter(({ key }) => key !== 'gate.fail-on'))
    io.say(locale.say(key, values));
  return failures.length > 0 ? EXIT.found : EXIT.clean;
}

function problemLine({ file, line, column, message }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}${column === undefined ? '' : `:${column}`}`;
  return `${place}: ${message}`;
}
