/**
 * Compiled rulesets are kept: those of the shipped packs beside the bundle, a user's own in the cache folder.
 * Losing them, or not being able to write them, costs time and nothing else.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Ruleset } from '../pack/compile.ts';
import { compiledFolder, rulesFolder } from '../pack/shelf.ts';
import { build } from './build.ts';
import { cacheFolder } from './cache-folder.ts';
import { pack, unpack } from './packed.ts';

/** A pack's file as it was when the ruleset was compiled: compared whole, so no hash can lie. */
interface Dependency {
  file: string;
  bytes: Uint8Array;
}

interface Kept {
  build: string;
  key: string;
  dependencies: Dependency[];
  ruleset: Ruleset;
}

const shippedFile = (names: readonly string[]): string =>
  path.join(compiledFolder(), `${names.join('+').replaceAll('/', '.')}.ruleset`);

/** @returns the ruleset of shipped packs as the build compiled it; null where a pack was edited since */
export function shippedRuleset(names: readonly string[]): Ruleset | null {
  const file = shippedFile(names);
  const made = statSync(file, { throwIfNoEntry: false });
  if (!made) return null;
  const kept = unpack(file) as Ruleset | undefined;
  if (!kept) return null;
  const edited = kept.packs.some(({ name }) => {
    const source = statSync(path.join(rulesFolder(), `${name}.yaml`), { throwIfNoEntry: false });
    return source !== undefined && source.mtimeMs > made.mtimeMs;
  });
  return edited ? null : kept;
}

/** Called by the build. */
export function keepShipped(names: readonly string[], ruleset: Ruleset): void {
  replace(shippedFile(names), pack(ruleset));
}

/**
 * @param key everything beside the packs' files that the ruleset depends on
 * @returns the ruleset that was kept; null where there is none or a file changed
 */
export function keptRuleset(key: string): Ruleset | null {
  try {
    const kept = unpack(cacheFile(key)) as Kept | undefined;
    if (kept?.build !== build() || kept.key !== key) return null;
    const same = kept.dependencies.every(({ file, bytes }) => readFileSync(file).equals(bytes));
    return same ? kept.ruleset : null;
  } catch {
    return null;
  }
}

export function keep(key: string, files: readonly string[], ruleset: Ruleset): void {
  try {
    const dependencies = files.map((file) => ({ file: path.resolve(file), bytes: readFileSync(file) }));
    const kept: Kept = { build: build(), key, dependencies, ruleset };
    replace(cacheFile(key), pack(kept));
  } catch {
    // A read-only or full cache is no reason to fail.
  }
}

const cacheFile = (key: string): string => path.join(cacheFolder(), `ruleset-${nameOf(key)}.bin`);

/** FNV-1a: a file's name for a key; the key itself is compared after reading. */
function nameOf(key: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
}

function replace(file: string, bytes: Uint8Array): void {
  const temporary = `${file}.${process.pid}.tmp`;
  const folder = path.dirname(file);
  // One level at a time: Node's recursive mkdir never returns where a parent refuses, as under /proc.
  for (const level of [path.dirname(folder), folder])
    if (!existsSync(level)) mkdirSync(level, { mode: 0o700 });
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
