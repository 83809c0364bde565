/** Cuts a large file into parts that threads read by themselves, each its own and nothing else. */
import { isUtf8 } from 'node:buffer';
import { resolve } from 'node:path';
import { readBetween } from './bytes-in.ts';
import { Decoder, type Run } from './decode.ts';
import { type Divisible, ReadError, type ReadOptions, type Sample } from './formats/format.ts';
import { chooseFormat, containerOf } from './formats/index.ts';
import { countLineEndsIn } from './line-ends.ts';
import { type ReadRequest, unreadable } from './read.ts';
import { openPart, openSource, type Part } from './source.ts';
import type { Transcript } from './transcript.ts';

/** In bytes: what is worth being sent to a thread. */
const WORTH = 512 * 1024;
/** In bytes: how much is looked through for a place to cut, at first and at most. */
const LOOKED_AT = [32 * 1024, 256 * 1024];
/** In bytes: where there is no place to cut in so much, none is looked for any more. */
const GIVE_UP = 4 * 1024 * 1024;

export interface Divided {
  /** The name of the reader. */
  format: string;
  /** In the order of the file; together they are all of it. Throws ReadError where it cannot be read. */
  parts: Iterable<Part>;
}

/**
 * A file in parts. What comes of them, one after the other, is what comes of the file, each notice included; but ids
 * are unique within a part only, and nobody says that there is nothing in the file.
 * @param worth in bytes: what a part has at least, but for the last
 * @returns undefined where it has to be read as a whole
 */
export async function divided(
  file: string,
  request: ReadRequest,
  worth = WORTH,
): Promise<Divided | undefined> {
  // A line end need not be the same bytes in an encoding that is forced.
  if (request.encoding !== undefined) return undefined;
  const source = openSource(file, { ...request, report: { problem() {}, note() {} } });
  try {
    const sample = source.sample();
    if (await containerOf(sample)) return undefined;
    const format = await chooseFormat(sample, request.inputFormat, request.options);
    const { divisible } = format;
    if (!divisible?.extensions.includes(sample.extension)) return undefined;
    const path = resolve(request.cwd ?? '.', file);
    if (!divisible.lastCut) return { format: format.name, parts: byLines(path, worth) };
    return isInUtf8(sample)
      ? { format: format.name, parts: byCuts(path, divisible, request.options, worth) }
      : undefined;
  } catch {
    // Who reads it tells what is wrong with it.
    return undefined;
  } finally {
    source.close();
  }
}

/**
 * The conversations of one part, with ids as they stand there.
 * @param format the name of its reader
 */
export async function* readPart(
  file: string,
  format: string,
  part: Part,
  { options, report, cwd }: ReadRequest,
): AsyncGenerator<Transcript> {
  const source = openPart(file, part, { report, ...(cwd && { cwd }) });
  try {
    const reader = await chooseFormat(source.sample(), format, options);
    yield* reader.read(source, options);
  } catch (error) {
    const { detail, at } = error instanceof ReadError ? error : unreadable(error);
    source.problem(detail, at);
    report.brokenOff?.();
  }
}

/** Parts that begin with any line. */
function* byLines(path: string, worth: number): Generator<Part> {
  const decoder = new Decoder();
  let line = 1;
  let part: Part | undefined;
  for (const run of decoder.runs(readBetween(path, 0, Number.POSITIVE_INFINITY))) {
    part ??= { from: run.before, to: run.before, line, encoding: decoder.encoding };
    decoder.learn(run.bytes);
    line += linesIn(run, decoder);
    part.to = run.before + run.length;
    if (part.to - part.from < worth) continue;
    yield part;
    part = undefined;
  }
  if (part) yield part;
}

/**
 * Parts that begin where the format says. Where bytes are invalid its readers stop, and the conversation before is not
 * given: all from the cut before, which has a whole conversation behind it, is one part then.
 */
function* byCuts(path: string, divisible: Divisible, options: ReadOptions, worth: number): Generator<Part> {
  const decoder = new Decoder();
  let line = 1;
  let from: number | undefined;
  let held: Uint8Array = Buffer.alloc(0);
  for (const run of decoder.runs(readBetween(path, 0, Number.POSITIVE_INFINITY))) {
    from ??= run.before;
    const { encoding } = decoder;
    decoder.learn(run.bytes);
    if (run.tooLong || held.length > GIVE_UP || !isPlain(run, decoder)) {
      yield { from, to: Number.POSITIVE_INFINITY, line, encoding };
      return;
    }
    held = Buffer.concat([held, run.bytes]);
    const cut = held.length < worth ? 0 : lastCutIn(held, divisible, options);
    if (cut === 0) continue;
    yield { from, to: from + cut, line, encoding: decoder.encoding };
    line += countLineEndsIn(held.subarray(0, cut), decoder.encoding);
    from += cut;
    held = held.subarray(cut);
  }
  if (from !== undefined && held.length > 0)
    yield { from, to: from + held.length, line, encoding: decoder.encoding };
}

/** A line that is left out is one line, however long. */
const linesIn = ({ bytes, tooLong }: Run, { encoding }: Decoder): number =>
  tooLong ? 1 : countLineEndsIn(bytes, encoding);

const isPlain = ({ bytes }: Run, { encoding }: Decoder): boolean =>
  (encoding === undefined || encoding === 'utf-8') && isUtf8(bytes);

const isInUtf8 = ({ head }: Sample): boolean => isUtf8(head.subarray(0, head.lastIndexOf(10) + 1));

/** @returns an offset in the bytes, 0 where there is no place to cut */
function lastCutIn(bytes: Uint8Array, { lastCut }: Divisible, options: ReadOptions): number {
  for (const length of LOOKED_AT) {
    const begin = bytes.indexOf(10, Math.max(0, bytes.length - length)) + 1;
    if (begin === 0) continue;
    const lines = Buffer.from(bytes.buffer, bytes.byteOffset + begin, bytes.length - begin).toString();
    const cut = lastCut!(lines, options);
    if (cut > 0) return begin + Buffer.byteLength(lines.slice(0, cut));
  }
  return 0;
}
