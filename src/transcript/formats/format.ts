import type { Message, Problem } from '../../judge/verdict.ts';
import { wordsOf } from '../messages.ts';
import type { RoleTable } from '../roles.ts';
import type { Transcript } from '../transcript.ts';

/** Something a user should know of an input; a locale puts `message` into words (texts: `messages.ts`). */
export interface Notice extends Omit<Problem, 'message'> {
  message: Message;
}

/** Where discovery and readers say what they could not take. Nothing is skipped without one of these. */
export interface ReadReport {
  /** A file or a part of one that was not read. */
  problem(notice: Notice): void;
  /** All was read, but how it was understood should be known. */
  note(notice: Notice): void;
  /** So many bytes more of a file or of standard input were read. */
  read?(bytes: number): void;
  /** Of a part of a file no more can be read, and nothing of the parts behind it. */
  brokenOff?(): void;
}

/** A place for a notice: line and column from 1. */
export interface At {
  line?: number;
  column?: number;
}

/** Thrown where the rest of a file cannot be read; `readTranscripts` turns it into a problem. */
export class ReadError extends Error {
  readonly detail: Message;
  readonly at: At;

  /** @param detail a key of `messages.ts` with its values */
  constructor(detail: Message, at: At = {}) {
    super(wordsOf('en', detail));
    this.name = 'ReadError';
    this.detail = detail;
    this.at = at;
  }
}

/** The beginning of a file, from which its format is told. */
export interface Sample {
  /** As the user named it, with forward slashes; `-` for standard input. */
  file: string;
  /** Lower case, without the dot and without `.gz`; empty where there is none. */
  extension: string;
  /** The first 64 KB at most. */
  head: Uint8Array;
  /** The head decoded, BOM taken off, whole lines unless the first is longer; empty when it is binary. */
  text: string;
  binary: boolean;
  /** True when the head is the whole file. */
  whole: boolean;
}

/** One line of the file, without its end (CRLF, LF or CR). */
export interface Line {
  text: string;
  /** From 1. */
  line: number;
}

/**
 * One input. `bytes`, `pieces`, `text`, `chunks` and `lines` each read it from its beginning; an input is read once,
 * by one of them (`sample` is free). All throw ReadError on bytes that are invalid in the encoding.
 */
export interface Source {
  readonly file: string;
  /** Lower case, without the dot and without `.gz`; empty where there is none. */
  readonly extension: string;
  /** The file's name without folder and extension: the id of its conversation when it states none. */
  readonly stem: string;
  sample(): Sample;
  /** The whole input as bytes, for binary formats. */
  bytes(): Buffer;
  /** The input as bytes as they are read, for what is streamed through a container. */
  pieces(): Iterable<Uint8Array>;
  /** The whole input decoded, without BOM. Line ends stand as they are in the file. */
  text(): string;
  /** Decoded text in pieces that end at a line's end, without BOM: what a streaming parser is fed with. */
  chunks(): Iterable<string>;
  /**
   * Lines as they are read: memory is bounded by the longest line.
   * @param onInvalid `skip` reports a line with invalid bytes as a problem and goes on with the next
   */
  lines(onInvalid?: 'throw' | 'skip'): Iterable<Line>;
  /** An input found inside this one (a gzip's content, a zip's member), reported under `file`. */
  inner(file: string, chunks: Iterable<Uint8Array>): Source;
  /** A part that was skipped. */
  problem(message: Message, at?: At): void;
  /** Something about how the file was understood. */
  note(message: Message, at?: At): void;
  /** Lets go of the file; harmless when it has been read to its end. */
  close(): void;
}

/** `templates:` of the configuration: which values of which files are replies of a bot. */
export interface TemplateSelector {
  files: string;
  at: string;
}

/** What the configuration says of reading. */
export interface ReadOptions {
  roles: RoleTable;
  /** Names of columns for tables: what it holds → the header in the file. */
  columns?: Readonly<Record<string, string>>;
  templates?: readonly TemplateSelector[];
}

/** Where a file may be cut. */
export interface Divisible {
  /** Of the files of the format, those that may be cut at all: lower case, without the dot. */
  extensions: readonly string[];
  /**
   * The last place to cut whole lines from the middle of a file: an offset at a line's beginning, 0 where there is
   * none. Absent where any line will do.
   */
  lastCut?(lines: string, options: ReadOptions): number;
}

/** One way conversations are written down. A reader is one file that exports one of these. */
export interface Format {
  /** As `--input-format` names it. */
  name: string;
  about: { zh: string; en: string };
  /** A small file of this format, as `courtesy formats` prints it. */
  example: string;
  /** Lower case, without the dot: files that a folder is searched for. */
  extensions: readonly string[];
  /** True for formats that are not text: only these are asked about binary samples. */
  binary?: boolean;
  /**
   * How sure it is that the sample is its own, 0 (no) to 1 (certain). The surest reader gets the file.
   * @param options what the configuration says, where it is known
   */
  recognise(sample: Sample, options?: ReadOptions): number;
  /**
   * Where a file of this format may be cut, so that its parts, read one by one, give what it gives whole (but for ids,
   * which are unique within a part). Absent where it may be cut nowhere.
   */
  divisible?: Divisible;
  /**
   * Conversations in the file's order, as they are read. Ids need not be unique: `readTranscripts` sees to that.
   * Throws ReadError where the rest cannot be read; reports what it skips on `source`.
   */
  read(source: Source, options: ReadOptions): Iterable<Transcript> | AsyncIterable<Transcript>;
}

/** A file that holds other inputs (gzip, zip). */
export interface Container {
  name: string;
  extensions: readonly string[];
  recognise(sample: Sample): boolean;
  /** The inputs within, made with `source.inner`; each is read before the next is asked for. */
  open(source: Source): Iterable<Source> | AsyncIterable<Source>;
}
