/** Where reports go: standard output, or files that are written whole or not at all. */
import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { formats } from '../report/index.ts';
import type { ReportContext, Reporter, ReportFormat } from '../report/reporter.ts';
import { UsageError } from './usage.ts';

/** `--format sarif=out.sarif`: which report, and the file it goes to (standard output when absent). */
export interface FormatRequest {
  name: string;
  file?: string;
  /** One that is no report and that `--format` does not offer. */
  format?: ReportFormat;
}

/** Standard output. */
interface Terminal {
  color: boolean;
  /** What is written leaves at once: somebody looks, or waits for it before saying more. */
  atOnce: boolean;
  write(text: string | Uint8Array): void;
}

/** A reporter with the output that it writes to. */
export interface OpenReport {
  reporter: Reporter;
  /** Puts the finished file in its place. */
  commit(): void;
  /** Leaves nothing behind. */
  abandon(): void;
}

/** @throws UsageError for a format there is not, or a binary one without a file */
export async function openReport(
  request: FormatRequest,
  context: Omit<ReportContext, 'write' | 'color'>,
  terminal: Terminal,
): Promise<OpenReport> {
  const format = request.format ?? (await offered(request.name));
  if (!request.file) {
    if (format.binary) throw new UsageError('run.binary-output', { format: request.name });
    const { color, atOnce } = terminal;
    if (atOnce)
      return { reporter: await format.open({ ...context, ...terminal }), commit() {}, abandon() {} };
    const pieces = new Pieces((text) => terminal.write(text));
    const reporter = await format.open({ ...context, color, write: (text) => pieces.write(text) });
    return { reporter, commit: () => pieces.flush(), abandon: () => pieces.flush() };
  }
  const file = new WholeFile(request.file);
  const reporter = await format.open({ ...context, color: false, write: (text) => file.write(text) });
  return { reporter, commit: () => file.commit(), abandon: () => file.abandon() };
}

async function offered(name: string): Promise<ReportFormat> {
  const load = formats[name];
  if (!load) {
    const known = Object.keys(formats);
    const { nearest } = await import('../text/nearest.ts');
    throw new UsageError('run.unknown-format', { name, known: known.join(', ') }, nearest(name, known));
  }
  return load();
}

/** In UTF-16 units. */
const TOGETHER = 1 << 16;

/** Many short texts are written together: a call of the system costs more than any of them. */
class Pieces {
  private texts = '';
  private readonly out: (text: string | Uint8Array) => void;

  constructor(out: (text: string | Uint8Array) => void) {
    this.out = out;
  }

  write(text: string | Uint8Array): void {
    if (typeof text !== 'string') {
      this.flush();
      this.out(text);
      return;
    }
    this.texts += text;
    if (this.texts.length >= TOGETHER) this.flush();
  }

  flush(): void {
    if (this.texts !== '') this.out(this.texts);
    this.texts = '';
  }
}

/** Written beside its place and moved there when it is whole; where a link leads, and straight into devices and pipes. */
export class WholeFile {
  private readonly place: string;
  /** Null where the place is no file that could be replaced. */
  private readonly temporary: string | null;
  private readonly descriptor: number;
  private readonly pieces = new Pieces((text) => this.put(text));

  constructor(file: string) {
    try {
      const old = statSync(file, { throwIfNoEntry: false });
      const isFile = old?.isFile() ?? true;
      this.place = old && isFile ? realpathSync(file) : file;
      this.temporary = isFile ? `${this.place}.${process.pid}.tmp` : null;
      this.descriptor = openSync(this.temporary ?? this.place, 'w');
    } catch (error) {
      throw new UsageError('run.unwritable', { file, why: (error as Error).message });
    }
  }

  write(text: string | Uint8Array): void {
    this.pieces.write(text);
  }

  private put(text: string | Uint8Array): void {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    for (let done = 0; done < bytes.length; ) done += writeSync(this.descriptor, bytes, done);
  }

  commit(): void {
    this.pieces.flush();
    closeSync(this.descriptor);
    if (this.temporary !== null) renameSync(this.temporary, this.place);
  }

  abandon(): void {
    closeSync(this.descriptor);
    if (this.temporary !== null) rmSync(this.temporary, { force: true });
  }
}
