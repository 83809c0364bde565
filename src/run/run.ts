/** One whole run, top to bottom: paths → transcripts → verdicts → reports → exit code. */
import type { Problem, Summary } from '../judge/verdict.ts';
import { Discipline } from './discipline.ts';
import { type Ears, inputs } from './inputs.ts';
import { judged } from './judged.ts';
import { Judges } from './judges.ts';
import type { Io, RunOptions } from './options.ts';
import { type OpenReport, openReport } from './outputs.ts';
import { problemLine } from './problem-line.ts';
import { Knowledge } from './report-context.ts';
import { Tally } from './tally.ts';
import { UNTIMED } from './timing.ts';
import { UsageError } from './usage.ts';

export const EXIT = { clean: 0, found: 1, failed: 2 } as const;

/** So many paths in an error tell which were meant. */
const NAMED = 3;

/** In bytes: a run that reads so much takes a second or more. */
const LONG = 4_000_000;
/** How much the heap may grow before it is looked through, in percent; for 0 V8 finds a measure of its own. */
const SLOWLY = 100;
const AS_USUAL = 0;

/** @returns the exit code */
export async function run(options: RunOptions, io: Io): Promise<number> {
  if (options.paths.length === 0) throw new UsageError('run.no-input');
  const { timing = UNTIMED } = options;
  const known = new Knowledge();
  const judges = new Judges(options, (ruleset) => known.learn(ruleset));
  await timing.during('packs', () => judges.prepare(options.paths));
  const reports = await openReports(options, known, io);
  const tally = new Tally(options.gates);
  const discipline = new Discipline(options);
  const sample = await openSample(options, judges);
  const problem = (one: Problem): void => {
    tally.problems++;
    io.say(problemLine(one));
    for (const { reporter } of reports) reporter.problem(one);
  };
  const note = (one: Problem): void => io.note(problemLine(one));
  let bytes = 0;
  const read = (more: number): void => {
    io.progress?.read(more);
    bytes += more;
    if (bytes >= LONG && bytes - more < LONG) void growHeap(SLOWLY);
  };
  const ears = { problem, note, read };

  try {
    const found = (finding: Ears) => timing.each('find', inputs(options, judges.configs, ears, finding));
    const counted = { baseline: options.baseline ?? null, sample, timing };
    for await (const one of judged(found, judges, options, ears, counted)) {
      if ('verdict' in one) {
        discipline.add(one.verdict, one.ruleset);
        tally.add(one.verdict);
        for (const { reporter } of reports) reporter.verdict(one.verdict);
      } else {
        tally.addAll(one.counts);
        for (const [at, { reporter }] of reports.entries()) reporter.texts!(one.texts[at]!);
      }
      await io.progress?.judged('verdict' in one ? 1 : one.counts.transcripts);
    }
    const sampled = sample?.summary();
    refuseNothing(tally, options, known, io);
    await finish(reports, { ...tally.summary(), ...discipline.summary(), ...sampled });
  } catch (error) {
    for (const report of reports) report.abandon();
    throw error;
  } finally {
    if (bytes >= LONG) await growHeap(AS_USUAL);
  }
  if (sample) io.note(options.locale.say('sample.looked', { taken: sample.taken, of: sample.of }));
  return conclude(tally, options, io);
}

/**
 * V8 would let the heap of each thread grow to several times what is alive in it before it looks for garbage among what
 * has lived for a while, of which there is little here.
 * @param percent once the run is over as it was before: V8 takes no kept code that was compiled by other rules
 */
async function growHeap(percent: number): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/** Loaded only where one is asked for. */
async function openSample(options: RunOptions, { configs }: Judges) {
  if (options.sample === undefined) return null;
  const { Sample } = await import('./sample.ts');
  return Sample.open(options.sample, options, configs);
}

function openReports(options: RunOptions, known: Knowledge, io: Io): Promise<OpenReport[]> {
  const context = known.context(options, io.stdout.width);
  const { timing = UNTIMED } = options;
  const terminal = { ...io.stdout, atOnce: io.stdout.isTerminal || options.paths.includes('-') };
  return Promise.all(
    options.formats.map(async (request) => {
      const report = await openReport(request, context, terminal);
      return { ...report, reporter: timing.reporter(report.reporter) };
    }),
  );
}

async function finish(reports: readonly OpenReport[], summary: Summary): Promise<void> {
  for (const report of reports) {
    await report.reporter.end(summary);
    report.commit();
  }
}

/** Nothing checked is never a silent pass, but for a change that touches nothing to be checked. */
function refuseNothing(tally: Tally, { paths, only, locale }: RunOptions, known: Knowledge, io: Io): void {
  if (tally.applicable > 0) return;
  if (only && tally.problems === 0) {
    io.note(locale.say('changed.nothing'));
    return;
  }
  if (tally.transcripts === 0) {
    const more = paths.length > NAMED ? ' …' : '';
    throw new UsageError('run.nothing-checked', { paths: `${paths.slice(0, NAMED).join(' ')}${more}` });
  }
  const found = [...tally.languages].join(', ');
  throw new UsageError('run.none-applicable', { found, wanted: known.languages().join(', ') });
}

function conclude(tally: Tally, { locale }: RunOptions, io: Io): number {
  const failures = tally.failures();
  for (const { key, values } of failures.filter(({ key }) => key !== 'gate.fail-on'))
    io.say(locale.say(key, values));
  return failures.length > 0 ? EXIT.found : EXIT.clean;
}
