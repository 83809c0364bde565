import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { courtesyIn } from '../cli/testing.ts';

const PACK = `pack: acme
title: 示例
version: 1.0.0
language: zh
rules:
  brush-off: {severity: error, points: 5, forbid: {phrases: [不知道]}}
`;
const CALL = '客服：您好。\n客户：几点开门？\n客服：我不知道。\n';
let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'courtesy-chosen-')));
  write('courtesy.yaml', 'packs: [acme.yaml]\n');
  write('acme.yaml', PACK);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text = CALL): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

function courtesy(args: string[], options: { input?: string; cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const { status, stdout, stderr } = courtesyIn(options.cwd ?? folder, ['check', ...args, '--locale', 'en'], {
    input: options.input,
    env: options.env,
  });
  return { status, stderr, stdout };
}

/** The files that were judged, as reports name them. */
function judged(args: string[], options: { input?: string; cwd?: string } = {}): string[] {
  const { stdout, stderr } = courtesy([...args, '--format', 'json'], options);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout).transcripts.map(({ file }: { file: string }) => file);
}

describe('--file-list', () => {
  const names = ['calls/a b.txt', 'calls/张三.txt', 'calls/it\'s "q".txt'];
  beforeEach(() => {
    for (const name of names) write(name);
  });

  test.each([
    ['a path a line', `${names[0]}\n\n  \n${names[1]}\n${names[2]}\n`],
    ['CRLF and a BOM', `\ufeff${names.join('\r\n')}\r\n`],
    ['NUL', `${names.join('\0')}\0`],
  ])('%s, from a file and from standard input', (_, text) => {
    write('list', text);
    expect(judged(['--file-list', 'list'])).toEqual(names);
    expect(judged(['--file-list', '-'], { input: text })).toEqual(names);
  });

  test('adds to the paths named, each file once', () => {
    write('list', 'calls/a b.txt\nmore.txt\n');
    write('more.txt');
    expect(judged(['calls', '--file-list', 'list']).sort()).toEqual([...names, 'more.txt'].sort());
  });

  test('a missing file is a problem and the rest goes on', () => {
    const { status, stderr } = courtesy(['--file-list', '-'], { input: 'calls/gone.txt\ncalls/a b.txt\n' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('calls/gone.txt')]);
  });

  test.each([
    ['', 'no path'],
    ['\n\n', 'no path'],
  ])('%j is no list', (input, words) => {
    expect(courtesy(['--file-list', '-'], { input })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(words),
    });
  });

  test('a list that is not there is an error', () => {
    expect(courtesy(['--file-list', 'nowhere'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nowhere'),
    });
  });
});

describe('--changed', () => {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const commit = (): void => {
    git('add', '-A');
    git('commit', '-q', '-m', 'x');
  };

  beforeEach(() => git('init', '-q', '-b', 'main'));

  test('work tree, index and new files; not what is deleted, ignored or of another kind', () => {
    for (const name of ['same', 'edited', 'staged', 'deleted', 'renamed', 'put-back'])
      write(`calls/${name}.txt`);
    write('.gitignore', '*.log.txt\n');
    commit();
    write('calls/edited.txt', `${CALL}客户：哦。\n`);
    write('calls/staged.txt', `${CALL}客户：哦。\n`);
    git('add', 'calls/staged.txt');
    rmSync(path.join(folder, 'calls/deleted.txt'));
    git('mv', 'calls/renamed.txt', 'calls/新 名 "1".txt');
    write('calls/a\nb.txt');
    write('calls/x.log.txt');
    write('calls/tool.ts', 'export {};\n');
    expect(judged(['--changed']).sort()).toEqual(
      ['calls/a\nb.txt', 'calls/edited.txt', 'calls/staged.txt', 'calls/新 名 "1".txt'].sort(),
    );
    expect(courtesy(['--changed']).stderr).not.toContain('.ts');
  });

  test('before the first commit everything is new', () => {
    write('calls/a.txt');
    expect(judged(['--changed', 'calls'])).toEqual(['calls/a.txt']);
  });

  test('only those among the paths named, from any folder of the repository', () => {
    write('bot/a.txt');
    write('calls/b.txt');
    expect(judged(['--changed', 'bot'])).toEqual(['bot/a.txt']);
    expect(judged(['--changed', '.'], { cwd: path.join(folder, 'calls') })).toEqual(['b.txt']);
    expect(judged(['--changed'], { cwd: path.join(folder, 'calls') })).toEqual(['b.txt']);
    expect(judged(['--changed', '../bot/*.txt'], { cwd: path.join(folder, 'calls') })).toEqual([
      '../bot/a.txt',
    ]);
  });

  test('by a link to the folder', () => {
    write('calls/a.txt');
    const link = `${folder}-link`;
    symlinkSync(folder, link);
    try {
      expect(judged(['--changed', path.join(link, 'calls')])).toEqual([`${link}/calls/a.txt`]);
    } finally {
      rmSync(link);
    }
  });

  test('with a reference, what changed since the branch left it', () => {
    write('calls/old.txt');
    commit();
    git('checkout', '-q', '-b', 'work');
    write('calls/mine.txt');
    commit();
    renameSync(path.join(folder, 'calls/old.txt'), path.join(folder, 'calls/moved.txt'));
    git('checkout', '-q', 'main');
    write('calls/theirs.txt');
    git('add', 'calls/theirs.txt');
    git('commit', '-q', '-m', 'theirs', '--', 'calls/theirs.txt');
    git('checkout', '-q', 'work');
    write('calls/fresh.txt');
    expect(judged(['--changed=main', 'calls'])).toEqual([
      'calls/fresh.txt',
      'calls/mine.txt',
      'calls/moved.txt',
    ]);
  });

  test('nothing changed is a success and says so; reports are written', () => {
    write('calls/a.txt');
    commit();
    const { status, stderr, stdout } = courtesy(['--changed', '--format', 'json']);
    expect([status, stderr]).toEqual([0, expect.stringContaining('no changed file')]);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { transcripts: 0, passed: true }, transcripts: [] });
    // What git changed, but no reader takes for a conversation.
    write('package.json', '{"name": "x"}');
    expect(courtesy(['--changed']).status).toBe(0);
  });

  test('a changed file that cannot be read is no success', () => {
    write('calls/a.jsonl', '{broken\n');
    expect(courtesy(['--changed']).status).toBe(2);
  });

  test.each([
    ['no such reference', ['--changed=nowhere'], 'no such branch'],
    ['an option for git', ['--changed=--output=x'], 'no such branch'],
  ])('%s', (_, args, words) => {
    write('calls/a.txt');
    commit();
    expect(courtesy(args)).toMatchObject({ status: 2, stderr: expect.stringContaining(words) });
  });

  test('no common ancestor', () => {
    write('calls/a.txt');
    commit();
    git('checkout', '-q', '--orphan', 'other');
    write('calls/b.txt');
    commit();
    expect(courtesy(['--changed=main'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('ancestor'),
    });
  });

  test('no repository, no git', () => {
    rmSync(path.join(folder, '.git'), { recursive: true });
    expect(courtesy(['--changed'], { env: { GIT_CEILING_DIRECTORIES: path.dirname(folder) } })).toMatchObject(
      {
        status: 2,
        stderr: expect.stringContaining('repository'),
      },
    );
    expect(courtesy(['--changed'], { env: { PATH: '' } })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('needs git'),
    });
  });
});
