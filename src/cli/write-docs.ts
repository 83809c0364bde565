/** Called by `npm run docs` and `npm run docs:check`: the generated pages of docs/. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pages } from '../docs/pages.ts';
import { EXIT } from '../run/run.ts';

/** @param check only says which pages are stale */
export async function writeDocs(check: boolean): Promise<number> {
  const stale = [];
  for (const [name, text] of await pages()) {
    const file = path.join('docs', name);
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
