/** courtesy.yaml: what a project asks of every run. Found upwards from the file that is checked. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { remember } from '../remember.ts';
import type { Config } from './config-schema.ts';

export type { Config };

export const CONFIG_NAME = 'courtesy.yaml';

/** With no pack named anywhere, these judge what is in their language. */
export const DEFAULT_PACKS = ['zh/core', 'en/core'];

/** Finds and reads configurations; each is read once. */
export class Configs {
  private readonly known = new Map<string, Promise<Config>>();
  private readonly placed = new Map<string, string | null>();
  private readonly named: string | undefined;

  /** @param named a file named by the user, used for every input */
  constructor(named?: string) {
    this.named = named;
  }

  /** @returns the configuration for what the user named: a file, a folder, or `-` */
  of(path: string): Promise<Config> {
    return this.in(folderOf(path));
  }

  /** @returns the configuration for an input file; `-` is looked up from the working folder */
  ofFile(file: string): Promise<Config> {
    return this.in(file === '-' ? '.' : path.dirname(file));
  }

  private in(folder: string): Promise<Config> {
    const found = this.named ?? this.near(folder);
    return remember(this.known, found ?? '', () => (found ? readConfig(found) : Promise.resolve(defaults())));
  }

  /** @param folder absolute or not */
  private near(folder: string): string | null {
    let found = this.placed.get(folder);
    if (found === undefined) {
      found = this.above(path.resolve(folder));
      this.placed.set(folder, found);
    }
    return found;
  }

  private above(folder: string): string | null {
    const known = this.placed.get(folder);
    if (known !== undefined) return known;
    const here = path.join(folder, CONFIG_NAME);
    const up = path.dirname(folder);
    const found = existsSync(here) ? here : up === folder ? null : this.above(up);
    this.placed.set(folder, found);
    return found;
  }
}

/** A folder's own configuration is beside its files, not above them. */
function folderOf(file: string): string {
  if (file === '-') return path.resolve('.');
  return path.resolve(isFolder(file) ? file : path.dirname(file));
}

/** What cannot be asked (a name longer than any, a folder closed to us) is told where it is looked for as an input. */
function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

const defaults = (): Config => ({
  file: null,
  folder: process.cwd(),
  packs: [],
  lists: {},
  rules: [],
  roles: {},
  columns: {},
  templates: [],
  overrides: [],
});

/** @throws PackError naming the places where it is not well-formed */
async function readConfig(file: string): Promise<Config> {
  const { checkConfig } = await import('./config-schema.ts');
  const given = checkConfig(file, readFileSync(file, 'utf8'));
  return { ...defaults(), ...given, file, folder: path.dirname(file) };
}
