import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHUNK = 64 * 1024;

/**
 * Keeps text until it is wanted: in memory up to `limit` bytes, beyond that in a temporary file. The file is
 * readable by this user only and loses its name as soon as it is open, so that whatever ends the process, no
 * customer's words stay on the disk.
 */
export class Spool {
  #limit: number;
  #chunks: Uint8Array[] = [];
  #kept = 0;
  #spilled = 0;
  #file: number | undefined;
  #path: string | undefined;

  constructor(limit = 16 * 1024 * 1024) {
    this.#limit = limit;
  }

  add(text: string | Uint8Array): void {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    this.#chunks.push(bytes);
    this.#kept += bytes.length;
    if (this.#kept > this.#limit) this.#spill();
  }

  /** Gives back all that was added, in order and once. A piece may end inside a character. */
  *drain(): Generator<Uint8Array> {
    try {
      for (let at = 0; this.#file !== undefined && at < this.#spilled; ) {
        const chunk = Buffer.allocUnsafe(CHUNK);
        const read = readSync(this.#file, chunk, 0, CHUNK, at);
        if (read === 0) throw new Error('the temporary file of the report was cut short');
        at += read;
        yield chunk.subarray(0, read);
      }
      yield* this.#chunks;
    } finally {
      this.close();
    }
  }

  close(): void {
    this.#chunks = [];
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    if (this.#path !== undefined) unlinkSync(this.#path);
    this.#path = undefined;
  }

  #spill(): void {
    this.#file ??= this.#open();
    const bytes = Buffer.concat(this.#chunks);
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(this.#file, bytes, done, bytes.length - done, this.#spilled + done);
    }
    this.#spilled += bytes.length;
    this.#chunks = [];
    this.#kept = 0;
  }

  #open(): number {
    const path = join(tmpdir(), `courtesy-${randomUUID()}.tmp`);
    const file = openSync(path, 'wx+', 0o600);
    try {
      unlinkSync(path);
    } catch {
      // Some systems do not let go of the name of an open file: it is removed when the report is written.
      this.#path = path;
    }
    return file;
  }
}
