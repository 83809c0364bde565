/** Finds packs by name, path or npm package, and reads them whole or not at all. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PackError } from './problem.ts';
import type { LoadedPack } from './shape.ts';

/** What a pack is asked for from: names the place in the error where there is no such pack. */
export interface Asked {
  name: string;
  /** Paths in `extends` are relative to the pack that extends. */
  folder: string;
  place?: { file: string; line: number; column: number };
}

/** Where shipped packs come from: compiled into dist/packs.json, or rules/ while they are being written. */
export interface Shelf {
  names(): string[];
  get(name: string): Promise<LoadedPack | null>;
}

/**
 * @param shelf the shipped packs
 * @returns the pack
 * @throws PackError where there is none, or it is not well-formed
 */
export async function loadPack(asked: Asked, shelf: Shelf): Promise<LoadedPack> {
  const file = packFile(asked);
  if (file) return readPack(file);
  const shipped = await shelf.get(asked.name);
  if (shipped) return shipped;
  const { nearest } = await import('../text/nearest.ts');
  const near = nearest(asked.name, shelf.names());
  throw new PackError([
    {
      ...(asked.place ?? { file: asked.name, line: 0, column: 0 }),
      message: near
        ? { key: 'pack.not-found-near', values: { name: asked.name, near } }
        : { key: 'pack.not-found', values: { name: asked.name, known: shelf.names().join(', ') } },
    },
  ]);
}

/**
 * @param file path of a YAML pack
 * @throws PackError naming each place where it is not well-formed
 */
export async function readPack(file: string): Promise<LoadedPack> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const why = (error as Error).message;
    throw new PackError([{ file, line: 0, column: 0, message: { key: 'pack.unreadable', values: { why } } }]);
  }
  return parsePack(slashes(file), text);
}

/**
 * @param file as problems name it
 * @param text the pack's YAML
 */
export async function parsePack(file: string, text: string): Promise<LoadedPack> {
  const [{ parseYaml }, { checkPack }] = await Promise.all([import('./source.ts'), import('./schema.ts')]);
  const source = parseYaml(file, text);
  const spec = checkPack(source);
  const lines: Record<string, number> = {};
  for (const key of Object.keys(spec.rules ?? {})) lines[key] = source.place(['rules', key], true).line;
  return { spec, file, lines, text };
}

function packFile({ name, folder }: Asked): string | null {
  const looksLikePath = /^[./~]|\.ya?ml$|^[A-Za-z]:[\\/]/.test(name);
  const direct = path.resolve(folder, name);
  if (looksLikePath) {
    if (isFile(direct)) return relative(direct);
    return null;
  }
  try {
    const require = createRequire(path.resolve(folder, 'pack.js'));
    const manifest = require.resolve(`${name}/package.json`);
    const inPackage = ['courtesy.pack.yaml', 'pack.yaml', 'pack.yml'].map((one) =>
      path.join(path.dirname(manifest), one),
    );
    return inPackage.find(isFile) ?? null;
  } catch {
    return null;
  }
}

const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();
const slashes = (file: string): string => file.replaceAll('\\', '/');

/** As the user would name it from where they stand. */
function relative(file: string): string {
  const near = path.relative(process.cwd(), file);
  return near.startsWith('..') ? file : near;
}
