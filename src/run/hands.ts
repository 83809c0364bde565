/** Who does the tasks of a run: this thread, and others beside it. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { QUOTING, type Quoting } from '../report/index.ts';
import { Desk, type Equipment, type Outcome, type Task } from './desk.ts';
import { Mailbox } from './mailbox.ts';
import type { RunOptions } from './options.ts';
import type { ThreadOptions } from './thread.ts';

export interface Hand {
  /** Bytes that it has been given and is not done with. */
  readonly load: number;
  take(task: Task, bytes: number): void;
  /** What came of its tasks, in the order in which it was given them. */
  outcome(): Promise<Outcome>;
  end(): Promise<void>;
}

/** What reports need of what was said. */
function quotingOf({ formats }: RunOptions): Quoting {
  const needed = formats.map(({ name }) => QUOTING[name]);
  return needed.includes('all') ? 'all' : needed.includes('found') ? 'found' : 'none';
}

/** Outcomes that are not asked for yet. */
const UNDER_WAY = 8;

/** What somebody has been given and is not done with, in bytes. */
class Load {
  bytes = 0;
  private readonly tasks: number[] = [];

  add(bytes: number): void {
    this.tasks.push(bytes);
    this.bytes += bytes;
  }

  /** The first of its tasks is done. */
  drop(): void {
    this.bytes -= this.tasks.shift() ?? 0;
  }
}

/** This thread. While it works, others are heard from time to time. */
export class Here implements Hand {
  private readonly given = new Load();
  private readonly tasks = new Mailbox<Task | null>();
  private readonly outcomes = new Mailbox<Outcome | Error>();
  private readonly taken = new Mailbox<null>();

  /** @param done is called after each task */
  constructor(equipment: Equipment, done: () => void) {
    for (let free = 0; free < UNDER_WAY; free++) this.taken.put(null);
    const desk = new Desk(equipment, async (outcome) => {
      await this.taken.take();
      this.outcomes.put(outcome);
      if (outcome.last) {
        this.given.drop();
        done();
      }
      await new Promise(setImmediate);
    });
    this.work(desk).catch((error: Error) => this.outcomes.put(error));
  }

  get load(): number {
    return this.given.bytes;
  }

  take(task: Task, bytes: number): void {
    this.given.add(bytes);
    this.tasks.put(task);
  }

  async outcome(): Promise<Outcome> {
    const outcome = await this.outcomes.take();
    if (outcome instanceof Error) throw outcome;
    this.taken.put(null);
    return outcome;
  }

  async end(): Promise<void> {
    this.tasks.put(null);
  }

  private async work(desk: Desk): Promise<void> {
    for (let task = await this.tasks.take(); task; task = await this.tasks.take()) await desk.do(task);
  }
}

/** In bytes: what is judged elsewhere until a new thread is ready. */
const BEGINNING = 1_000_000;

/** A worker thread. */
export class Thread implements Hand {
  private readonly given = new Load();
  private isNew = true;
  private readonly worker: Worker;
  private readonly outcomes = new Mailbox<Outcome | Error>();

  /**
   * @param written the names of the formats whose texts it makes
   * @param done is called after each task
   */
  constructor(options: RunOptions, written: readonly string[], done: () => void) {
    const { packs, config, cache, inputFormat, encoding, allChecks, explainScore, locale } = options;
    const judging = { packs, config, cache, inputFormat, encoding, allChecks, explainScore };
    const data: ThreadOptions = { ...judging, locale: locale.name, quoting: quotingOf(options), written };
    const launcher = path.join(import.meta.dirname, '..', 'bin', 'courtesy.js');
    this.worker = new Worker(launcher, { argv: ['__thread'], workerData: data });
    this.worker.on('message', (outcome: Outcome) => {
      this.outcomes.put(outcome);
      this.isNew = false;
      if (!outcome.last) return;
      this.given.drop();
      done();
    });
    this.worker.on('error', (error) => this.outcomes.put(error));
  }

  get load(): number {
    return this.given.bytes + (this.isNew ? BEGINNING : 0);
  }

  take(task: Task, bytes: number): void {
    this.given.add(bytes);
    this.worker.postMessage(task);
  }

  async outcome(): Promise<Outcome> {
    const outcome = await this.outcomes.take();
    if (outcome instanceof Error) throw outcome;
    this.worker.postMessage('taken');
    return outcome;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
