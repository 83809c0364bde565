import { statSync } from 'node:fs';

let known: string | undefined;

/** Tells one build of the program from another: what one has kept is not for the next. */
export function build(): string {
  if (known === undefined) {
    const { size, mtimeMs } = statSync(import.meta.filename);
    known = `${__VERSION__} ${size} ${mtimeMs}`;
  }
  return known;
}
