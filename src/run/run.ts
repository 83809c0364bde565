/** One whole run, top to bottom: paths → transcripts → verdicts → reports → exit code. */
import type { Problem, Summary } from '../judge/verdict.ts';
import { Discipline } from './discipline.ts';
import { inputs } from './inputs.ts';
import { Judges } from './judges.ts';
import type { Io, RunOptions } from './options.ts';
import { type OpenReport, openReport } from './outputs.ts';
import { Knowledge } from './report-context.ts';
import { silenced } from './silenced.ts';
import { Tally } from './tally.ts';
import { UsageError } from './usage.ts';

export const EXIT = { clean: 0, found: 1, failed: 2 } as const;

/** @returns the exit code */
export async function run(options: RunOptions, io: Io): Promise<number> {
  if (options.paths.length === 0) throw new UsageError('run.no-input');
  const known = new Knowledge();
  const judges = new Judges(options, (ruleset) => known.learn(ruleset));
  await judges.prepare(options.paths);
  const reports = await openReports(options, known, io);
  const tally = new Tally(options.gates);
  const discipline = new Discipline(options);
  const baseline = await openBaseline(options);
  const problem = (one: Problem): void => {
    io.say(problemLine(one));
    for (const { reporter } of reports) reporter.problem(one);
  };
  const ears = { problem, note: (one: Problem): void => io.say(problemLine(one)) };

  try {
    for await (const input of inputs(options, judges.configs, ears)) {
      const { judge, ruleset } = await judges.for(input);
      for await (const transcript of silenced(input, ears, options.locale)) {
        baseline?.put(transcript);
        const verdict = await judge(transcript);
        discipline.add(verdict, ruleset);
        tally.add(verdict);
        for (const { reporter } of reports) reporter.verdict(verdict);
      }
    }
    refuseNothing(tally, options, known);
    await finish(reports, { ...tally.summary(), ...discipline.summary() });
  } catch (error) {
    for (const report of reports) report.abandon();
    throw error;
  }
  return conclude(tally, options, io);
}

/** Loaded only where there is one. */
async function openBaseline({ baseline, locale }: RunOptions) {
  if (baseline === undefined) return null;
  const { Baseline } = await import('./baseline.ts');
  return new Baseline(baseline, locale);
}

function openReports(options: RunOptions, known: Knowledge, io: Io): Promise<OpenReport[]> {
  const context = known.context(options, io.stdout.width);
  return Promise.all(options.formats.map((request) => openReport(request, context, io.stdout)));
}

async function finish(reports: readonly OpenReport[], summary: Summary): Promise<void> {
  for (const report of reports) {
    await report.reporter.end(summary);
    report.commit();
  }
}

/** Nothing checked is never a silent pass. */
function refuseNothing(tally: Tally, options: RunOptions, known: Knowledge): void {
  if (tally.transcripts === 0)
    throw new UsageError('run.nothing-checked', { paths: options.paths.join(' ') });
  if (tally.applicable > 0) return;
  const found = [...tally.languages].join(', ');
  throw new UsageError('run.none-applicable', { found, wanted: known.languages().join(', ') });
}

function conclude(tally: Tally, { locale }: RunOptions, io: Io): number {
  const failures = tally.failures();
  for (const { key, values } of failures.filter(({ key }) => key !== 'gate.fail-on'))
    io.say(locale.say(key, values));
  return failures.length > 0 ? EXIT.found : EXIT.clean;
}

function problemLine({ file, line, column, message }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}${column === undefined ? '' : `:${column}`}`;
  return `${place}: ${message}`;
}
