import type { Gunzip, InflateRaw } from 'minizlib';
import { ReadError } from './format.ts';

/** So little packed data at a time that what comes of it fits in memory, whatever it is: at most 16 MB. */
const STEP = 16 * 1024;
/** Text packs to a twentieth or, a log of equal lines, a hundredth; only bombs go beyond this. */
const RATIO = 300;
const ALWAYS_ALLOWED = 8 * 1024 * 1024;

/** Keeps account of what an archive unpacks to, over all that is in it. */
export class Bounds {
  private readonly packed: number;
  private out = 0;

  /** @param packed the size of the archive, where it is known beforehand */
  constructor(packed = 0) {
    this.packed = packed;
  }

  /** @param taken how much packed data has been read. Throws ReadError where what comes of it is absurd. */
  add(length: number, taken = 0): void {
    this.out += length;
    if (this.out > ALWAYS_ALLOWED && this.out > RATIO * Math.max(this.packed, taken)) {
      throw new ReadError({ key: 'archive.bomb' });
    }
  }
}

/**
 * What compressed pieces unpack to, as it is unpacked. Node's own streams answer only later and a `Source` reads
 * at once, so minizlib, which npm and tar unpack with, works Node's zlib synchronously.
 * Throws ReadError where the data is damaged or ends early, after what was whole has been given.
 */
export function* unpacked(
  pieces: Iterable<Uint8Array>,
  unzip: Gunzip | InflateRaw,
  bounds: Bounds,
): Generator<Uint8Array> {
  let queue: Buffer[] = [];
  let taken = 0;
  let failure: unknown;
  unzip.on('data', (data) => queue.push(data));
  unzip.on('error', (error) => (failure ??= error));
  const work = (step: () => void) => {
    try {
      step();
    } catch (error) {
      failure ??= error;
    }
  };
  const give = function* () {
    const out = queue;
    queue = [];
    for (const data of out) {
      bounds.add(data.length, taken);
      yield data;
    }
    if (failure !== undefined) throw broken(failure);
  };
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += STEP) {
      const part = Buffer.from(piece.buffer, piece.byteOffset + at, Math.min(STEP, piece.length - at));
      taken += part.length;
      work(() => unzip.write(part));
      yield* give();
    }
  }
  work(() => unzip.end());
  yield* give();
}

export function broken(error: unknown): ReadError {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code === 'Z_BUF_ERROR' ? 'unexpected end' : message.replace(/^zlib: /, '');
  return new ReadError({ key: 'archive.broken', values: { reason: reason.slice(0, 200) } });
}
