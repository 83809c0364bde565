/**
 * Plain data in a file: JSON, and beside it typed arrays and long texts as they lie in memory, so that what is
 * large is neither parsed nor decoded when it is read. Texts of which a run needs little stand at the end and stay
 * in the file: they are read as far as they are asked for.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { LongText } from '../phrase/texts.ts';

/** Where a piece was taken out of the value, and what it was. */
interface Piece {
  path: string[];
  is: 'text' | 'late' | 'bytes' | 'u32' | 'i32';
  from: number;
  bytes: number;
}
interface Head {
  value: unknown;
  pieces: Piece[];
}

const LONG = 1000;
/** What such texts stand under: the form of phrases that are walked, and what is shown of some. */
const LATE: ReadonlySet<string> = new Set(['programs', 'sources']);
/** Typed arrays start at multiples of this. */
const ALIGN = 4;
const MARK = 0x32_6b_70_63;
/** The mark, the bytes of the JSON, and those of the file that are read at once. */
const START = 3 * ALIGN;
/** Of UTF-16. */
const UNIT = 2;

/** Typed arrays are read as they lie, so their bytes must lie as on the machine that wrote them. */
const READABLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

export function pack(value: unknown): Uint8Array {
  const pieces: Piece[] = [];
  const chunks = { now: [] as Uint8Array[], late: [] as Uint8Array[] };
  const add = (path: string[], is: Piece['is'], bytes: Uint8Array): null => {
    const padded = new Uint8Array(aligned(bytes.length));
    padded.set(bytes);
    const among = is === 'late' ? chunks.late : chunks.now;
    pieces.push({ path, is, from: sizeOf(among), bytes: bytes.length });
    among.push(padded);
    return null;
  };
  const strip = (part: unknown, path: string[]): unknown => {
    if (typeof part === 'string' && part.length > LONG)
      return add(path, LATE.has(path.at(-2) ?? '') ? 'late' : 'text', Buffer.from(part, 'utf16le'));
    if (part instanceof Uint8Array) return add(path, 'bytes', part);
    if (part instanceof Uint32Array) return add(path, 'u32', bytesOf(part));
    if (part instanceof Int32Array) return add(path, 'i32', bytesOf(part));
    if (Array.isArray(part)) return part.map((inner, index) => strip(inner, [...path, String(index)]));
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [key, strip(inner, [...path, key])]),
    );
  };
  const head: Head = { value: strip(value, []), pieces };
  for (const piece of pieces) if (piece.is === 'late') piece.from += sizeOf(chunks.now);
  const json = Buffer.from(JSON.stringify(head), 'utf16le');
  const start = Buffer.alloc(START + aligned(json.length));
  start.writeUInt32LE(MARK, 0);
  start.writeUInt32LE(json.length, ALIGN);
  start.writeUInt32LE(start.length + sizeOf(chunks.now), 2 * ALIGN);
  json.copy(start, START);
  return Buffer.concat([start, ...chunks.now, ...chunks.late]);
}

/**
 * @returns what was packed into the file; undefined where it is none of `pack`, or this machine cannot read it
 * @throws Error where it cannot be opened
 */
export function unpack(file: string): unknown {
  const descriptor = openSync(file, 'r');
  let found: ReturnType<typeof valueIn>;
  try {
    if (READABLE) found = valueIn(descriptor);
  } finally {
    if (!found?.hasLate) closeSync(descriptor);
  }
  return found?.value;
}

function valueIn(descriptor: number): { value: unknown; hasLate: boolean } | undefined {
  const { size } = fstatSync(descriptor);
  const begin = readAt(descriptor, 0, Math.min(START, size));
  if (begin.length < START || begin.readUInt32LE(0) !== MARK) return undefined;
  const length = begin.readUInt32LE(ALIGN);
  const start = START + aligned(length);
  const bytes = readAt(descriptor, 0, Math.min(begin.readUInt32LE(2 * ALIGN), size));
  const { value, pieces } = JSON.parse(bytes.toString('utf16le', START, START + length)) as Head;
  if (pieces.some(({ from, bytes: taken }) => start + from + taken > size)) return undefined;
  let late: LateFile | undefined;
  for (const { path, is, from, bytes: taken } of pieces) {
    const at = start + from;
    let holder = value as Record<string, unknown>;
    for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
    const key = path.at(-1)!;
    if (is === 'text') holder[key] = bytes.toString('utf16le', at, at + taken);
    else if (is === 'bytes') holder[key] = bytes.subarray(at, at + taken);
    else if (is !== 'late') holder[key] = numbers(bytes, is, at, taken / ALIGN);
    else {
      late ??= new LateFile(descriptor);
      holder[key] = new LateText(late, at);
    }
  }
  return { value, hasLate: late !== undefined };
}

/** A file that stays open as long as anybody may read of it. What replaces it has its name, not its content. */
class LateFile {
  private static readonly unused = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));
  private readonly descriptor: number;

  constructor(descriptor: number) {
    this.descriptor = descriptor;
    LateFile.unused.register(this, descriptor);
  }

  text(at: number, length: number): string {
    return readAt(this.descriptor, at, length).toString('utf16le');
  }
}

class LateText implements LongText {
  private readonly file: LateFile;
  private readonly at: number;

  constructor(file: LateFile, at: number) {
    this.file = file;
    this.at = at;
  }

  slice(from: number, to: number): string {
    return this.file.text(this.at + from * UNIT, (to - from) * UNIT);
  }
}

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGN) * ALIGN;
const sizeOf = (chunks: readonly Uint8Array[]): number => chunks.reduce((sum, { length }) => sum + length, 0);

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Int32Array): Uint8Array =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);

/** @returns a buffer of its own memory, shorter where the file ends */
function readAt(descriptor: number, from: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  let done = 0;
  for (let read = -1; read !== 0 && done < length; done += read)
    read = readSync(descriptor, bytes, done, length - done, from + done);
  return bytes.subarray(0, done);
}

function numbers(bytes: Buffer, is: 'u32' | 'i32', at: number, count: number): Uint32Array | Int32Array {
  const from = bytes.byteOffset + at;
  return is === 'u32'
    ? new Uint32Array(bytes.buffer, from, count)
    : new Int32Array(bytes.buffer, from, count);
}
