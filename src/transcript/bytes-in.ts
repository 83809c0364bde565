import { closeSync, openSync, readSync } from 'node:fs';
import { ReadError } from './formats/format.ts';

/** In bytes: most files end within the first read, and only long ones are worth a large buffer. */
const FIRST = 64 * 1024;
const CHUNK = 512 * 1024;

/** What files are read into, kept from one to the next; null while some reader has it. */
let spare: { first: Buffer; chunk: Buffer | null } | null = null;

/** What the system said when a file could not be opened or read, as an error with the reason in it. */
export function systemError(error: unknown): ReadError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new ReadError({ key: 'discover.missing' });
  return new ReadError({ key: 'discover.unreadable', values: { reason: code ?? message } });
}

/** The bytes of a file, which is opened when the first are asked for. Throws ReadError when it cannot be. */
export function* readFile(path: string): Generator<Uint8Array> {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    throw systemError(error);
  }
  try {
    yield* readDescriptor(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The bytes of an open file, a pipe or standard input (0). All pieces are read into the same memory: each is good
 * until the next is asked for.
 */
export function* readDescriptor(descriptor: number): Generator<Uint8Array> {
  const mine = spare ?? { first: Buffer.allocUnsafeSlow(FIRST), chunk: null };
  spare = null;
  try {
    for (let buffer = mine.first; ; mine.chunk ??= Buffer.allocUnsafeSlow(CHUNK), buffer = mine.chunk) {
      let length = readOnce(descriptor, buffer);
      if (length === 0) return;
      yield buffer.subarray(0, length);
      // What a short file leaves of the buffer is enough to learn that it ends.
      for (; length < buffer.length; ) {
        const more = readOnce(descriptor, buffer.subarray(length));
        if (more === 0) return;
        yield buffer.subarray(length, length + more);
        length += more;
      }
    }
  } finally {
    spare = mine;
  }
}

/**
 * The bytes of a part of a file, from `from` to `to` or its end, cut where `readFile` cuts them. All pieces are read
 * into the same memory: each is good until the next is asked for.
 */
export function* readBetween(path: string, from: number, to: number): Generator<Uint8Array> {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    throw systemError(error);
  }
  const buffer = spareChunk ?? Buffer.allocUnsafeSlow(CHUNK);
  spareChunk = null;
  try {
    for (let at = from; at < to; ) {
      const border = at < FIRST ? FIRST : FIRST + (Math.floor((at - FIRST) / CHUNK) + 1) * CHUNK;
      const length = readOnce(descriptor, buffer.subarray(0, Math.min(border, to) - at), at);
      if (length === 0) return;
      yield buffer.subarray(0, length);
      at += length;
    }
  } finally {
    spareChunk = buffer;
    closeSync(descriptor);
  }
}

let spareChunk: Buffer | null = null;

/** @param at where in the file; behind what was read before where it is null */
function readOnce(descriptor: number, buffer: Buffer, at: number | null = null): number {
  for (;;) {
    try {
      return readSync(descriptor, buffer, 0, buffer.length, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A pipe that is opened without blocking says so when nothing has come yet; Windows ends one with EOF.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw systemError(error);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
