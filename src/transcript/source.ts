/** Where bytes come from: files, parts of files, standard input, what is in memory already. */
import { resolve } from 'node:path';
import { ByteSource, type SourceOptions } from './byte-source.ts';
import { readBetween, readDescriptor, readFile } from './bytes-in.ts';
import { Decoder, type Start } from './decode.ts';
import type { Line, Source } from './formats/format.ts';

export type { SourceOptions } from './byte-source.ts';

/** A file, or standard input for `-`. It is opened when it is first read, and ReadError is thrown then. */
export function openSource(file: string, options: SourceOptions): Source {
  const chunks = file === '-' ? readDescriptor(0) : readFile(resolve(options.cwd ?? '.', file));
  const { read } = options.report;
  return new ByteSource(file, read ? counted(chunks, read) : chunks, options, true);
}

/** Lines of a file that are read by themselves. */
export interface Part extends Start {
  /** In bytes of the file. */
  to: number;
  /** The number of its first line. */
  line: number;
}

/** A part of a file, to be read line by line. */
export function openPart(file: string, part: Part, options: Omit<SourceOptions, 'encoding'>): Source {
  return new PartSource(file, part, options);
}

function* counted(chunks: Iterable<Uint8Array>, read: (bytes: number) => void): Generator<Uint8Array> {
  for (const chunk of chunks) {
    read(chunk.length);
    yield chunk;
  }
}

/** An input that is already in memory, or comes in pieces, under the name that it is reported by. */
export function sourceOf(
  file: string,
  content: string | Uint8Array | Iterable<Uint8Array>,
  options: SourceOptions,
): Source {
  if (typeof content === 'string') return new ByteSource(file, [Buffer.from(content)], options);
  return new ByteSource(file, content instanceof Uint8Array ? [content] : content, options);
}

/** A part of a file as a source of its own: whole lines, numbered as in the file. */
class PartSource extends ByteSource {
  private readonly part: Part;
  private readonly bytesOfPart: Iterable<Uint8Array>;

  constructor(file: string, part: Part, options: SourceOptions) {
    super(file, [], options);
    this.part = part;
    this.bytesOfPart = readBetween(resolve(options.cwd ?? '.', file), part.from, part.to);
  }

  override *lines(onInvalid: 'throw' | 'skip' = 'throw'): Generator<Line> {
    const { read } = this.options.report;
    const pieces = read ? counted(this.bytesOfPart, read) : this.bytesOfPart;
    yield* this.linesOf(new Decoder(undefined, this.part), pieces, this.part.line, onInvalid);
  }
}
