import { fstatSync, statSync, writeSync } from 'node:fs';
import type { Io } from '../run/options.ts';

const WIDTH = 80;
const STDOUT = 1;
const STDERR = 2;

/**
 * The process's own streams. NO_COLOR and FORCE_COLOR are honoured; no colours where nobody looks.
 * @param quiet without notes
 */
export function terminal({ quiet = false } = {}): Io {
  const { env } = process;
  const plain = isPlain(STDOUT);
  const { isTTY = false, columns = WIDTH } = plain ? {} : process.stdout;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
  const refused = env.NO_COLOR !== undefined && env.NO_COLOR !== '';
  const color = !refused && (forced || (isTTY && env.TERM !== 'dumb'));
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  const write = plain ? plainly() : throughStream;
  return {
    stdout: { color, width: columns || WIDTH, isTerminal: isTTY, write },
    say,
    note: quiet ? () => {} : say,
  };
}

/** Whether somebody may look at stderr while it is written. */
export function isWatched(): boolean {
  const { env } = process;
  if (env.TERM === 'dumb' || (env.CI && env.CI !== 'false')) return false;
  return !isPlain(STDERR) && process.stderr.isTTY === true;
}

/** Whether it leads to a file, a pipe or nowhere: certainly to no terminal. */
function isPlain(descriptor: number): boolean {
  try {
    const to = fstatSync(descriptor);
    return to.isFile() || to.isFIFO() || (to.isCharacterDevice() && to.rdev === statSync('/dev/null').rdev);
  } catch {
    return false;
  }
}

function throughStream(text: string | Uint8Array): void {
  process.stdout.write(text);
}

/** Opening the stream takes as long as judging a short text: what the system takes at once goes around it. */
function plainly(): Io['stdout']['write'] {
  let write = (text: string | Uint8Array): void => {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    let done = 0;
    try {
      while (done < bytes.length) done += writeSync(STDOUT, bytes, done);
    } catch {
      // A pipe that is full or has no reader, a disk without room: the stream waits, or says so.
      write = throughStream;
      write(bytes.subarray(done));
    }
  };
  return (text) => write(text);
}
