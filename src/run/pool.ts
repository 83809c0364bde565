/**
 * Judges in several threads, this one among them, with the same results in the same order as in one. Small files are
 * dealt out in lots, a large file in parts that are read by themselves. Where it cannot be cut, every thread reads all
 * of it and judges every so many-th stretch of conversations.
 */
import { renamed } from '../report/transcript-object.ts';
import { wordsOf } from '../transcript/messages.ts';
import type { Ahead } from './ahead.ts';
import { Dealer, type DividedFile, type Job } from './dealer.ts';
import type { Outcome } from './desk.ts';
import type { Written } from './draft.ts';
import { type Hand, Here, Thread } from './hands.ts';
import type { Ears } from './inputs.ts';
import type { Judged, PoolOptions } from './judged.ts';
import { Mailbox } from './mailbox.ts';

/** In bytes: a hand that has so much to do is given no more. */
const FULL = 1_200_000;
/** Jobs of each hand of which not all was taken yet. */
const WAITING = 8;

/** @returns verdicts, or what reports are to write of many */
export async function* pooled(
  inputs: AsyncIterable<Ahead>,
  pool: PoolOptions,
  ears: Ears,
): AsyncGenerator<Judged | Written> {
  const jobs = new Mailbox<Job | Failure | null>();
  let wake = (): void => {};
  const hands = handsOf(pool, () => wake());
  const hasRoom = (): boolean => jobs.size < hands.length * WAITING && hands.some(({ load }) => load < FULL);
  const room = async (): Promise<void> => {
    while (!hasRoom())
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  };
  // Goes on beside, so that nobody waits for a task while results are waited for.
  void deal(new Dealer(hands, pool).jobs(inputs), jobs, room);
  try {
    for (let job = await jobs.take(); job; job = await jobs.take()) {
      if ('failure' in job) throw job.failure;
      yield* results(job, pool, ears);
      wake();
    }
  } finally {
    await Promise.all(hands.map((hand) => hand.end()));
  }
}

/** What goes wrong with an input goes wrong when it is its turn: what is before it is judged before. */
interface Failure {
  failure: unknown;
}

async function deal(
  dealt: AsyncIterable<Job>,
  jobs: Mailbox<Job | Failure | null>,
  room: () => Promise<void>,
): Promise<void> {
  try {
    for await (const job of dealt) {
      jobs.put(job);
      await room();
    }
    jobs.put(null);
  } catch (failure) {
    jobs.put({ failure });
  }
}

/** @param done is called after each task of any of them */
function handsOf({ threads, judges, options, cache, formats }: PoolOptions, done: () => void): Hand[] {
  const names = formats.map(({ name }) => name);
  // Others take some time to begin, so they are called first.
  const others = Array.from({ length: threads - 1 }, () => new Thread(options, names, done));
  return [new Here({ judges, options, cache, formats, quoting: 'all' }, done), ...others];
}

/** What came of a job, by turns from each of its hands. The first to be at its end has nothing after it elsewhere. */
async function* results(job: Job, pool: PoolOptions, ears: Ears): AsyncGenerator<Judged | Written> {
  for (const tell of job.told) tell(ears);
  const { hands, file, isEnd } = job;
  for (let turn = 0, ended = 0; ended < hands.length; turn++) {
    const hand = hands[turn % hands.length]!;
    const outcome = await hand.outcome();
    // Nothing comes of what stands behind a place that cannot be read.
    if (!file?.brokenOff) yield* heard(outcome, job, ears);
    if (outcome.last) ended++;
  }
  if (isEnd && file?.conversations === 0 && !file.brokenOff)
    ears.note({ file: file.name, message: wordsOf(pool.options.locale.name, { key: 'read.empty' }) });
}

function* heard(outcome: Outcome, { hands, rulesets, file }: Job, ears: Ears): Generator<Judged | Written> {
  for (const one of outcome.results) {
    if ('problem' in one) ears.problem(one.problem);
    else if ('note' in one) ears.note(one.note);
    else if ('written' in one) yield file ? withOwnIds(one.written, file) : one.written;
    else {
      const { verdict, of } = one;
      if (file) verdict.id = ownId(verdict.id, file);
      yield { verdict, ruleset: rulesets[of]! };
    }
  }
  ears.read?.(outcome.bytes / hands.length);
  if (file && outcome.brokenOff) file.brokenOff = true;
}

function ownId(id: string, file: DividedFile): string {
  file.conversations++;
  return file.ids.unique(id);
}

function withOwnIds(written: Written, file: DividedFile): Written {
  const ids = written.ids.map((id) => [id, ownId(id, file)] as const);
  if (ids.every(([id, own]) => id === own)) return written;
  return { ...written, texts: written.texts.map((texts) => renamed(texts, ids)) };
}
