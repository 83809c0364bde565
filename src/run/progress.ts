/** What a long run shows of itself to somebody who looks: how far it is, how fast, how long it will take. */
import { statSync } from 'node:fs';
import type { SingleBar } from 'cli-progress';
import { discover } from '../transcript/discover.ts';
import { knownExtensions } from '../transcript/formats/index.ts';
import type { Io, RunOptions } from './options.ts';

/** In milliseconds: a short run shows nothing, and a line that changes more often is not read. */
const PATIENCE = 1000;
const EVERY = 100;
/** In columns. */
const LONGEST_BAR = 30;

/** The terminal that it is shown on, and a clock in milliseconds. */
interface Place {
  stream: NodeJS.WritableStream & { columns?: number };
  now(): number;
}

const HERE: Place = { stream: process.stderr, now: () => performance.now() };

export class Progress {
  private readonly options: RunOptions;
  private readonly place: Place;
  private readonly began: number;
  private next: number;
  private bytes = 0;
  private conversations = 0;
  /** Bytes of all inputs; null where that is not known, undefined before it was asked. */
  private total: number | null | undefined;
  private bar: SingleBar | null = null;
  private shown = false;

  /** @param place a terminal; nothing is written to it but by `judged` and `clear` */
  constructor(options: RunOptions, place: Place = HERE) {
    this.options = options;
    this.place = place;
    this.began = place.now();
    this.next = this.began + PATIENCE;
  }

  /** The same outputs, with the line out of their way while they are written to. */
  around(io: Io): Io {
    const say = (line: string): void => {
      this.clear();
      io.say(line);
    };
    const note = (line: string): void => {
      this.clear();
      io.note(line);
    };
    const write: Io['stdout']['write'] = (text) => {
      if (io.stdout.isTerminal) this.clear();
      io.stdout.write(text);
    };
    return { stdout: { ...io.stdout, write }, say, note, progress: this };
  }

  /** So many bytes more of the named inputs were read. */
  read(bytes: number): void {
    this.bytes += bytes;
  }

  /** So many conversations more are done. Timers would never come to it: a run leaves the event loop no time. */
  async judged(conversations = 1): Promise<void> {
    this.conversations += conversations;
    const now = this.place.now();
    if (now < this.next) return;
    this.next = now + EVERY;
    if (this.total === undefined) this.total = await sizeOf(this.options);
    await this.draw(now);
  }

  clear(): void {
    if (this.shown) this.bar?.stop();
    this.shown = false;
  }

  private async draw(now: number): Promise<void> {
    this.bar ??= await this.makeBar();
    const total = this.total && this.total >= this.bytes ? this.total : 0;
    const payload = { text: this.words(now, total) };
    if (!this.shown) this.bar.start(total, this.bytes, payload);
    else {
      this.bar.setTotal(total);
      this.bar.update(this.bytes, payload);
    }
    this.shown = true;
  }

  private async makeBar(): Promise<SingleBar> {
    // CommonJS: in a bundle of parts its names are those of the default export.
    const [
      {
        default: { SingleBar },
      },
      { displayWidth },
    ] = await Promise.all([import('cli-progress'), import('../report/width.ts')]);
    const { stream } = this.place;
    return new SingleBar({
      stream,
      clearOnComplete: true,
      // Turned off it would stay off in the terminal of a run that is interrupted.
      linewrap: true,
      format(_, { progress: done, total }, { text }) {
        const room = Math.min(LONGEST_BAR, (stream.columns ?? 80) - displayWidth(text) - '[] '.length - 1);
        if (total === 0 || room < 1) return text;
        const full = Math.round(done * room);
        return `[${'='.repeat(full)}${' '.repeat(room - full)}] ${text}`;
      },
    });
  }

  private words(now: number, total: number): string {
    const { locale } = this.options;
    const seconds = (now - this.began) / 1000;
    const values = { count: this.conversations, rate: Math.round(this.conversations / seconds) };
    if (total === 0) return locale.say('progress.unknown', { ...values, spent: clock(seconds) });
    const left = clock((seconds * (total - this.bytes)) / Math.max(1, this.bytes));
    return locale.say('progress.known', { ...values, percent: Math.floor((100 * this.bytes) / total), left });
  }
}

/** Bytes of all files that will be read; null where some come from standard input or a pipe. */
async function sizeOf({ paths, only }: RunOptions): Promise<number | null> {
  const report = { problem() {}, note() {} };
  let size = 0;
  for await (const { file } of discover(paths, { report, extensions: knownExtensions() })) {
    if (only && !only(file)) continue;
    const stat = file === '-' ? undefined : statSync(file, { throwIfNoEntry: false });
    if (!stat?.isFile()) return null;
    size += stat.size;
  }
  return size;
}

/** 0:07, 12:34 or 1:02:03. */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (number: number): string => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
