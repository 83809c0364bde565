import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { displayWidth } from '../report/width.ts';
import { courtesyIn, writeIn } from './testing.ts';

const PACK = `pack: acme
title: 示例
version: 1.0.0
language: zh
rules:
  brush-off: {severity: error, points: 5, forbid: {phrases: [不知道]}}
  slow: {severity: error, points: 2, forbid: {phrases: [稍等]}}
`;
const appeal = (rule: string, turn: number, more: string, reason = '客户先说的'): string =>
  `- {rule: ${rule}, turn: ${turn}, reason: ${reason}, appeal: {by: 3号, date: 2026-02-18${more}}}\n`;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-appeals-'));
  mkdirSync(path.join(folder, 'calls'));
  write('acme.yaml', PACK);
  write(
    'calls/a.txt',
    '客服：您好。\n客户：几点开门？\n客服：我不知道，稍等。\n客户：谁知道？\n客服：不知道。\n',
  );
  write('calls/b.txt', '客服：您好。\n客户：几点开门？\n客服：稍等。\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => writeIn(folder, name, text);

const courtesy = (...args: string[]) =>
  courtesyIn(folder, [...args, 'calls', '--pack', 'acme.yaml', '--locale', 'en']);

function found(): string[] {
  const { stdout } = courtesy('check', '--format', 'json');
  return JSON.parse(stdout).transcripts.flatMap(
    ({ id, violations }: { id: string; violations: { rule: string; turn: number }[] }) =>
      violations.map(({ rule, turn }) => `${id} ${turn} ${rule}`),
  );
}

const appeals = () => JSON.parse(courtesy('appeals', '--format', 'json').stdout);

const ALL = ['a 3 acme/brush-off', 'a 3 acme/slow', 'a 5 acme/brush-off', 'b 3 acme/slow'];

describe('what an appeal does to a check', () => {
  test.each(['upheld', '成立'])('%s silences', (decision) => {
    write('calls/a.suppress.yaml', appeal('brush-off', 3, `, decision: ${decision}, decided-by: 王主管`));
    expect(found()).toEqual(ALL.slice(1));
  });

  test.each(['rejected', '驳回', 'pending', '待定', undefined])('%s silences nothing', (decision) => {
    write('calls/a.suppress.yaml', appeal('brush-off', 3, decision ? `, decision: ${decision}` : ''));
    expect(found()).toEqual(ALL);
    expect(courtesy('check').stderr).toBe('');
  });

  test.each([
    ['another word', ', decision: maybe', ':1:'],
    ['a slip', ', descision: upheld', 'did you mean "decision"'],
    ['a date that is none', ', decided-by: x, date: 2026-02-18', ':1:'],
  ])('%s is an error at its place', (_, more, told) => {
    write('calls/a.suppress.yaml', appeal('brush-off', 3, more));
    expect(courtesy('check').stderr).toContain(told);
    expect(found()).toEqual(ALL);
  });
});

describe('courtesy appeals', () => {
  beforeEach(() => {
    write(
      'calls/a.suppress.yaml',
      appeal('brush-off', 3, ', decision: 成立, decided-by: 王主管, note: 听了录音') +
        appeal('acme/slow', 3, ', decision: 驳回') +
        appeal('brush-off', 1, ', decision: pending'),
    );
    write('calls/b.suppress.yaml', appeal('slow', 3, ''));
  });

  test('every appeal with its violation, who, when and what was decided', () => {
    expect(appeals().appeals).toMatchObject([
      {
        file: 'calls/a.txt',
        id: 'a',
        rule: 'acme/brush-off',
        turn: 3,
        by: '3号',
        date: '2026-02-18',
        decision: 'upheld',
        decidedBy: '王主管',
        note: '听了录音',
        violations: [{ turn: 3, line: 3, column: 5, text: '不知道' }],
      },
      { rule: 'acme/slow', decision: 'rejected' },
      { rule: 'brush-off', turn: 1, violations: [], written: { file: 'calls/a.suppress.yaml', line: 3 } },
      { file: 'calls/b.txt', rule: 'acme/slow', decision: 'pending' },
    ]);
  });

  test('precision is what stands of what was found, worst first, with its interval', () => {
    const { summary, rules } = appeals();
    expect(summary).toEqual({
      transcripts: 2,
      violations: 4,
      appeals: 4,
      upheld: 1,
      rejected: 1,
      pending: 2,
      notFound: 1,
    });
    expect(rules).toMatchObject([
      {
        rule: 'acme/brush-off',
        found: 2,
        appealed: 1,
        upheld: 1,
        precision: 0.5,
        precisionOfDecided: 0,
        few: true,
      },
      {
        rule: 'acme/slow',
        found: 2,
        appealed: 2,
        rejected: 1,
        pending: 1,
        precision: 1,
        precisionOfDecided: 1,
      },
    ]);
    // Wilson's interval of 1 in 2.
    const [low, high] = rules[0].interval;
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.0945', '0.9055']);
  });

  test('people are told of appeals without a violation, and of numbers that tell little', () => {
    const { status, stdout } = courtesy('appeals');
    expect(status).toBe(0);
    expect(stdout).toMatch(/not there[\s\S]*calls\/a\.suppress\.yaml:3 +brush-off +1 +3号 +pending/);
    expect(stdout).toMatch(/acme\/brush-off\s+2 +1 +1 +0 +0 +50% +9–91% \* +0%/);
    expect(stdout).toContain('* fewer than 10 violations');
    expect(stdout).toMatch(/4 appeals:\s1 upheld, 1 rejected, 2 pending/);
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  test('a spreadsheet gets a row for each', () => {
    const rows = courtesy('appeals', '--format', 'csv').stdout.trim().split('\r\n');
    expect(rows).toHaveLength(5);
    expect(rows[1]).toContain('calls/a.txt,a,,3,3,5,acme/brush-off,不知道,1,3号,2026-02-18,upheld,王主管');
  });

  test('other suppressions are no false accusations: what they silence was not found', () => {
    write('calls/b.suppress.yaml', '- {rule: slow, turn: 3, reason: 设备慢}\n');
    const { rules } = appeals();
    expect(rules).toMatchObject([{}, { rule: 'acme/slow', found: 1, rejected: 1 }]);
  });

  test('of two appeals about one violation, the one that is upheld counts', () => {
    write(
      'calls/b.suppress.yaml',
      appeal('slow', 3, ', decision: rejected') + appeal('slow', 3, ', decision: upheld'),
    );
    const [, slow] = appeals().rules.sort((a: { rule: string }, b: { rule: string }) =>
      a.rule < b.rule ? -1 : 1,
    );
    expect(slow).toMatchObject({ found: 2, appealed: 2, upheld: 1, rejected: 1 });
  });
});

test('of several conversations in a file, an appeal names one by its id', () => {
  const turns = [{ role: 'agent', text: '不知道' }];
  write('calls/c.jsonl', ['x', 'y'].map((id) => JSON.stringify({ id, agent: '7号', turns })).join('\n'));
  write(
    'calls/c.suppress.yaml',
    '- {rule: brush-off, id: y, turn: 1, reason: x, appeal: {by: 7号, decision: upheld}}\n',
  );
  expect(found().filter((one) => /^[xy]/.test(one))).toEqual(['x 1 acme/brush-off']);
  expect(appeals().appeals).toMatchObject([{ id: 'y', agent: '7号', violations: [{ line: 2 }] }]);
});

test('without appeals it says how one is written; without transcripts it stops', () => {
  expect(courtesy('appeals').stdout).toContain('appeal: {by: AGENT');
  rmSync(path.join(folder, 'calls'), { recursive: true });
  mkdirSync(path.join(folder, 'calls'));
  expect(courtesy('appeals').status).toBe(2);
});
