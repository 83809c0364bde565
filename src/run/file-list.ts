/** `--file-list FILE`: paths that another program found, instead of words of a command line, which has an end. */
import { readFileSync } from 'node:fs';
import { readDescriptor } from '../transcript/bytes-in.ts';
import { UsageError } from './usage.ts';

/**
 * @param file the list, `-` for standard input: a path a line, or each ended by NUL (`find -print0`, `git diff -z`)
 * @returns the paths as they stand there, without empty ones
 * @throws UsageError where it cannot be read or names nothing
 */
export function readFileList(file: string): string[] {
  const text = contentOf(file).replace(/^\ufeff/, '');
  // A name may have a line end in it, but never a NUL.
  const paths = text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((path) => path.trim() !== '');
  if (paths.length === 0) throw new UsageError('file-list.empty', { file });
  return paths.map((path) => (path === '-' ? './-' : path));
}

function contentOf(file: string): string {
  try {
    return file === '-'
      ? Buffer.concat(Array.from(readDescriptor(0), (piece) => Buffer.from(piece))).toString()
      : readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError('file-list.unreadable', { file, why: (error as Error).message });
  }
}
