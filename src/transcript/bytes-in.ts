import { closeSync, openSync, readSync } from 'node:fs';
import { ReadError } from './formats/format.ts';

/** In bytes: most files end within the first read, and only long ones are worth a large buffer. */
const FIRST = 64 * 1024;
const CHUNK = 512 * 1024;

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

/** The bytes of an open file, a pipe or standard input (0). Each piece is the caller's to keep. */
export function* readDescriptor(descriptor: number): Generator<Uint8Array> {
  let buffer = Buffer.allocUnsafeSlow(FIRST);
  for (;;) {
    const length = readOnce(descriptor, buffer);
    if (length === 0) return;
    yield buffer.subarray(0, length);
    // What a short file left of the buffer is enough to learn that it ends.
    buffer = length < buffer.length ? buffer.subarray(length) : Buffer.allocUnsafeSlow(CHUNK);
  }
}

function readOnce(descriptor: number, buffer: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, buffer, 0, buffer.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A pipe that is opened without blocking says so when nothing has come yet; Windows ends one with EOF.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw systemError(error);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
