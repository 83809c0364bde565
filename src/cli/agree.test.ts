import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { xlsxOf } from '../transcript/formats/office.sample.ts';
import { courtesyIn } from './testing.ts';

const PACK = `pack: acme
title: 示例
version: 1.0.0
language: zh
scorecard: {pass: 90}
rules:
  brush-off: {severity: error, points: 20, forbid: {phrases: [不知道]}}
  slow: {severity: warning, points: 4, forbid: {phrases: [稍等]}}
`;
/** Ours: a 100, b 80 and failed, c 96, d 80 and failed. */
const SAID = { a: '九点。', b: '我不知道。', c: '稍等。', d: '不知道。' };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-agree-'));
  mkdirSync(path.join(folder, 'calls'));
  write('acme.yaml', PACK);
  for (const [name, said] of Object.entries(SAID))
    write(`calls/${name}.txt`, `客服：您好。\n客户：几点开门？\n客服：${said}\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(path.join(folder, name), content);
}

const agree = (human: string, ...args: string[]) =>
  courtesyIn(folder, ['agree', human, 'calls', '--pack', 'acme.yaml', '--locale', 'en', ...args]);

function compared(human: string) {
  const { status, stdout, stderr } = agree(human, '--format', 'json');
  return { status, stderr, ...JSON.parse(stdout) };
}

const WIDE =
  '文件,得分,是否合格,brush-off,acme/slow\na.txt,100,合格,0,0\nb,70,不合格,1,\ncalls/c.txt,88,不合格,否,违规\n./calls/d.txt,92,合格,未违规,0\n';

describe('a row a conversation', () => {
  test('statistics on pass, scores and rules', () => {
    write('human.csv', WIDE);
    const { status, stderr, cases, pass, scores, rules } = compared('human.csv');
    expect([status, stderr, cases]).toEqual([0, '', 4]);
    // Two of four alike, and by chance (2 × 2 + 2 × 2) ÷ 16 would be.
    expect(pass).toMatchObject({ cases: 4, agreement: 0.5, kappa: 0 });
    // |100 − 100| + |80 − 70| + |96 − 88| + |80 − 92|, in four.
    expect(scores).toMatchObject({ cases: 4, meanAbsoluteDifference: 7.5 });
    expect(rules).toEqual([
      {
        rule: 'acme/brush-off',
        tp: 1,
        fp: 1,
        fn: 0,
        tn: 2,
        precision: 0.5,
        recall: 1,
        agreement: 0.75,
        kappa: 0.5,
      },
      { rule: 'acme/slow', tp: 1, fp: 0, fn: 0, tn: 2, precision: 1, recall: 1, agreement: 1, kappa: 1 },
    ]);
  });

  test('disagreements stand where ours does, with what people said', () => {
    write('human.csv', WIDE);
    const { stdout } = agree('human.csv', '--format', 'csv');
    const rows = stdout.trim().split('\r\n').slice(1);
    expect(rows).toEqual([
      'calls/c.txt,c,,1,,pass or fail,pass,fail,96,88,',
      'calls/d.txt,d,,1,,pass or fail,fail,pass,80,92,',
      'calls/d.txt,d,,3,4,acme/brush-off,violated,kept,80,92,不知道',
    ]);
    expect(agree('human.csv').stdout).toMatch(/calls\/d\.txt:3:4 +acme\/brush-off +violated +kept +不知道/);
  });

  test('a workbook says the same as a CSV', () => {
    write('human.csv', WIDE);
    const cells = WIDE.trim()
      .split('\n')
      .map((line) => line.split(',').map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)));
    write('human.xlsx', xlsxOf({ 评分: cells }));
    const [{ human, ...csv }, { human: other, ...xlsx }] = [compared('human.csv'), compared('human.xlsx')];
    expect([human, other]).toEqual(['human.csv', 'human.xlsx']);
    expect(xlsx).toEqual(csv);
  });

  test('a title may stand above', () => {
    write('human.csv', `二月评分表,,,,\n,,,,\n${WIDE}`);
    expect(compared('human.csv')).toMatchObject({ stderr: '', cases: 4, pass: { agreement: 0.5 } });
  });

  test('pass or fail follows from scores where nothing else says so', () => {
    write('human.csv', 'id;score\na;95\nb;50\nc;89\n');
    const { pass, passFromScore } = compared('human.csv');
    // 89 is below the pack's 90.
    expect([pass.agreement, passFromScore]).toEqual([2 / 3, true]);
    expect(agree('human.csv').stdout).toContain('pass mark');
  });

  test('κ of a single class is said to be undefined, and is never NaN', () => {
    write('human.csv', 'id,passed,brush-off\na,pass,0\nc,pass,0\n');
    const { stdout } = agree('human.csv');
    expect(stdout).toContain('not defined: both put all into one class');
    expect(stdout).toMatch(/acme\/brush-off .*–$/m);
    expect(stdout).not.toContain('NaN');
    expect(compared('human.csv').pass.kappa).toBeNull();
  });
});

describe('a row a rule', () => {
  test('what is listed as kept was rated; what is not listed was not', () => {
    write('human.csv', '编号,规则,违规\na,brush-off,否\nb,brush-off,是\nd,acme/slow,0\n');
    const { rules } = compared('human.csv');
    expect(rules).toMatchObject([
      { rule: 'acme/brush-off', tp: 1, fp: 0, fn: 0, tn: 1 },
      { rule: 'acme/slow', tp: 0, fp: 0, fn: 0, tn: 1 },
    ]);
  });

  test('where only violations are listed, the rest was kept', () => {
    write('human.csv', '编号,规则\nb,brush-off\nb,slow\nd,\n');
    expect(compared('human.csv').rules).toMatchObject([
      { rule: 'acme/brush-off', tp: 1, fp: 1, fn: 0, tn: 0 },
      { rule: 'acme/slow', tp: 0, fp: 0, fn: 1, tn: 1 },
    ]);
  });
});

describe('what does not fit is told', () => {
  test('rows without a conversation and conversations without a row', () => {
    write('human.csv', 'file,score\na.txt,95\nother.txt,95\n');
    const { unmatched, unrated } = compared('human.csv');
    expect(unmatched).toEqual([{ line: 3, file: 'other.txt', id: null }]);
    expect(unrated).toMatchObject({ count: 3, first: [{ file: 'calls/b.txt', id: 'b' }, {}, {}] });
    expect(agree('human.csv').stdout).toMatch(/1 row matches no transcript: 3 \(other\.txt\)/);
  });

  test('a row that means several conversations counts for none', () => {
    mkdirSync(path.join(folder, 'calls/old'));
    write('calls/old/a.txt', '客服：不知道。\n');
    write('human.csv', 'file,score\na.txt,95\nold/a.txt,70\n');
    const { cases, stderr, unmatched } = compared('human.csv');
    expect([cases, unmatched]).toEqual([1, []]);
    expect(stderr).toMatch(/^human\.csv:2: matches 2 transcripts \(calls\/a\.txt, calls\/old\/a\.txt/m);
  });

  test.each([
    ['a score', '120', 'is no score', 3],
    ['pass or fail', '85,maybe', 'does not tell whether it passed', 6],
    ['a rule', '85,pass,✓', 'does not tell whether the rule was violated', 11],
  ])('%s that cannot be understood, at its place', (_, cells, words, column) => {
    write('human.csv', `id,score,passed,brush-off\nb,95,pass,1\na,${cells}\n`);
    const { status, stderr, cases } = compared('human.csv');
    expect([status, cases]).toEqual([0, 2]);
    const [place, ...said] = stderr.split(': ');
    expect(place).toBe(`human.csv:3:${column}`);
    expect(said.join(': ')).toContain(words);
  });

  test('columns that name no rule, with the one that was meant', () => {
    write('human.csv', 'id,score,brush-of,note\na,95,1,whatever\n');
    const { stderr, rules } = compared('human.csv');
    expect(rules).toEqual([]);
    expect(stderr).toMatch(/human\.csv:1:10: .*"brush-of".*Did you mean "brush-off"/);
    expect(stderr).toMatch(/human\.csv:1:19: .*"note".*not used/);
    expect(stderr).not.toContain('whatever');
  });

  test.each([
    ['nothing', '', 'has no ratings'],
    ['no id', 'agent,score\n1,95\n', 'no column that names the transcript (found: agent, score)'],
    ['no ratings', 'id,score2\n', 'has no ratings'],
    ['only names', 'id\na\n', 'no column of ratings'],
    ['nobody we know', 'id,score\nz,95\n', 'none of 1 row matches'],
    ['a broken workbook', 'PK\u0003\u0004', 'cannot be read'],
  ])('%s stops with the reason', (_, text, words) => {
    const name = text.startsWith('PK') ? 'human.xlsx' : 'human.csv';
    write(name, text);
    const { status, stderr, stdout } = agree(name);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
  });
});

test('what a table holds is text: no terminal obeys it, no spreadsheet calculates it', () => {
  const hostile = '\u001b[31m=1+1';
  write('human.csv', `id,score,brush-off,${hostile}\nb,95,0,1\n${hostile},5,,\n`);
  for (const format of ['table', 'csv', 'md', 'json']) {
    const { status, stdout, stderr } = agree('human.csv', '--format', format);
    expect([status, `${stdout}${stderr}`]).toEqual([0, expect.not.stringContaining('\u001b')]);
  }
  write('human.csv', `${hostile},score\nb,95\n`);
  expect(agree('human.csv').stderr).not.toContain('\u001b');
});

test('a file is written whole, next to what the screen shows', () => {
  write('human.csv', WIDE);
  const { stdout } = agree('human.csv', '--format', 'table', '--format', 'md=agree.md');
  expect(stdout).toContain('Overall');
  expect(readFileSync(path.join(folder, 'agree.md'), 'utf8')).toMatch(
    /^## .*\n[\s\S]*\| acme\/brush-off \| 1 \| 1 \| 0 \| 2 \|/,
  );
  const { status, stderr } = agree('human.csv', '--format', 'pdf');
  expect([status, stderr]).toEqual([2, expect.stringContaining('table, json, csv, md')]);
});
