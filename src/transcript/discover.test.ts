import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { discover, withSlashes } from './discover.ts';
import { keptReport } from './test-tools.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'courtesy-discover-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function write(files: Record<string, string>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), content);
  }
}

async function found(...paths: string[]) {
  const report = keptReport();
  const files: string[] = [];
  const explicit: boolean[] = [];
  for await (const one of discover(paths, { cwd, report, extensions: new Set(['txt', 'json']) })) {
    files.push(one.file);
    explicit.push(one.explicit);
  }
  return { files, explicit, ...report };
}

test('a folder is searched in the order of names, for known extensions', async () => {
  write({
    'c/b.txt': '',
    'c/a/z.TXT': '',
    'c/a.txt': '',
    'c/B.json': '',
    'c/x.png': '',
    'c/y.png': '',
    'c/Makefile': '',
  });
  const { files, explicit, notes } = await found('c/');
  expect(files).toEqual(['c/B.json', 'c/a/z.TXT', 'c/a.txt', 'c/b.txt']);
  expect(explicit).toEqual([false, false, false, false]);
  expect(notes).toEqual([
    { file: 'c', message: { key: 'discover.skipped', values: { count: 3, extensions: '.png ×2, — ×1' } } },
  ]);
});

test('files are taken whatever they are called, in the order given, once', async () => {
  write({ 'x.log': '', 'a.txt': '' });
  const { files, explicit } = await found('x.log', '-', 'a.txt', './x.log', '.');
  expect(files).toEqual(['x.log', '-', 'a.txt']);
  expect(explicit).toEqual([true, true, true]);
});

test('what is no transcript is left out', async () => {
  write({
    'a.txt': '',
    'a.expected.json': '',
    'a.suppress.yaml': '',
    'courtesy.yaml': '',
    'node_modules/p/a.txt': '',
    '.git/a.txt': '',
    '.cache/a.txt': '',
  });
  expect((await found('.')).files).toEqual(['a.txt']);
  expect((await found('**/*')).files).toEqual(['a.txt']);
  const named = await found('a.expected.json', 'a.txt');
  expect(named.files).toEqual(['a.txt']);
  expect(named.notes).toMatchObject([{ file: 'a.expected.json', message: { key: 'discover.side-file' } }]);
});

test('.gitignore files count for folders and patterns, nested ones and those above too', async () => {
  write({
    '.git/HEAD': '',
    '.gitignore': 'old/\n*.tmp.txt\n',
    'calls/a.txt': '',
    'calls/a.tmp.txt': '',
    'calls/old/b.txt': '',
    'calls/deep/.gitignore': '/only.txt\n!keep.tmp.txt\n',
    'calls/deep/only.txt': '',
    'calls/deep/keep.tmp.txt': '',
    'calls/deep/er/only.txt': '',
  });
  const expected = ['calls/a.txt', 'calls/deep/er/only.txt', 'calls/deep/keep.tmp.txt'];
  expect((await found('calls')).files).toEqual(expected);
  expect((await found('calls/**/*.txt')).files).toEqual(expected);
  expect((await found('calls/old/b.txt', 'calls/a.tmp.txt')).files).toEqual([
    'calls/old/b.txt',
    'calls/a.tmp.txt',
  ]);
});

test('a folder that is ignored is searched when it is named', async () => {
  write({
    '.git/HEAD': '',
    '.gitignore': 'calls/\n',
    'calls/a.txt': '',
    'calls/b/c.txt': '',
    'calls/b/.gitignore': 'd.txt',
    'calls/b/d.txt': '',
  });
  expect((await found('calls')).files).toEqual(['calls/a.txt', 'calls/b/c.txt']);
  expect((await found('.')).files).toEqual([]);
  expect((await found('calls/*.txt')).problems).toEqual([
    { file: 'calls/*.txt', message: { key: 'discover.ignored', values: { count: 1 } } },
  ]);
});

test('patterns', async () => {
  write({ 'c/a.txt': '', 'c/b.log': '', 'd/a.txt': '', 'e/[1].txt': '' });
  expect((await found('{c,d}/*.txt')).files).toEqual(['c/a.txt', 'd/a.txt']);
  expect((await found('c/*')).files).toEqual(['c/a.txt', 'c/b.log']);
  // A name that looks like a pattern is a name where there is such a file.
  expect((await found('e/[1].txt')).files).toEqual(['e/[1].txt']);
});

test('what does not exist is named, and the rest goes on', async () => {
  write({ 'a.txt': '' });
  const { files, problems } = await found('no.txt', 'no/*.txt', 'a.txt');
  expect(files).toEqual(['a.txt']);
  expect(problems).toEqual([
    { file: 'no.txt', message: { key: 'discover.missing' } },
    { file: 'no/*.txt', message: { key: 'discover.no-match' } },
  ]);
});

test.skipIf(process.platform === 'win32')('links are followed, and loops end', async () => {
  write({ 'c/a/x.txt': '', 'd/y.txt': '' });
  symlinkSync('..', join(cwd, 'c/a/up'));
  symlinkSync(join(cwd, 'd'), join(cwd, 'c/link'));
  symlinkSync('self', join(cwd, 'c/self'));
  const { files, problems } = await found('c');
  expect(files).toEqual(['c/a/x.txt', 'c/link/y.txt']);
  expect(problems).toMatchObject([{ file: 'c/self', message: { key: 'discover.missing' } }]);
  expect((await found('c/**/*.txt')).files).toContain('c/a/x.txt');
});

test('separators of Windows become slashes there and are characters elsewhere', () => {
  expect(withSlashes('calls\\a\\b.txt', '\\')).toBe('calls/a/b.txt');
  expect(withSlashes('a\\b.txt', '/')).toBe('a\\b.txt');
});

test('files of a folder without suppressions are known to have none beside them', async () => {
  write({ 'c/a.txt': '', 'c/b/a.txt': '', 'c/b/a.suppress.yaml': '', 'c/b/z.txt': '' });
  const alone: [string, boolean | undefined][] = [];
  const options = { cwd, report: keptReport(), extensions: new Set(['txt']) };
  for await (const one of discover(['c', 'c/b/z.txt'], options)) alone.push([one.file, one.alone]);
  expect(alone).toEqual([
    ['c/a.txt', true],
    ['c/b/a.txt', undefined],
    ['c/b/z.txt', undefined],
  ]);
});
