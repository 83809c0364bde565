import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/courtesy.js', import.meta.url));
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
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-baseline-'));
  mkdirSync(path.join(folder, 'calls'));
  write('acme.yaml', PACK);
  write('calls/a.txt', CALL);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);

const courtesy = (...args: string[]) =>
  spawnSync(process.execPath, [BIN, ...args, '--pack', 'acme.yaml', '--locale', 'en'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', GITHUB_ACTIONS: '' },
  });

const check = (...args: string[]) => courtesy('check', ...args, '--baseline', '.courtesy-baseline.json');

test('what is known passes every gate and is counted; what is new does not', () => {
  const { status, stdout } = courtesy('baseline', 'calls');
  expect([status, stdout]).toEqual([0, expect.stringContaining('.courtesy-baseline.json')]);
  const passed = check('calls', '--min-score', '100');
  expect([passed.status, passed.stdout]).toEqual([0, expect.stringContaining('1 known from the baseline')]);

  // Further down, and by another way to the file: still known.
  write('calls/a.txt', `系统：接通\n${CALL}`);
  expect(check(path.join(folder, 'calls/a.txt')).status).toBe(0);
  // The same words in another turn are new, and so is a second turn of the same text.
  write('calls/a.txt', `${CALL}客户：那谁知道？\n客服：不知道，别问了。\n`);
  expect(check('calls').status).toBe(1);
  write('calls/a.txt', `${CALL}客户：那谁知道？\n客服：我不知道。\n`);
  const { summary } = JSON.parse(check('calls', '--format', 'json').stdout);
  expect(summary).toMatchObject({ errors: 1, known: 1, passed: false });
});

test("it holds nobody's words, and is the same each time", () => {
  courtesy('baseline', 'calls');
  const first = readFileSync(path.join(folder, '.courtesy-baseline.json'), 'utf8');
  courtesy('baseline', './calls');
  expect(readFileSync(path.join(folder, '.courtesy-baseline.json'), 'utf8')).toBe(first);
  expect(first).not.toContain('不知道');
  expect(JSON.parse(first).violations).toMatchObject([
    { file: 'calls/a.txt', id: 'a', rule: 'acme/brush-off', times: 1 },
  ]);
});

test.each(['', '{"violations": 1}', '{"schemaVersion": 1, "violations": [{}]}'])(
  '%s is no baseline',
  (text) => {
    write('.courtesy-baseline.json', text);
    const { status, stderr } = check('calls');
    expect([status, stderr]).toEqual([2, expect.stringContaining('.courtesy-baseline.json cannot be read')]);
  },
);
