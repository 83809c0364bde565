/** The inside of a worker thread: takes tasks, sends what came of them in parts. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Problem, Verdict, VerdictTurn } from '../judge/verdict.ts';
import { openLocale } from '../locale/index.ts';
import type { LocaleName } from '../locale/locale.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { type Ears, type Input, inputOf } from './inputs.ts';
import { type Judged, openCache } from './judged.ts';
import { Judges } from './judges.ts';
import { Mailbox } from './mailbox.ts';
import type { RunOptions } from './options.ts';
import { silenced } from './silenced.ts';
import type { VerdictCache } from './verdict-cache.ts';

/** What of a run's options a thread needs: plain data. */
export interface ThreadOptions
  extends Pick<RunOptions, 'packs' | 'config' | 'cache' | 'inputFormat' | 'encoding' | 'allChecks'> {
  locale: LocaleName;
  /** Whether anybody is shown what was said. */
  quoting: boolean;
}

/** Files to be judged; of each, the stretches of conversations whose number leaves `mine` when divided by `of`. */
export interface Task {
  files: { file: string; explicit: boolean }[];
  share: Share;
}

interface Share {
  mine: number;
  of: number;
}

/** `of` is the file's place in the task. */
export type Result =
  | { of: number; verdict: Verdict }
  | { of: number; problem: Problem }
  | { of: number; note: Problem };

/** What came of a stretch; the last part of a task says so. */
export interface Part {
  results: Result[];
  /** Read since the part before. */
  bytes: number;
  last: boolean;
}

/** Conversations. */
const STRETCH = 64;
/** Parts that may be under way: a thread that is quicker than the one before it waits. */
const UNDER_WAY = 8;

/** Runs until the thread is ended from outside. */
export async function work(): Promise<never> {
  const port = parentPort!;
  const thread = new Thread(workerData as ThreadOptions, port);
  for (;;) await thread.do(await thread.tasks.take());
}

class Thread {
  readonly tasks = new Mailbox<Task>();
  private readonly taken = new Mailbox<null>();
  private readonly options: ThreadOptions;
  private readonly port: MessagePort;
  private ready: { judges: Judges; options: RunOptions; cache: VerdictCache | null } | null = null;
  private part: Part = emptyPart();
  /** The file that it is at, and how many stretches are past. */
  private of = 0;
  private past = 0;

  constructor(options: ThreadOptions, port: MessagePort) {
    this.options = options;
    this.port = port;
    for (let free = 0; free < UNDER_WAY; free++) this.taken.put(null);
    port.on('message', (message: Task | 'taken') => {
      if (message === 'taken') this.taken.put(null);
      else this.tasks.put(message);
    });
  }

  async do({ files, share }: Task): Promise<void> {
    const ears: Ears = {
      problem: (problem) => this.part.results.push({ of: this.of, problem }),
      note: (note) => this.part.results.push({ of: this.of, note }),
      read: (bytes) => {
        this.part.bytes += bytes;
      },
    };
    this.past = 0;
    for (const [of, { file, explicit }] of files.entries()) {
      this.of = of;
      await this.judge(file, explicit, share, ears);
    }
    if (!this.isMine(share)) this.part.results = [];
    await this.send(true);
  }

  private async judge(file: string, explicit: boolean, share: Share, ears: Ears): Promise<void> {
    const { judges, options, cache } = await this.judges();
    const input = await inputOf({ file, explicit }, options, judges.configs, ears);
    const now = (input: Input, ears: Ears) => this.judged(input, share, ears);
    // Of a file that threads share none has the whole.
    const all = cache && share.of === 1 ? cache.through(input, ears, now) : now(input, ears);
    for await (const { verdict } of all) this.part.results.push({ of: this.of, verdict: this.sent(verdict) });
  }

  private async *judged(input: Input, share: Share, ears: Ears): AsyncGenerator<Judged> {
    const { judges, options } = await this.judges();
    const { judge, ruleset } = await judges.for(input);
    const mine = { file: input.file, transcripts: () => this.mine(input.transcripts(), share) };
    for await (const transcript of silenced(mine, ears, options.locale))
      yield { verdict: await judge(transcript), ruleset };
  }

  /** Words that nobody is shown do not cross between threads, which costs more than reading them. */
  private sent(verdict: Verdict): Verdict {
    if (this.options.quoting) return verdict;
    const turns = verdict.turns.map(({ time }) => (time === undefined ? WORDLESS : { ...WORDLESS, time }));
    return { ...verdict, turns };
  }

  /** Those of a file's conversations that are in this thread's stretches. */
  private async *mine(transcripts: AsyncIterable<Transcript>, share: Share): AsyncGenerator<Transcript> {
    let count = 0;
    for await (const transcript of transcripts) {
      if (count > 0 && count % STRETCH === 0) await this.turnOver(share);
      count++;
      if (this.isMine(share)) yield transcript;
    }
  }

  /** A stretch is over: whose it is sends it, with what was told while it was read. */
  private async turnOver(share: Share): Promise<void> {
    if (this.isMine(share)) await this.send(false);
    else this.part.results = [];
    this.past++;
  }

  private isMine({ mine, of }: Share): boolean {
    return this.past % of === mine;
  }

  private async judges() {
    if (!this.ready) {
      const locale = await openLocale(this.options.locale);
      const { quoting: _, ...rest } = this.options;
      const options = { ...rest, locale } as RunOptions;
      const judges = new Judges(options, () => {});
      this.ready = { judges, options, cache: await openCache(options, judges) };
    }
    return this.ready;
  }

  private async send(last: boolean): Promise<void> {
    await this.taken.take();
    this.port.postMessage({ ...this.part, last });
    this.part = emptyPart();
  }
}

const WORDLESS: VerdictTurn = { role: 'unknown', text: '' };

const emptyPart = (): Part => ({ results: [], bytes: 0, last: false });
