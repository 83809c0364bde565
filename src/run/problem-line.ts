import type { Problem } from '../judge/verdict.ts';

/** A problem on one line, its place first, as editors and terminals follow it. */
export function problemLine({ file, line, column, message }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}${column === undefined ? '' : `:${column}`}`;
  return `${place}: ${message}`;
}
