import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { displayWidth } from '../report/width.ts';
import { courtesyIn, writeIn } from './testing.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-diff-'));
  mkdirSync(path.join(folder, 'calls'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => writeIn(folder, name, text);

/** A pack of this name with these rules. */
const pack = (name: string, ...rules: string[]): string =>
  [
    `pack: ${name}`,
    'title: 示例',
    'version: 1.0.0',
    'language: zh',
    'rules:',
    ...rules.map((rule) => `  ${rule}`),
    '',
  ].join('\n');

/** Conversations of which each is what one agent says, in one file. */
function said(...replies: [agent: string, text: string][]): void {
  const lines = replies.map(([agent, text], at) =>
    JSON.stringify({
      id: `c${at + 1}`,
      agent,
      turns: [
        { role: 'customer', text: '几点开门？' },
        { role: 'agent', text },
      ],
    }),
  );
  write('calls/all.jsonl', `${lines.join('\n')}\n`);
}

const diff = (...args: string[]) =>
  courtesyIn(folder, ['diff', 'old.yaml', 'new.yaml', 'calls', '--locale', 'en', ...args]);

function compared() {
  const { status, stdout, stderr } = diff('--format', 'json');
  return { status, stderr, ...JSON.parse(stdout) };
}

/** What changes and why, as people read it. */
function whys(old: string[], next: string[]): string[] {
  write('old.yaml', pack('old', ...old));
  write('new.yaml', pack('new', ...next));
  return compared().rules.map(
    ({ change, rule, why, count }: Record<string, string>) => `${change} ${count} ${rule}: ${why}`,
  );
}

const forbid = (keys: string): string => `x: {severity: error, points: 5, forbid: {${keys}}}`;

describe('why a violation comes or goes', () => {
  beforeEach(() => said(['3号', '我不知道，稍等。'], ['7号', '稍等。']));

  test.each([
    [
      'a new rule',
      [],
      ['x: {severity: error, points: 5, forbid: {phrases: [稍等]}}'],
      ['new 2 new/x: new rule'],
    ],
    ['a rule that is gone', [forbid('phrases: [不知道]')], [], ['gone 1 old/x: rule removed']],
    [
      'a phrase more',
      [forbid('phrases: [不知道]')],
      [forbid('phrases: [不知道, 稍(等|候)]')],
      ['new 2 new/x: phrase added: 稍(等|候)'],
    ],
    [
      'a phrase less',
      [forbid('phrases: [不知道, 稍等]')],
      [forbid('phrases: [不知道]')],
      ['gone 2 old/x: phrase removed: 稍等'],
    ],
    [
      'an exception more',
      [forbid('phrases: [不知道]')],
      [forbid('phrases: [不知道], except: [我不知道]')],
      ['gone 1 old/x: now excused by "我不知道"'],
    ],
    [
      'an exception less',
      [forbid('phrases: [不知道], except: [我不知道]')],
      [forbid('phrases: [不知道]')],
      ['new 1 new/x: no longer excused by "我不知道"'],
    ],
    [
      'another charge',
      [forbid('phrases: [不知道]')],
      ['x: {severity: warning, points: 8, cap: 9, veto: true, forbid: {phrases: [不知道]}}'],
      ['charged 1 new/x: severity error → warning, points 5 → 8, cap none → 9, veto no → yes'],
    ],
    [
      'another rule for the same words',
      [forbid('phrases: [不知道]')],
      ['y: {severity: error, points: 5, forbid: {phrases: [不知道]}}'],
      ['moved 1 new/y: was found by old/x'],
    ],
    [
      'another place',
      [forbid('phrases: [稍等]')],
      ['x: {severity: error, points: 5, where: {first: 1 turns}, forbid: {phrases: [稍等]}}'],
      [expect.stringMatching(/^gone 2 old\/x: not applicable now \(/)],
    ],
    [
      'an answer that counts',
      ['x: {severity: error, points: 5, respond: {to: [几点], with: [谢谢]}}'],
      ['x: {severity: error, points: 5, respond: {to: [几点], with: [谢谢, 我不知道]}}'],
      ['gone 1 old/x: "我不知道" now counts'],
    ],
    [
      'a phrase that finds more of the same',
      [forbid('phrases: [不知道]')],
      [forbid('phrases: [我不知道]')],
      [],
    ],
  ])('%s', (_, old, next, expected) => {
    expect(
      whys(['keep: {forbid: {phrases: [无]}}', ...old], ['keep: {forbid: {phrases: [无]}}', ...next]),
    ).toEqual(expected);
  });

  test('nothing changes between a pack and itself, whatever it is called', () => {
    expect(whys([forbid('phrases: [不知道, 稍等]')], [forbid('phrases: [不知道, 稍等]')])).toEqual([]);
    const { stdout, status } = diff();
    expect([status, stdout]).toEqual([0, '2 transcripts: nothing changes.\n']);
  });
});

describe('what changes', () => {
  beforeEach(() => {
    said(['3号', '我不知道，稍等。'], ['7号', '稍等。'], ['3号', '九点。'], ['9号', '九点。']);
    write('old.yaml', pack('acme', 'brush-off: {severity: error, points: 30, forbid: {phrases: [不知道]}}'));
    write(
      'new.yaml',
      pack(
        'acme',
        'brush-off: {severity: error, points: 30, forbid: {phrases: [稍等]}}',
        'sorry: {severity: info, points: 2, forbid: {phrases: [我不知道]}}',
      ),
    );
  });

  test('transcripts with their scores before and after; the others leave no trace', () => {
    const { summary, transcripts } = compared();
    expect(transcripts).toMatchObject([
      { id: 'c1', agent: '3号', old: { score: 70, passed: false }, new: { score: 68, passed: false } },
      { id: 'c2', agent: '7号', old: { score: 100, passed: true }, new: { score: 70, passed: false } },
    ]);
    expect(summary).toMatchObject({
      transcripts: 4,
      changed: 2,
      failNow: 1,
      passNow: 0,
      mean: { old: 92.5, new: 84.5 },
    });
  });

  test('agents by how much their mean changes', () => {
    expect(compared().agents).toEqual([
      { agent: '7号', transcripts: 1, old: 100, new: 70, change: -30 },
      { agent: '3号', transcripts: 2, old: 85, new: 84, change: -1 },
    ]);
  });

  test('every change has its place and words, on a screen and in a spreadsheet', () => {
    const [header, ...rows] = diff('--format', 'csv').stdout.trim().split('\r\n');
    expect(header).toContain('score before');
    expect(rows).toContain(
      'calls/all.jsonl,c2,7号,new,acme/brush-off,phrase added: 稍等,2,2,93,稍等,100,70,pass,fail',
    );
    const { stdout } = diff();
    expect(stdout).toMatch(/acme\/brush-off: phrase added: 稍等 +\+2 +calls\/all\.jsonl:1:\d+ +稍等/);
    expect(stdout).toMatch(/calls\/all\.jsonl c2 +7号 +100 pass +70 fail/);
    expect(stdout).toMatch(/1 no longer pass, 0 now\spass/);
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  test('suppressions hold for both', () => {
    write('calls/all.suppress.yaml', '- {rule: brush-off, id: c2, reason: x}\n');
    expect(compared().transcripts.map(({ id }: { id: string }) => id)).toEqual(['c1']);
  });
});

test('two configurations: another pass mark changes who passes, without a violation', () => {
  said(['3号', '不知道。']);
  write('acme.yaml', pack('acme', 'brush-off: {severity: error, points: 10, forbid: {phrases: [不知道]}}'));
  write('old.yaml', 'packs: [./acme.yaml]\n');
  write('new.yaml', 'packs: [./acme.yaml]\npass: 95\n');
  const { transcripts, rules, summary } = compared();
  expect(transcripts).toMatchObject([
    { old: { score: 90, passed: true }, new: { score: 90, passed: false }, changes: [] },
  ]);
  expect([rules, summary.failNow]).toEqual([[], 1]);
  expect(diff('--format', 'csv').stdout).toContain('score only');
});

test('overrides count: a rule that only some conversations have, and what it costs them', () => {
  said(['3号', '不知道。'], ['7号', '谢谢，不知道。']);
  write(
    'acme.yaml',
    pack(
      'acme',
      'x: {severity: error, points: 10, forbid: {phrases: [不知道]}}',
      'keep: {forbid: {phrases: [无]}}',
    ),
  );
  const config = (change: string): string =>
    `packs: [./acme.yaml]\nrules: {x: off}\noverrides: [{files: "**/all.jsonl", rules: {x: {${change}}}}]\n`;
  write('old.yaml', 'packs: [./acme.yaml]\nrules: {x: off}\n');
  write('new.yaml', config('severity: error'));
  expect(compared().rules).toMatchObject([{ change: 'new', rule: 'acme/x', count: 2, why: 'new rule' }]);
  write('old.yaml', config('severity: warning, points: 3'));
  expect(compared().rules).toMatchObject([
    { change: 'charged', count: 2, why: 'severity warning → error, points 3 → 10' },
  ]);
});

test('shipped packs go by their names, and what cannot be is said', () => {
  said(['3号', '不知道。']);
  const run = (...args: string[]) => courtesyIn(folder, ['diff', ...args, '--locale', 'en']);
  expect(run('zh/core', 'zh/hotline', 'calls').status).toBe(0);
  expect(run('zh/core', 'zh/hotlin', 'calls')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('zh/hotlin'),
  });
  expect(run('zh/core', 'zh/hotline').status).toBe(2);
  write('broken.yaml', 'pack: [\n');
  expect(run('zh/core', 'broken.yaml', 'calls')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^broken\.yaml:/),
  });
});
