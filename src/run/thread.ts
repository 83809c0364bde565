/** The inside of a worker thread: a desk whose tasks come, and whose outcomes go, as messages. */
import { parentPort, workerData } from 'node:worker_threads';
import { openLocale } from '../locale/index.ts';
import type { LocaleName } from '../locale/locale.ts';
import { formats, type Quoting } from '../report/index.ts';
import { Desk, type Equipment, type Outcome, type Task } from './desk.ts';
import { openCache } from './judged.ts';
import { Judges } from './judges.ts';
import { Mailbox } from './mailbox.ts';
import type { RunOptions } from './options.ts';

/** What of a run's options a thread needs: plain data. */
export interface ThreadOptions
  extends Pick<
    RunOptions,
    'packs' | 'config' | 'cache' | 'inputFormat' | 'encoding' | 'allChecks' | 'explainScore'
  > {
  locale: LocaleName;
  quoting: Quoting;
  /** The names of the formats whose texts it makes. */
  written: readonly string[];
}

/** Outcomes that may be under way: a thread that is quicker than the one before it waits. */
const UNDER_WAY = 8;

/** Runs until the thread is ended from outside. */
export async function work(): Promise<never> {
  const port = parentPort!;
  const tasks = new Mailbox<Task>();
  const taken = new Mailbox<null>();
  for (let free = 0; free < UNDER_WAY; free++) taken.put(null);
  port.on('message', (message: Task | 'taken') => {
    if (message === 'taken') taken.put(null);
    else tasks.put(message);
  });
  const desk = new Desk(await equipment(workerData as ThreadOptions), async (outcome) => {
    await taken.take();
    port.postMessage(outcome, buffersOf(outcome));
  });
  for (;;) await desk.do(await tasks.take());
}

async function equipment({ written, quoting, ...rest }: ThreadOptions): Promise<Equipment> {
  const options = { ...rest, locale: await openLocale(rest.locale) };
  const judges = new Judges(options, () => {});
  return {
    judges,
    options,
    cache: await openCache(options, judges),
    formats: await Promise.all(written.map((name) => formats[name]!())),
    quoting,
  };
}

/** They move to the other thread and are not copied. */
const buffersOf = ({ results }: Outcome): ArrayBuffer[] =>
  results.flatMap((one) =>
    'written' in one ? one.written.texts.map(({ buffer }) => buffer as ArrayBuffer) : [],
  );
