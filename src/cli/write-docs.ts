/** Called by `npm run docs` and `npm run docs:check`: the generated pages of docs/, and schema/. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pages } from '../docs/pages.ts';
import { schemas } from '../docs/schemas.ts';
import { EXIT } from '../run/run.ts';

/** @param check only says which pages are stale */
export async function writeDocs(check: boolean): Promise<number> {
  const stale = [];
  const made = [...(await pages())].map(([name, text]) => [path.join('docs', name), text] as const);
  for (const [file, text] of [...made, ...schemas()]) {
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    stale.push(file);
    if (check) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const file of stale)
    process.stdout.write(`${check ? 'stale, run `npm run docs`: ' : 'written: '}${file}\n`);
  return check && stale.length > 0 ? EXIT.found : EXIT.clean;
}
