/** Inputs × rulesets → verdicts, in the order of the inputs: in this thread, or in several where the work is worth it. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Verdict } from '../judge/verdict.ts';
import type { Ruleset } from '../pack/compile.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { Ears, Input } from './inputs.ts';
import type { Judges } from './judges.ts';
import type { RunOptions } from './options.ts';
import { silenced } from './silenced.ts';
import { type Timing, UNTIMED } from './timing.ts';

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

/**
 * Threads compile and warm up, each by itself, for longer than so many bytes take to be judged. Whoever asks for
 * threads gets them sooner.
 */
const WORTH = 12_000_000;
const WORTH_IF_ASKED = 1_500_000;
/** Opening a file takes as long as judging so many bytes. */
const OPENING = 1000;

export async function* judged(
  inputs: AsyncIterable<Input>,
  judges: Judges,
  options: RunOptions,
  ears: Ears,
  counted: Counted,
): AsyncGenerator<Judged> {
  const now = (input: Input, ears: Ears): AsyncGenerator<Judged> =>
    judgedHere(input, judges, options, ears, counted);
  const cache = isCounted(counted) ? null : await openCache(options, judges);
  const here = (input: Input): AsyncGenerator<Judged> =>
    cache ? cache.through(input, ears, now) : now(input, ears);
  const threads = options.concurrency ?? availableParallelism();
  if (threads === 1 || isCounted(counted) || options.paths.includes('-')) {
    for await (const input of inputs) yield* here(input);
    return;
  }
  const first: Input[] = [];
  const worth = options.concurrency === undefined ? WORTH : WORTH_IF_ASKED;
  let bytes = 0;
  const found = inputs[Symbol.asyncIterator]();
  for (let next = await found.next(); !next.done; next = await found.next()) {
    first.push(next.value);
    bytes += OPENING + sizeOf(next.value.file);
    if (bytes < worth) continue;
    const { pooled } = await import('./pool.ts');
    yield* pooled(threads, chain(first, { [Symbol.asyncIterator]: () => found }), judges, options, ears);
    return;
  }
  for (const input of first) yield* here(input);
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

async function* chain(first: readonly Input[], rest: AsyncIterable<Input>): AsyncGenerator<Input> {
  yield* first;
  yield* rest;
}

/** In bytes; 0 where there is no such file, which is told when it is read. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
