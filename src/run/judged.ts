/** Inputs × rulesets → verdicts, in the order of the inputs: in this thread, or in several where the work is worth it. */
import { availableParallelism } from 'node:os';
import type { Verdict } from '../judge/verdict.ts';
import type { Ruleset } from '../pack/compile.ts';
import { formats as offered } from '../report/index.ts';
import type { ReportFormat } from '../report/reporter.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { type Ahead, ahead } from './ahead.ts';
import type { Written } from './draft.ts';
import type { Ears, Input } from './inputs.ts';
import type { Judges } from './judges.ts';
import type { RunOptions } from './options.ts';
import { silenced } from './silenced.ts';
import { type Timing, UNTIMED } from './timing.ts';
import type { VerdictCache } from './verdict-cache.ts';

export interface Judged {
  verdict: Verdict;
  ruleset: Ruleset;
}

/** What is counted over all conversations of a run, and therefore in one thread. */
interface Counted {
  baseline: { put(transcript: Transcript): void } | null;
  sample: { takes(transcript: Transcript): boolean } | null;
  timing: Timing;
}

/** What a pool of threads is made of. */
export interface PoolOptions {
  threads: number;
  judges: Judges;
  options: RunOptions;
  cache: VerdictCache | null;
  /** Those of all reports, where each makes texts of conversations by themselves; else none. */
  formats: readonly ReportFormat[];
}

/**
 * Threads compile and warm up, each by itself, for longer than so many bytes take to be judged. Whoever asks for
 * threads gets them sooner.
 */
const WORTH = 10_000_000;
const WORTH_IF_ASKED = 1_500_000;

/**
 * @param open looks for inputs, and tells the ears that it is given what cannot be found
 * @returns verdicts, or what reports are to write of many
 */
export async function* judged(
  open: (finding: Ears) => AsyncIterable<Input>,
  judges: Judges,
  options: RunOptions,
  ears: Ears,
  counted: Counted,
): AsyncGenerator<Judged | Written> {
  const now = (input: Input, ears: Ears): AsyncGenerator<Judged> =>
    judgedHere(input, judges, options, ears, counted);
  const cache = isCounted(counted) ? null : await openCache(options, judges);
  const here = (input: Input): AsyncGenerator<Judged> =>
    cache ? cache.through(input, ears, now) : now(input, ears);
  const threads = options.concurrency ?? availableParallelism();
  if (threads === 1 || isCounted(counted) || options.paths.includes('-')) {
    for await (const input of open(ears)) yield* here(input);
    return;
  }
  const inputs = ahead(open);
  const { first, enough, failure } = await lookAhead(inputs, options);
  if (enough) {
    const { pooled } = await import('./pool.ts');
    const formats = await textFormats(options);
    yield* pooled(chain(first, inputs), { threads, judges, options, cache, formats }, ears);
    return;
  }
  for (const { told, input } of first) {
    for (const tell of told) tell(ears);
    if (input) yield* here(input);
  }
  if (failure) throw failure;
}

/** Takes inputs until there is enough to do for several threads. */
async function lookAhead(inputs: AsyncGenerator<Ahead>, { concurrency }: RunOptions) {
  const first: Ahead[] = [];
  let bytes = 0;
  try {
    for (let next = await inputs.next(); !next.done; next = await inputs.next()) {
      first.push(next.value);
      bytes += next.value.bytes;
      if (bytes >= (concurrency === undefined ? WORTH : WORTH_IF_ASKED)) return { first, enough: true };
    }
  } catch (failure) {
    // What was found before is judged before.
    return { first, enough: false, failure };
  }
  return { first, enough: false };
}

async function textFormats({ formats }: RunOptions): Promise<ReportFormat[]> {
  const all = await Promise.all(formats.map(({ name, format }) => format ?? offered[name]!()));
  return all.every(({ textOf }) => textOf) ? all : [];
}

/** Loaded only where one is asked for. */
export async function openCache(
  options: Pick<RunOptions, 'cache' | 'inputFormat' | 'encoding' | 'allChecks' | 'locale'>,
  judges: Judges,
) {
  if (options.cache === undefined) return null;
  const { VerdictCache } = await import('./verdict-cache.ts');
  return new VerdictCache(options.cache, options, judges);
}

const isCounted = ({ baseline, sample, timing }: Counted): boolean =>
  baseline !== null || sample !== null || timing !== UNTIMED;

async function* judgedHere(
  input: Input,
  judges: Judges,
  { locale }: RunOptions,
  ears: Ears,
  { baseline, sample, timing }: Counted,
): AsyncGenerator<Judged> {
  const { judge, ruleset } = await judges.for(input);
  for await (const transcript of timing.each('read', silenced(input, ears, locale, sample?.takes))) {
    baseline?.put(transcript);
    yield { verdict: await judge(transcript), ruleset };
  }
}

async function* chain(first: readonly Ahead[], rest: AsyncIterable<Ahead>): AsyncGenerator<Ahead> {
  yield* first;
  yield* rest;
}
