/** The packs that ship: compiled ahead into dist/packs, or read from rules/ while they are being written. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Shelf } from './load.ts';
import type { LoadedPack } from './shape.ts';

let known: string | undefined;

/** The folder that holds rules/ and dist/: above this file, in the sources as in the bundle. */
function home(): string {
  if (known !== undefined) return known;
  known = import.meta.dirname;
  while (!existsSync(path.join(known, 'rules')) && path.dirname(known) !== known) known = path.dirname(known);
  return known;
}

export const rulesFolder = (): string => path.join(home(), 'rules');
export const compiledFolder = (): string => path.join(home(), 'dist', 'packs');

/** Packs whose names come from their place under rules/: zh/core is rules/zh/core.yaml. */
export const shipped: Shelf = {
  names() {
    const folder = rulesFolder();
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => file.replaceAll('\\', '/').replace(/\.yaml$/, ''))
      .sort();
  },
  async get(name) {
    if (!/^[a-z][a-z0-9-]*\/[a-z0-9-]+$/.test(name)) return null;
    const written = path.join(rulesFolder(), `${name}.yaml`);
    const compiled = path.join(compiledFolder(), `${name}.json`);
    if (isCurrent(compiled, written)) {
      const pack = JSON.parse(readFileSync(compiled, 'utf8')) as LoadedPack;
      return { ...pack, from: existsSync(written) ? written : compiled };
    }
    if (!existsSync(written)) return null;
    const { readPack } = await import('./load.ts');
    return readPack(written);
  },
};

/** The same packs as they are written, with their examples. */
export const written: Shelf = {
  names: shipped.names,
  async get(name) {
    const file = path.join(rulesFolder(), `${name}.yaml`);
    if (!existsSync(file)) return null;
    const { readPack } = await import('./load.ts');
    return readPack(file);
  },
};

function isCurrent(compiled: string, written: string): boolean {
  const made = statSync(compiled, { throwIfNoEntry: false });
  const source = statSync(written, { throwIfNoEntry: false });
  return made !== undefined && (source === undefined || made.mtimeMs >= source.mtimeMs);
}
