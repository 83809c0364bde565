import { ReadError, type ReadOptions, type ReadReport, type Sample, type Source } from './formats/format.ts';
import { chooseFormat, containerOf } from './formats/index.ts';
import { Ids } from './id-set.ts';
import { openSource } from './source.ts';
import type { Transcript } from './transcript.ts';

export interface ReadRequest {
  options: ReadOptions;
  report: ReadReport;
  /** The reader's name where the file does not tell (`--input-format`). */
  inputFormat?: string;
  /** The encoding where it is not to be detected (`--encoding`). */
  encoding?: string;
  /** Relative paths start here; the working folder by default. */
  cwd?: string;
  /** False for a file that was only found in a folder: when no reader knows it, that is a note, no problem. */
  explicit?: boolean;
}

/** A container within a container within …: no deeper. */
const DEEPEST = 3;

/**
 * The conversations of one file (or `-`, standard input), as they are read; ids made unique with `#2`, `#3`.
 * A file that cannot be read, or no further, is one problem on `request.report`; nothing is thrown for it.
 */
export async function* readTranscripts(file: string, request: ReadRequest): AsyncGenerator<Transcript> {
  const { report, encoding, cwd } = request;
  const source = openSource(file, { report, ...(encoding && { encoding }), ...(cwd && { cwd }) });
  yield* readSource(source, request);
}

/** The same for an input that is open already. It is closed afterwards. */
export async function* readSource(
  source: Source,
  request: ReadRequest,
  depth = 0,
): AsyncGenerator<Transcript> {
  try {
    const sample = source.sample();
    const container =
      request.inputFormat === undefined || depth === 0 ? await containerOf(sample) : undefined;
    if (container && depth < DEEPEST) {
      for await (const inner of container.open(source)) yield* readSource(inner, request, depth + 1);
      return;
    }
    if (sample.whole && sample.head.length === 0) {
      source.note({ key: 'read.empty' });
      return;
    }
    const format = await formatOf(source, sample, request);
    if (!format) return;
    const ids = new Ids();
    let none = true;
    for await (const transcript of format.read(source, request.options)) {
      none = false;
      transcript.id = ids.unique(transcript.id);
      yield transcript;
    }
    if (none) source.note({ key: 'read.empty' });
  } catch (error) {
    const known = error instanceof ReadError ? error : unreadable(error);
    source.problem(known.detail, known.at);
  } finally {
    source.close();
  }
}

async function formatOf(source: Source, sample: Sample, request: ReadRequest) {
  try {
    return await chooseFormat(sample, request.inputFormat, request.options);
  } catch (error) {
    if (!(error instanceof ReadError) || !error.detail.key.startsWith('read.unknown-')) throw error;
    // A binary file says better what it is than that its format is not known.
    if (sample.binary) source.text();
    if (request.explicit !== false) throw error;
    source.note(error.detail);
    return undefined;
  }
}

/** Whatever a library throws on a broken file is that file's problem; the batch goes on. */
export function unreadable(error: unknown): ReadError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ReadError({ key: 'read.unreadable', values: { reason: reason.slice(0, 300) } });
}
