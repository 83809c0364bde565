/**
 * Judges in several threads, with the same results in the same order as in one. Small files are dealt out in lots. Of
 * a large file every thread reads all and judges every so many-th stretch of conversations: reading costs little beside
 * judging, and it is the same for every format.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Ruleset } from '../pack/compile.ts';
import { QUOTING } from '../report/index.ts';
import type { Ears, Input } from './inputs.ts';
import type { Judged } from './judged.ts';
import { sizeOf } from './judged.ts';
import type { Judges } from './judges.ts';
import { Mailbox } from './mailbox.ts';
import type { RunOptions } from './options.ts';
import { fileBeside } from './silenced.ts';
import type { Part, Task, ThreadOptions } from './thread.ts';

/** In bytes. */
const LARGE = 1_000_000;
const LOT = 250_000;
/** Lots that wait for each thread beside the one it is at. */
const AHEAD = 2;
/** What holds one conversation a record, so that a stretch of it is as good as another. */
const DIVISIBLE = /\.(?:jsonl|ndjson|csv|tsv|txt|log)(?:\.gz)?$/i;

/** Inputs that go to one thread together, or one input that goes to all. */
interface Lot {
  inputs: Input[];
  bytes: number;
  shared: boolean;
}

/** A lot that threads are at. */
interface Job {
  lot: Lot;
  rulesets: Ruleset[];
  threads: Thread[];
}

export async function* pooled(
  count: number,
  inputs: AsyncIterable<Input>,
  judges: Judges,
  options: RunOptions,
  ears: Ears,
): AsyncGenerator<Judged> {
  const threads = Array.from({ length: count }, () => new Thread(options));
  try {
    const waiting: Job[] = [];
    for await (const lot of lots(inputs)) {
      waiting.push(await dealt(lot, threads, judges));
      if (waiting.length > count * AHEAD) yield* results(waiting.shift()!, ears);
    }
    for (const job of waiting) yield* results(job, ears);
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

async function* lots(inputs: AsyncIterable<Input>): AsyncGenerator<Lot> {
  let lot: Lot = { inputs: [], bytes: 0, shared: false };
  for await (const input of inputs) {
    const bytes = sizeOf(input.file);
    const shared = bytes >= LARGE && DIVISIBLE.test(input.file) && fileBeside(input.file) === null;
    if (lot.inputs.length > 0 && (shared || lot.bytes + bytes > LOT)) {
      yield lot;
      lot = { inputs: [], bytes: 0, shared: false };
    }
    if (shared) yield { inputs: [input], bytes, shared };
    else {
      lot.inputs.push(input);
      lot.bytes += bytes;
    }
  }
  if (lot.inputs.length > 0) yield lot;
}

async function dealt(lot: Lot, threads: readonly Thread[], judges: Judges): Promise<Job> {
  const ready = await Promise.all(lot.inputs.map((input) => judges.for(input)));
  const files = lot.inputs.map(({ file, explicit }) => ({ file, explicit }));
  const rulesets = ready.map(({ ruleset }) => ruleset);
  if (lot.shared) {
    for (const [mine, thread] of threads.entries())
      thread.take({ files, share: { mine, of: threads.length } }, lot.bytes / threads.length);
    return { lot, rulesets, threads: [...threads] };
  }
  const idlest = threads.reduce((one, other) => (other.load < one.load ? other : one));
  idlest.take({ files, share: { mine: 0, of: 1 } }, lot.bytes);
  return { lot, rulesets, threads: [idlest] };
}

/** The parts of a job, by turns from each of its threads. The first to be at its end has nothing after it elsewhere. */
async function* results({ lot, rulesets, threads }: Job, ears: Ears): AsyncGenerator<Judged> {
  for (let turn = 0, ended = 0; ended < threads.length; turn++) {
    const thread = threads[turn % threads.length]!;
    const part = await thread.part();
    for (const one of part.results) {
      if ('verdict' in one) yield { verdict: one.verdict, ruleset: rulesets[one.of]! };
      else if ('problem' in one) ears.problem(one.problem);
      else ears.note(one.note);
    }
    ears.read?.(part.bytes / threads.length);
    if (part.last) {
      ended++;
      thread.load -= lot.bytes / threads.length;
    }
  }
}

/** A worker thread, as the run sees it. */
class Thread {
  /** Bytes that it has been given and is not done with. */
  load = 0;
  private readonly worker: Worker;
  private readonly parts = new Mailbox<Part | Error>();

  constructor({ packs, config, cache, formats, inputFormat, encoding, allChecks, locale }: RunOptions) {
    const quoting = formats.some(({ name }) => QUOTING.has(name));
    const judging = { packs, config, cache, inputFormat, encoding, allChecks };
    const options: ThreadOptions = { ...judging, locale: locale.name, quoting };
    const launcher = path.join(import.meta.dirname, '..', 'bin', 'courtesy.js');
    this.worker = new Worker(launcher, { argv: ['__thread'], workerData: options });
    this.worker.on('message', (part: Part) => this.parts.put(part));
    this.worker.on('error', (error) => this.parts.put(error));
  }

  take(task: Task, bytes: number): void {
    this.load += bytes;
    this.worker.postMessage(task);
  }

  async part(): Promise<Part> {
    const part = await this.parts.take();
    if (part instanceof Error) throw part;
    this.worker.postMessage('taken');
    return part;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
