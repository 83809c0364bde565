import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { courtesyIn, writeIn } from './testing.ts';

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

const write = (name: string, text: string): void => writeIn(folder, name, text);

const courtesy = (...args: string[]) =>
  courtesyIn(folder, [...args, '--pack', 'acme.yaml', '--locale', 'en']);

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

describe('what was mended', () => {
  const entries = (): { file: string; id: string; times: number }[] =>
    JSON.parse(readFileSync(path.join(folder, '.courtesy-baseline.json'), 'utf8')).violations;
  const files = (): string[] => entries().map(({ file, times }) => `${file} ×${times}`);
  const twice = `${CALL}客户：什么？\n客服：我不知道。\n`;

  beforeEach(() => {
    for (const name of ['a', 'b', 'c']) write(`calls/${name}.txt`, twice);
    mkdirSync(path.join(folder, 'bot'));
    write('bot/d.txt', CALL);
    courtesy('baseline', 'calls', 'bot');
    expect(files()).toEqual(['bot/d.txt ×1', 'calls/a.txt ×2', 'calls/b.txt ×2', 'calls/c.txt ×2']);
  });

  test('is told by check, and taken out by --prune, which adds nothing', () => {
    expect(check('calls', 'bot').stderr).toBe('');
    write('calls/a.txt', '客服：您好。\n');
    write('calls/b.txt', `${CALL}客户：什么？\n客服：这我可不知道。\n`);
    rmSync(path.join(folder, 'calls/c.txt'));
    const { status, stderr } = check('calls');
    expect([status, stderr]).toEqual([1, expect.stringContaining('5 of the violations in the baseline')]);
    expect(check('calls', '--quiet').stderr).toBe('');
    expect(check('calls', '--sample', '100%').stderr).not.toContain('baseline');

    const pruned = courtesy('baseline', '--prune', 'calls');
    expect([pruned.status, pruned.stdout, pruned.stderr]).toEqual([
      0,
      '.courtesy-baseline.json: 5 taken out, 2 left\n',
      '',
    ]);
    // What was not looked at stays; the new violation is still one.
    expect(files()).toEqual(['bot/d.txt ×1', 'calls/b.txt ×1']);
    expect(check('calls', 'bot')).toMatchObject({ status: 1, stderr: '' });
    const before = readFileSync(path.join(folder, '.courtesy-baseline.json'), 'utf8');
    expect(courtesy('baseline', '--prune', 'calls').stdout).toContain('0 taken out, 2 left');
    expect(readFileSync(path.join(folder, '.courtesy-baseline.json'), 'utf8')).toBe(before);
  });

  test('a conversation that is gone from its file, and an archive that was not looked at', () => {
    const zip = zipSync({ 'x.txt': Buffer.from(CALL) });
    writeFileSync(path.join(folder, 'calls/old.zip'), zip);
    const talk = (id: string): string =>
      `${JSON.stringify({ id, turns: [{ role: 'agent', text: '我不知道。' }] })}\n`;
    write('bot/many.jsonl', talk('one') + talk('two'));
    courtesy('baseline', 'calls', 'bot');
    expect(entries()).toHaveLength(7);
    write('bot/many.jsonl', talk('two'));
    expect(courtesy('baseline', '--prune', 'bot').stdout).toContain('1 taken out, 9 left');
    expect(entries().map(({ id }) => id)).toContain('two');
    rmSync(path.join(folder, 'calls/old.zip'));
    expect(courtesy('baseline', '--prune', 'bot').stdout).toContain('1 taken out, 8 left');
  });

  test('without a baseline there is nothing to prune', () => {
    expect(courtesy('baseline', '--prune', 'calls', '-o', 'none.json').status).toBe(2);
  });

  test('reports for people count what is let pass', () => {
    for (const format of ['stylish', 'markdown', 'github'])
      expect(check('calls', '--format', format).stdout).toContain('6 known from the baseline');
  });
});

test.each(['', '{"violations": 1}', '{"schemaVersion": 1, "violations": [{}]}'])(
  '%s is no baseline',
  (text) => {
    write('.courtesy-baseline.json', text);
    const { status, stderr } = check('calls');
    expect([status, stderr]).toEqual([2, expect.stringContaining('.courtesy-baseline.json cannot be read')]);
  },
);
