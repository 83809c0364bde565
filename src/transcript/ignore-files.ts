import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Ignore } from 'ignore';

/** The .gitignore files that speak of a path, from the repository's root (or where the search began) down. */
export class IgnoreFiles {
  private readonly roots = new Map<string, string>();
  private readonly rules = new Map<string, Ignore | undefined>();
  private readonly verdicts = new Map<string, boolean>();

  /**
   * Whether git would leave the path out, itself or a folder that it is in.
   * @param path absolute
   * @param base absolute; where there is no repository, .gitignore files count from here down
   */
  async ignores(path: string, isFolder: boolean, base: string): Promise<boolean> {
    const folder = dirname(path);
    const root = this.rootOf(base);
    if (path === root || !(path + sep).startsWith(root.endsWith(sep) ? root : root + sep)) return false;
    let above = this.verdicts.get(folder);
    if (above === undefined) {
      above = folder !== root && (await this.ignores(folder, true, base));
      this.verdicts.set(folder, above);
    }
    if (above) return true;
    // The nearest file that has anything to say decides.
    for (let at = folder; ; at = dirname(at)) {
      const rules = await this.rulesOf(at);
      if (rules) {
        const name = relative(at, path).split(sep).join('/');
        const { ignored, unignored } = rules.test(isFolder ? `${name}/` : name);
        if (ignored || unignored) return ignored;
      }
      if (at === root || at === dirname(at)) return false;
    }
  }

  /** The folder with `.git` at or above `base`; `base` itself where there is none. */
  private rootOf(base: string): string {
    let root = this.roots.get(base);
    if (root === undefined) {
      root = base;
      for (let at = base; ; at = dirname(at)) {
        if (existsSync(join(at, '.git'))) {
          root = at;
          break;
        }
        if (at === dirname(at)) break;
      }
      this.roots.set(base, root);
    }
    return root;
  }

  private async rulesOf(folder: string): Promise<Ignore | undefined> {
    if (!this.rules.has(folder)) this.rules.set(folder, await load(join(folder, '.gitignore')));
    return this.rules.get(folder);
  }
}

async function load(file: string): Promise<Ignore | undefined> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const { default: ignore } = await import('ignore');
  return ignore().add(text.replace(/^\uFEFF/, ''));
}
