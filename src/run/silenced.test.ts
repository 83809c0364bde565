import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { courtesyIn, writeIn } from '../cli/testing.ts';

const PACK = `pack: acme
title: 示例
version: 1.0.0
language: zh
rules:
  brush-off: {severity: error, points: 5, forbid: {phrases: [不知道]}}
  slow: {severity: error, points: 2, forbid: {phrases: [稍等]}}
  insult: {severity: error, points: 9, forbid: {phrases: [滚开]}}
`;
const CALL = '客服：您好。\n客户：几点开门？\n客服：我不知道，稍等。\n';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-silenced-'));
  mkdirSync(path.join(folder, 'calls'));
  write('acme.yaml', PACK);
  write('calls/a.txt', CALL);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => writeIn(folder, name, text);

function check(...args: string[]) {
  const { status, stdout, stderr } = courtesyIn(folder, [
    'check',
    'calls',
    '--pack',
    'acme.yaml',
    '--format',
    'json',
    '--locale',
    'en',
    ...args,
  ]);
  const rules = JSON.parse(stdout).transcripts.flatMap(
    ({ id, violations }: { id: string; violations: { rule: string }[] }) =>
      violations.map(({ rule }) => `${id} ${rule}`),
  );
  return { status, stderr, rules, report: JSON.parse(stdout) };
}

test('what is silenced is no violation, costs nothing, and says why it is not applicable', () => {
  write(
    'calls/a.suppress.yaml',
    '- {rule: brush-off, turn: 3, reason: 客户撤诉, who: 王班长, until: 2999-12-31}\n- {rule: acme/slow, reason: 设备慢}\n',
  );
  const { status, stderr, rules, report } = check('--all-checks');
  expect([status, rules, stderr]).toEqual([0, [], '']);
  expect(report.transcripts[0].score).toBe(100);
  expect(JSON.stringify(report.transcripts[0].checkList)).toContain('客户撤诉');
});

test('unused and expired entries are told, with their places', () => {
  write(
    'calls/a.suppress.yaml',
    '- {rule: brush-off, turn: 1, reason: x}\n\n- rule: slow\n  reason: y\n  until: 2020-01-31\n',
  );
  const { rules, stderr } = check();
  expect(rules).toEqual(['a acme/brush-off', 'a acme/slow']);
  expect(stderr).toMatch(/^calls\/a\.suppress\.yaml:1: .*brush-off.*can go$/m);
  expect(stderr).toMatch(/^calls\/a\.suppress\.yaml:3: .*slow.*2020-01-31/m);
});

test.each([
  ['no reason', '- rule: slow\n  turn: 3\n', ':1:3: the key "reason" is missing'],
  ['an empty reason', '- {rule: slow, reason: " "}\n', ':1:24: '],
  ['a slip', '- {rule: slow, raeson: x}\n', 'did you mean "reason"'],
  ['no date', '- {rule: slow, reason: x, until: tomorrow}\n', ':1:34: '],
  ['no YAML', '- {rule: slow\n', 'a.suppress.yaml:'],
  ['no list', 'slow\n', 'a.suppress.yaml:1:1'],
])('%s is an error at its place, and silences nothing', (_, text, told) => {
  write('calls/a.suppress.yaml', text);
  const { status, stderr, rules, report } = check();
  expect(status).toBe(1);
  expect(stderr).toContain(told);
  expect(rules).toEqual(['a acme/brush-off', 'a acme/slow']);
  expect(report.errors[0].file).toBe('calls/a.suppress.yaml');
});

test('of several conversations in a file, one is named by its id', () => {
  const turns = [{ role: 'agent', text: '不知道' }];
  const lines = ['x', 'y'].map((id) => JSON.stringify({ id, turns }));
  rmSync(path.join(folder, 'calls/a.txt'));
  write('calls/b.jsonl', `${lines.join('\n')}\n`);
  write('calls/b.suppress.yaml', '- {rule: brush-off, id: y, turn: 1, reason: 申诉成立}\n');
  expect(check()).toMatchObject({ rules: ['x acme/brush-off'], stderr: '' });
  write('calls/b.suppress.yaml', '- {rule: brush-off, reason: 申诉成立}\n');
  const { rules, stderr } = check();
  expect(rules).toEqual(['y acme/brush-off']);
  expect(stderr).toContain('without an id');
});

test('a comment in a template that silences nothing is told as well', () => {
  rmSync(path.join(folder, 'calls/a.txt'));
  write(
    'calls/domain.yml',
    [
      'responses:',
      '  utter_a:',
      '  # courtesy-disable-next-line slow -- 旧话术',
      '  - text: 请稍等。',
      '  # courtesy-disable-next-line brush-off -- 旧话术',
      '  - text: 好的。',
      '',
    ].join('\n'),
  );
  const { rules, stderr } = check();
  expect(rules).toEqual([]);
  expect(stderr).toMatch(/^calls\/domain\.yml:5: .*brush-off/m);
  expect(stderr).not.toContain('slow');
});
