import { basename } from 'node:path';
import type { Message } from '../judge/verdict.ts';
import { Decoder, damage, wholeText } from './decode.ts';
import { binaryKind } from './detect.ts';
import {
  type At,
  type Line,
  ReadError,
  type ReadReport,
  type Sample,
  type Source,
} from './formats/format.ts';
import { countLineEnds, linesOf } from './line-ends.ts';
import { isDamaged, NO_TEXT, sampleText } from './sample-text.ts';

const HEAD = 64 * 1024;
/** In bytes: V8 holds no longer string, and a binary format of that size is no transcript. */
const LARGEST_WHOLE = 512 * 1024 * 1024;

export interface SourceOptions {
  report: ReadReport;
  /** The encoding that the user named; otherwise it is detected. */
  encoding?: string;
  /** Relative paths start here; the working folder by default. */
  cwd?: string;
}

/** Bytes that come in pieces, under the name that they are reported by. */
export class ByteSource implements Source {
  readonly file: string;
  readonly extension: string;
  readonly stem: string;
  private readonly input: Iterator<Uint8Array>;
  protected readonly options: SourceOptions;
  /** Whether a piece is good only until the next is asked for. */
  private readonly borrowed: boolean;
  private head: Uint8Array[] | undefined;
  private headLength = 0;
  private ended = false;
  private taken: Sample | undefined;
  /** The whole text, where the sample shows all of it and there is nothing to be said of its bytes. */
  private decoded: string | undefined;
  private read = false;

  constructor(file: string, chunks: Iterable<Uint8Array>, options: SourceOptions, borrowed = false) {
    this.file = file;
    this.input = chunks[Symbol.iterator]();
    this.options = options;
    this.borrowed = borrowed;
    const name = file === '-' ? 'stdin' : basename(file).replace(/(.)\.gz$/i, '$1');
    const dot = name.lastIndexOf('.');
    this.extension = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
    this.stem = dot > 0 ? name.slice(0, dot) : name;
  }

  sample(): Sample {
    if (this.taken) return this.taken;
    const pieces = this.fillHead();
    const all = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
    const head = all.subarray(0, HEAD);
    const whole = this.ended && all.length <= HEAD;
    const binary = this.options.encoding === undefined && binaryKind(head) !== undefined;
    const { text, flawless } = binary ? NO_TEXT : sampleText(head, whole, this.options.encoding);
    if (whole && flawless && pieces.length === 1) this.decoded = text;
    this.taken = { file: this.file, extension: this.extension, head, text, binary, whole };
    return this.taken;
  }

  bytes(): Buffer {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (const piece of this.pieces()) {
      length += piece.length;
      if (length > LARGEST_WHOLE) throw tooLarge();
      pieces.push(piece);
    }
    return pieces.length === 1 ? asBuffer(pieces[0]!) : Buffer.concat(pieces, length);
  }

  text(): string {
    this.sample();
    if (this.decoded !== undefined) return this.allAtOnce(this.decoded);
    const decoder = new Decoder(this.options.encoding);
    const text = wholeText(decoder, decoder.blocks(this.limited()));
    this.noteReplaced(decoder);
    return text;
  }

  *chunks(): Generator<string> {
    this.sample();
    if (this.decoded !== undefined) {
      yield this.allAtOnce(this.decoded);
      return;
    }
    const decoder = new Decoder(this.options.encoding);
    let line = 1;
    for (const block of decoder.blocks(this.textPieces())) {
      if (isDamaged(block)) throw damage(block, decoder.encoding, line);
      line += countLineEnds(block.text);
      yield block.text;
    }
    this.noteReplaced(decoder);
  }

  *lines(onInvalid: 'throw' | 'skip' = 'throw'): Generator<Line> {
    this.sample();
    if (this.decoded === undefined) {
      const decoder = new Decoder(this.options.encoding);
      yield* this.linesOf(decoder, this.textPieces(), 1, onInvalid);
      return;
    }
    let line = 1;
    for (const text of linesOf(this.allAtOnce(this.decoded))) yield { text, line: line++ };
  }

  /** @param line the number of the first */
  protected *linesOf(
    decoder: Decoder,
    pieces: Iterable<Uint8Array>,
    line: number,
    onInvalid: 'throw' | 'skip',
  ): Generator<Line> {
    for (const block of decoder.blocks(pieces)) {
      if (isDamaged(block)) {
        const error = damage(block, decoder.encoding, line);
        // A line that is too long is skipped by all readers: nothing can hold it.
        if (onInvalid === 'throw' && !block.tooLong) throw error;
        this.problem(error.detail, error.at);
        line++;
        continue;
      }
      for (const text of linesOf(block.text)) yield { text, line: line++ };
    }
    this.noteReplaced(decoder);
  }

  inner(file: string, chunks: Iterable<Uint8Array>): Source {
    return new ByteSource(file, chunks, this.options);
  }

  problem(message: Message, at: At = {}): void {
    this.options.report.problem({ file: this.file, message, ...at });
  }

  note(message: Message, at: At = {}): void {
    this.options.report.note({ file: this.file, message, ...at });
  }

  close(): void {
    this.ended = true;
    this.input.return?.();
  }

  protected noteReplaced(decoder: Decoder): void {
    if (decoder.replaced)
      this.note({ key: 'read.replaced', values: { encoding: decoder.encoding!.toUpperCase() } });
  }

  private fillHead(): Uint8Array[] {
    if (this.head) return this.head;
    this.head = [];
    while (this.headLength < HEAD && !this.ended) this.fill(this.head);
    // Whether the file ends here decides whether its last line is whole.
    if (!this.ended) this.fill(this.head);
    return this.head;
  }

  private fill(pieces: Uint8Array[]): void {
    const next = this.input.next();
    if (next.done) {
      this.ended = true;
      return;
    }
    pieces.push(this.borrowed ? Buffer.from(next.value) : next.value);
    this.headLength += next.value.length;
  }

  *pieces(): Generator<Uint8Array> {
    for (const piece of this.passing()) yield this.borrowed ? Buffer.from(piece) : piece;
  }

  /** Pieces that may be good only until the next is asked for. */
  private *passing(): Generator<Uint8Array> {
    this.begin();
    yield* this.fillHead();
    this.head = [];
    while (!this.ended) {
      const next = this.input.next();
      if (next.done) this.ended = true;
      else yield next.value;
    }
  }

  private begin(): void {
    if (this.read) throw new Error(`${this.file} is read twice`);
    this.read = true;
  }

  private allAtOnce(text: string): string {
    this.begin();
    return text;
  }

  /** The pieces of a text. Throws ReadError when it is none. */
  private *textPieces(): Generator<Uint8Array> {
    const sample = this.sample();
    const what = sample.binary ? binaryKind(sample.head) : undefined;
    if (what) throw new ReadError({ key: 'read.binary', values: { what } });
    yield* this.passing();
  }

  private *limited(): Generator<Uint8Array> {
    let length = 0;
    for (const piece of this.textPieces()) {
      length += piece.length;
      if (length > LARGEST_WHOLE) throw tooLarge();
      yield piece;
    }
  }
}

function tooLarge(): ReadError {
  return new ReadError({ key: 'read.too-large', values: { megabytes: LARGEST_WHOLE / 1024 / 1024 } });
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
