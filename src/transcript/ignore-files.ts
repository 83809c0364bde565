import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Ignore } from 'ignore';

/** What the .gitignore files say of the entries of one folder. */
export interface FolderRules {
  /** @param name of a file or folder right in this one */
  ignores(name: string, isFolder: boolean): boolean;
}

/** A .gitignore and the way from its folder to the one that is asked about: empty, or ending with a slash. */
interface Level {
  rules: Ignore;
  way: string;
}

const NOTHING: FolderRules = { ignores: () => false };
const EVERYTHING: FolderRules = { ignores: () => true };

/** The .gitignore files from the repository's root (or where the search began) down, each read once. */
export class IgnoreFiles {
  private readonly roots = new Map<string, string>();
  private readonly files = new Map<string, Ignore | undefined>();
  private readonly folders = new Map<string, FolderRules>();

  /**
   * The rules for what is in a folder; for a folder that is ignored itself, they ignore all.
   * @param folder absolute, within `base`
   * @param base absolute: where the search begins. Where there is no repository, .gitignore files count from
   *   here down; the same where the repository ignores `base` itself, for the user has named it all the same
   */
  async rulesOf(folder: string, base: string): Promise<FolderRules> {
    const key = `${base}\0${folder}`;
    let rules = this.folders.get(key);
    if (!rules) {
      const root = await this.rootOf(base);
      rules = (await this.isIgnored(folder, root, base)) ? EVERYTHING : await this.levels(folder, root);
      this.folders.set(key, rules);
    }
    return rules;
  }

  private async isIgnored(folder: string, root: string, base: string): Promise<boolean> {
    if (folder === root || folder === base || folder === dirname(folder)) return false;
    return (await this.rulesOf(dirname(folder), base)).ignores(basename(folder), true);
  }

  private async levels(folder: string, root: string): Promise<FolderRules> {
    const levels: Level[] = [];
    let way = '';
    for (let at = folder; ; at = dirname(at)) {
      const rules = await this.fileOf(at);
      if (rules) levels.push({ rules, way });
      if (at === root || at === dirname(at)) break;
      way = `${basename(at)}/${way}`;
    }
    if (levels.length === 0) return NOTHING;
    return {
      ignores(name, isFolder) {
        // The nearest file that has anything to say decides.
        for (const { rules, way } of levels) {
          const { ignored, unignored } = rules.test(isFolder ? `${way}${name}/` : way + name);
          if (ignored || unignored) return ignored;
        }
        return false;
      },
    };
  }

  private async rootOf(base: string): Promise<string> {
    let root = this.roots.get(base);
    if (root === undefined) {
      root = repositoryOf(base) ?? base;
      if (root !== base) {
        const above = await this.rulesOf(dirname(base), root);
        if (above.ignores(basename(base), true)) root = base;
      }
      this.roots.set(base, root);
    }
    return root;
  }

  private async fileOf(folder: string): Promise<Ignore | undefined> {
    if (!this.files.has(folder)) this.files.set(folder, await load(join(folder, '.gitignore')));
    return this.files.get(folder);
  }
}

/** The folder with `.git` at or above this one. */
function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return undefined;
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
