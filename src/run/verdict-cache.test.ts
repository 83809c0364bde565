import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { courtesyIn, writeIn } from '../cli/testing.ts';
import { makeRoom } from './verdict-cache.ts';

const PACK = `pack: acme
title: 示例
version: 1.0.0
language: zh
ladder: {per: month, steps: [{name: 警告, after: 1, of: violation}]}
rules:
  brush-off: {severity: error, points: 5, forbid: {phrases: [不知道]}}
  slow: {severity: warning, points: 1, forbid: {phrases: [稍等]}}
`;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-cache-'));
  mkdirSync(path.join(folder, 'calls'));
  write('courtesy.yaml', 'packs: [acme.yaml]\n');
  write('acme.yaml', PACK);
  write('calls/a.txt', '客服：您好。\n客户：几点开门？\n客服：我不知道，稍等。\n');
  write('calls/b.txt', '这个我不知道。\n');
  write('calls/b.suppress.yaml', '- {rule: slow, turn: 1, reason: 没有用到}\n');
  const talk = {
    id: 'x',
    agent: '3号',
    meta: { date: '2026-02-17' },
    turns: [{ role: 'agent', text: '不知道' }],
  };
  write('calls/c.jsonl', `${JSON.stringify(talk)}\n{broken\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => writeIn(folder, name, text);

/** All that a run says: exit code, standard output and error. */
function check(...args: string[]): (string | number | null)[] {
  const { status, stdout, stderr } = courtesyIn(folder, [
    'check',
    'calls',
    '--locale',
    'en',
    '--format',
    'jsonl',
    ...args,
  ]);
  if (status === 2) throw new Error(stderr);
  return [status, stdout, stderr];
}

const cached = (...args: string[]) => check('--cache', '--cache-location', 'kept', ...args);

const kept = (): string[] =>
  readdirSync(path.join(folder, 'kept'), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, 'kept', name))
    .filter((file) => statSync(file).isFile())
    .sort();

test('all is as without it: reports, notes, problems, ladder, exit code', () => {
  for (const args of [[], ['--ladder'], ['--all-checks'], ['--locale', 'zh'], ['--format', 'stylish']]) {
    const plain = check(...args);
    expect(plain[2]).not.toBe('');
    expect(cached(...args)).toEqual(plain);
    const files = kept();
    expect(cached(...args)).toEqual(plain);
    expect(kept()).toEqual(files);
  }
});

test('what is kept is used, and not with --no-cache', () => {
  write('calls/d.txt', '客服：您好。\n');
  check('--cache', '--cache-location', 'kept', '--quiet');
  const [of = ''] = kept();
  const plain = cached();
  // Another file's results in the place of this one's.
  for (const other of kept()) copyFileSync(of, other);
  expect(cached()).not.toEqual(plain);
  expect(cached('--no-cache')).toEqual(plain);
  for (const file of kept()) writeFileSync(file, 'damaged');
  expect(cached()).toEqual(plain);
});

test.each([
  ['the file', () => write('calls/a.txt', '客服：您好。\n')],
  ['a suppression', () => write('calls/a.suppress.yaml', '- {rule: brush-off, reason: x}\n')],
  ['a rule', () => write('acme.yaml', PACK.replace('稍等', '您好'))],
  ['the configuration', () => write('courtesy.yaml', 'packs: [acme.yaml]\nrules: {slow: off}\n')],
  ['overrides', () => write('courtesy.yaml', 'packs: [acme.yaml]\noverrides: [{rules: {slow: off}}]\n')],
])('a change of %s is seen', (_, change) => {
  const before = cached();
  change();
  const after = check();
  expect(after).not.toEqual(before);
  expect([cached(), cached()]).toEqual([after, after]);
});

test('a folder that cannot be written to, and a run with a baseline', () => {
  write('full', '');
  const plain = check();
  expect(check('--cache', '--cache-location', 'full/kept')).toEqual(plain);
  cached();
  courtesyIn(folder, ['baseline', 'calls']);
  const known = ['--baseline', '.courtesy-baseline.json'];
  expect(cached(...known)).toEqual(check(...known));
});

test('room is made by what was not used for longest', () => {
  mkdirSync(path.join(folder, 'kept/00'), { recursive: true });
  for (let name = 0; name < 10; name++) {
    write(`kept/00/${name}`, 'x'.repeat(100));
    utimesSync(path.join(folder, `kept/00/${name}`), 1000 - name, 1000 - name);
  }
  makeRoom(path.join(folder, 'kept'), 1000);
  expect(kept()).toHaveLength(10);
  makeRoom(path.join(folder, 'kept'), 500);
  expect(kept().map((file) => path.basename(file))).toEqual(['0', '1', '2', '3']);
  makeRoom(path.join(folder, 'nowhere'));
});

test('in several threads', () => {
  const line = (id: number): string =>
    `${JSON.stringify({ id: String(id), turns: [{ role: 'agent', text: `${'您好。'.repeat(200)}不知道` }] })}\n`;
  for (let file = 0; file < 20; file++)
    write(`calls/${file}.jsonl`, Array.from({ length: 50 }, (_, id) => line(id)).join(''));
  const plain = check('--concurrency', '1');
  expect(cached('--concurrency', '2')).toEqual(plain);
  const files = kept();
  expect(files.length).toBeGreaterThan(20);
  expect([cached('--concurrency', '2'), cached('--concurrency', '1')]).toEqual([plain, plain]);
  expect(kept()).toEqual(files);
});
