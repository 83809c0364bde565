import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { systemError } from './bytes-in.ts';
import type { ReadReport } from './formats/format.ts';
import { type FolderRules, IgnoreFiles } from './ignore-files.ts';

/** A file to be read. */
export interface Found {
  /** As the user named it or reached from there, with forward slashes; `-` for standard input. */
  file: string;
  /** Named by the user, not found in a folder or by a pattern. */
  explicit: boolean;
  /** Known to have no file of suppressions beside it, for there is none in its folder. */
  alone?: boolean;
}

export interface DiscoverOptions {
  report: ReadReport;
  /** What is taken from folders: lower case, without the dot (`knownExtensions()`). */
  extensions: ReadonlySet<string>;
  /** Relative paths start here; the working folder by default. */
  cwd?: string;
}

const LEFT_OUT = new Set(['node_modules', '.git']);
/** Files that stand beside transcripts and are none. */
const SUPPRESSIONS = /\.suppress\.ya?ml$/i;
const SIDE_FILE = /(?:\.suppress\.ya?ml|\.expected\.json|^\.?courtesy\.ya?ml)$/i;

/**
 * The files that paths stand for: files as they are, folders with all that is in them, glob patterns, `-`.
 *
 * What is found in a folder or by a pattern is sorted by name (UTF-16 order, the same on every machine), has a
 * known extension (patterns: any), is not hidden, not in `node_modules` and not ignored by a `.gitignore` of the
 * repository it is in. Symbolic links are followed; a folder is entered once. Each file comes once. Files left
 * out for their extension are counted in a note; a path that does not exist is a problem and the rest goes on.
 */
export async function* discover(paths: readonly string[], options: DiscoverOptions): AsyncGenerator<Found> {
  const seen = new Set<string>();
  const search = new Search(options);
  for (const path of paths) {
    for await (const found of search.path(path)) {
      const key = found.file === '-' ? '-' : resolve(options.cwd ?? '.', found.file);
      if (seen.has(key)) continue;
      seen.add(key);
      yield found;
    }
  }
}

/** A path with forward slashes. @param separator the system's own */
export function withSlashes(path: string, separator: string = sep): string {
  // Elsewhere a backslash is a character of a name like any other.
  return separator === '\\' ? path.replaceAll('\\', '/') : path;
}

/** Something in a folder that is still to be looked at. */
interface Waiting {
  path: string;
  name: string;
  /** The path without symbolic links on the way. */
  real: string;
  entry?: Dirent;
  /** What is said of the folder that it is in. */
  rules?: FolderRules;
  /** Whether there is no file of suppressions in that folder. */
  alone?: boolean;
}

class Search {
  private readonly options: DiscoverOptions;
  private readonly cwd: string;
  private readonly ignoreFiles = new IgnoreFiles();

  constructor(options: DiscoverOptions) {
    this.options = options;
    this.cwd = resolve(options.cwd ?? '.');
  }

  async *path(given: string): AsyncGenerator<Found> {
    if (given === '-') {
      yield { file: '-', explicit: true };
      return;
    }
    const file = withSlashes(given);
    const path = resolve(this.cwd, file);
    const stat = statOf(path);
    if (stat?.isDirectory()) {
      const skipped = new Map<string, number>();
      const name = file.replace(/(?<=.)\/+$/, '');
      yield* this.folder(path, name, path, skipped);
      this.noteSkipped(name, skipped);
    } else if (stat) {
      if (SIDE_FILE.test(file.split('/').at(-1)!)) this.note(file, { key: 'discover.side-file' });
      else yield { file, explicit: true };
    } else if (/[*?{}[\]()!]/.test(file)) {
      yield* this.pattern(file);
    } else {
      this.options.report.problem({ file, message: { key: 'discover.missing' } });
    }
  }

  private async *folder(
    path: string,
    name: string,
    base: string,
    skipped: Map<string, number>,
  ): AsyncGenerator<Found> {
    // A stack of its own: a tree may be deeper than generators delegate cheaply.
    const waiting: Waiting[] = [{ path, name, real: realpathSync(path) }];
    const entered = new Set<string>();
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const kind = next.entry ? this.kindOf(next.path, next.name, next.entry) : 'folder';
      if (kind === undefined) continue;
      if (next.entry && next.rules?.ignores(next.entry.name, kind === 'folder')) continue;
      if (kind === 'file') {
        const dot = next.entry!.name.lastIndexOf('.');
        const extension = dot > 0 ? next.entry!.name.slice(dot + 1).toLowerCase() : '';
        if (this.options.extensions.has(extension))
          yield { file: next.name, explicit: false, ...(next.alone && { alone: true }) };
        else skipped.set(extension, (skipped.get(extension) ?? 0) + 1);
        continue;
      }
      const real = next.entry?.isSymbolicLink() ? realpathSync(next.path) : next.real;
      if (entered.has(real)) continue;
      entered.add(real);
      const rules = await this.ignoreFiles.rulesOf(next.path, base);
      const { entries, alone } = this.entries(next.path, next.name);
      for (const entry of entries.reverse()) {
        const { name } = entry;
        waiting.push({
          path: join(next.path, name),
          name: joinName(next.name, name),
          real: join(real, name),
          entry,
          rules,
          alone,
        });
      }
    }
  }

  private entries(path: string, name: string): { entries: Dirent[]; alone: boolean } {
    try {
      const all = readdirSync(path, { withFileTypes: true });
      const entries = all
        .filter(
          (entry) => !entry.name.startsWith('.') && !LEFT_OUT.has(entry.name) && !SIDE_FILE.test(entry.name),
        )
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      return { entries, alone: !all.some((entry) => SUPPRESSIONS.test(entry.name)) };
    } catch (error) {
      this.options.report.problem({ file: name, message: systemError(error).detail });
      return { entries: [], alone: true };
    }
  }

  /** Undefined for what is neither: a broken link, a socket, a pipe. */
  private kindOf(path: string, name: string, entry: Dirent): 'file' | 'folder' | undefined {
    if (entry.isDirectory()) return 'folder';
    if (entry.isFile()) return 'file';
    if (!entry.isSymbolicLink()) return undefined;
    const stat = statOf(path);
    if (!stat) this.options.report.problem({ file: name, message: { key: 'discover.missing' } });
    return stat?.isDirectory() ? 'folder' : stat?.isFile() ? 'file' : undefined;
  }

  private async *pattern(pattern: string): AsyncGenerator<Found> {
    const { glob } = await import('tinyglobby');
    const files = await glob(pattern, {
      cwd: this.cwd,
      ignore: ['**/node_modules/**', '**/.git/**'],
      onlyFiles: true,
      expandDirectories: false,
    });
    files.sort((a, b) => (a < b ? -1 : 1));
    let taken = 0;
    let ignored = 0;
    for (const file of files) {
      const path = resolve(this.cwd, file);
      const folder = dirname(path);
      if (SIDE_FILE.test(basename(path))) continue;
      const base = relative(this.cwd, path).startsWith('..') ? folder : this.cwd;
      if ((await this.ignoreFiles.rulesOf(folder, base)).ignores(basename(path), false)) {
        ignored++;
        continue;
      }
      taken++;
      yield { file: withSlashes(file), explicit: false };
    }
    if (taken > 0) return;
    const message =
      ignored > 0 ? { key: 'discover.ignored', values: { count: ignored } } : { key: 'discover.no-match' };
    this.options.report.problem({ file: pattern, message });
  }

  private noteSkipped(file: string, skipped: ReadonlyMap<string, number>): void {
    let count = 0;
    for (const times of skipped.values()) count += times;
    if (count === 0) return;
    const most = [...skipped].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 5);
    const extensions = most
      .map(([extension, times]) => `${extension ? `.${extension}` : '—'} ×${times}`)
      .join(', ');
    this.note(file, { key: 'discover.skipped', values: { count, extensions } });
  }

  private note(file: string, message: { key: string; values?: Record<string, string | number> }): void {
    this.options.report.note({ file, message });
  }
}

/** Undefined where there is nothing, or a link that leads nowhere or to itself. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** `./a` and `a` stay as the user wrote them; `.` is left out. */
function joinName(folder: string, name: string): string {
  if (folder === '.') return name;
  return folder === '/' ? `/${name}` : `${folder}/${name}`;
}
