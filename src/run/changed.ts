/** `--changed[=REF]`: the files that git says are not as they were. */
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { remember } from '../remember.ts';
import { UsageError } from './usage.ts';

/**
 * Files of the working folder's repository that are changed in the work tree or the index, or are new and not
 * ignored; with a reference also those changed since HEAD parted from it. Deleted ones are not among them, and one
 * that was renamed has its new name.
 *
 * @param reference a branch, tag or commit; '' for none
 * @returns whether a file, as the user named it, is one of them; standard input always is
 * @throws UsageError where git is missing, the folder is in no repository, or the reference leads nowhere
 */
export function changedFiles(reference: string): (file: string) => boolean {
  const top = git(process.cwd(), 'changed.no-repository', ['rev-parse', '--show-toplevel']).trimEnd();
  const list = (...args: string[]): string[] => git(top, 'changed.failed', args).split('\0');
  const diff = ['-c', 'diff.relative=false', 'diff', '--name-only', '-z', '--no-renames', '--diff-filter=d'];
  const changed = new Set([
    ...list(...diff),
    ...list(...diff, '--cached'),
    ...list('ls-files', '--others', '--exclude-standard', '-z'),
    ...(reference === '' ? [] : list(...diff, parting(top, reference))),
  ]);

  const folders = new Map<string, string>();
  const real = (folder: string): string => remember(folders, folder, () => realpathSync(folder));
  const root = real(top);
  return (file) => {
    if (file === '-') return true;
    const at = path.resolve(file);
    // A link that is in the repository is changed by itself, not by what it leads to.
    const name = path.join(real(path.dirname(at)), path.basename(at));
    return changed.has(path.relative(root, name).replaceAll(path.sep, '/'));
  };
}

/** The commit at which HEAD parted from the reference. */
function parting(top: string, reference: string): string {
  const commit = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`];
  const known = git(top, 'changed.no-reference', commit, { reference }).trim();
  return git(top, 'changed.no-base', ['merge-base', known, 'HEAD'], { reference }).trim();
}

/** @returns what git wrote. @throws UsageError with this key where it did not succeed */
function git(
  folder: string,
  key: string,
  args: readonly string[],
  values: Record<string, string> = {},
): string {
  const { error, status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  if (error) throw new UsageError('changed.no-git', { why: error.message });
  if (status !== 0) throw new UsageError(key, { folder, why: stderr.trim(), ...values });
  return stdout;
}
