/**
 * Plain data as bytes: JSON, and beside it typed arrays and long texts as they lie in memory, so that what is
 * large is neither parsed nor decoded when it is read.
 */

/** Where a piece was taken out of the value, and what it was. */
interface Piece {
  path: string[];
  is: 'text' | 'u32' | 'i32';
  from: number;
  bytes: number;
}
interface Head {
  value: unknown;
  pieces: Piece[];
}

const LONG = 1000;
/** Typed arrays start at multiples of this. */
const ALIGN = 4;
const MARK = 0x31_6b_70_63;

/** Typed arrays are read as they lie, so their bytes must lie as on the machine that wrote them. */
const READABLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

export function pack(value: unknown): Uint8Array {
  const pieces: Piece[] = [];
  const chunks: Uint8Array[] = [];
  let from = 0;
  const add = (path: string[], is: Piece['is'], bytes: Uint8Array): null => {
    pieces.push({ path, is, from, bytes: bytes.length });
    const padded = new Uint8Array(Math.ceil(bytes.length / ALIGN) * ALIGN);
    padded.set(bytes);
    chunks.push(padded);
    from += padded.length;
    return null;
  };
  const strip = (part: unknown, path: string[]): unknown => {
    if (typeof part === 'string' && part.length > LONG)
      return add(path, 'text', Buffer.from(part, 'utf16le'));
    if (part instanceof Uint32Array) return add(path, 'u32', bytesOf(part));
    if (part instanceof Int32Array) return add(path, 'i32', bytesOf(part));
    if (Array.isArray(part)) return part.map((inner, index) => strip(inner, [...path, String(index)]));
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [key, strip(inner, [...path, key])]),
    );
  };
  const head: Head = { value: strip(value, []), pieces };
  const json = Buffer.from(JSON.stringify(head), 'utf16le');
  const start = Buffer.alloc(2 * ALIGN + Math.ceil(json.length / ALIGN) * ALIGN);
  start.writeUInt32LE(MARK, 0);
  start.writeUInt32LE(json.length, ALIGN);
  json.copy(start, 2 * ALIGN);
  return Buffer.concat([start, ...chunks]);
}

/** @returns what was packed; undefined where the bytes are none of `pack`, or this machine cannot read them */
export function unpack(bytes: Buffer): unknown {
  if (!READABLE || bytes.length < 2 * ALIGN || bytes.readUInt32LE(0) !== MARK) return undefined;
  const length = bytes.readUInt32LE(ALIGN);
  const { value, pieces } = JSON.parse(bytes.toString('utf16le', 2 * ALIGN, 2 * ALIGN + length)) as Head;
  const start = 2 * ALIGN + Math.ceil(length / ALIGN) * ALIGN;
  for (const { path, is, from, bytes: size } of pieces) {
    const at = start + from;
    if (at + size > bytes.length) return undefined;
    let holder = value as Record<string, unknown>;
    for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
    holder[path.at(-1)!] =
      is === 'text' ? bytes.toString('utf16le', at, at + size) : numbers(bytes, is, at, size / ALIGN);
  }
  return value;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Int32Array): Uint8Array =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);

function numbers(bytes: Buffer, is: 'u32' | 'i32', at: number, count: number): Uint32Array | Int32Array {
  const aligned = (bytes.byteOffset + at) % ALIGN === 0;
  const { buffer, byteOffset } = aligned ? bytes : Buffer.from(bytes.subarray(at, at + count * ALIGN));
  const from = aligned ? byteOffset + at : byteOffset;
  return is === 'u32' ? new Uint32Array(buffer, from, count) : new Int32Array(buffer, from, count);
}
