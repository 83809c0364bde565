import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { courtesyIn } from '../cli/testing.ts';

const PACK = `pack: acme
title: 示例
version: 1.0.0
language: zh
rules:
  brush-off: {severity: error, points: 5, forbid: {phrases: [不知道]}}
`;
const FILES = 20;
const EACH = 50;
let folder = '';

const conversation = (id: number): string =>
  JSON.stringify({ id: String(id), turns: [{ role: 'agent', text: id % 2 ? '不知道。' : '九点开门。' }] });

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-sample-'));
  mkdirSync(path.join(folder, 'calls'));
  writeFileSync(path.join(folder, 'courtesy.yaml'), 'packs: [acme.yaml]\n');
  writeFileSync(path.join(folder, 'acme.yaml'), PACK);
  for (let file = 0; file < FILES; file++) {
    const lines = Array.from({ length: EACH }, (_, index) => `${conversation(file * EACH + index)}\n`);
    writeFileSync(path.join(folder, `calls/${file}.jsonl`), lines.join(''));
  }
  writeFileSync(
    path.join(folder, 'calls/0.suppress.yaml'),
    Array.from({ length: EACH / 2 }, (_, id) => `- {rule: brush-off, id: "${2 * id + 1}", reason: x}\n`).join(
      '',
    ),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function courtesy(args: string[], input = '') {
  const { status, stdout, stderr } = courtesyIn(
    folder,
    ['check', ...args, '--format', 'json', '--locale', 'en'],
    { input },
  );
  return { status, stderr, report: stdout === '' ? null : JSON.parse(stdout) };
}

const drawn = (args: string[]): string[] =>
  courtesy(args).report.transcripts.map(({ id }: { id: string }) => id);

test('a share draws about so many, and says how many of how many', () => {
  const { report, stderr } = courtesy(['calls', '--sample', '10%', '--seed', '7']);
  const { transcripts, sampled } = report.summary;
  expect(transcripts).toBeGreaterThan(70);
  expect(transcripts).toBeLessThan(130);
  expect(sampled).toEqual({ share: 0.1, seed: 7, of: FILES * EACH });
  expect(stderr).toContain(`${transcripts} of ${FILES * EACH}`);
  // What was not looked at says nothing of what silences it.
  expect(stderr).not.toContain('it can go');
});

test('the same ones in any order, by any name, among any others', () => {
  const all = drawn(['calls', '--sample', '10%', '--seed', '7']).sort();
  const names = Array.from({ length: FILES }, (_, file) => `./calls/${FILES - 1 - file}.jsonl`);
  expect(drawn([...names, '--sample', '10%', '--seed', '7']).sort()).toEqual(all);
  expect(drawn([path.join(folder, 'calls'), '--sample', '10%', '--seed', '7']).sort()).toEqual(all);
  const some = drawn(['calls/3.jsonl', 'calls/4.jsonl', '--sample', '10%', '--seed', '7']);
  expect(all).toEqual(expect.arrayContaining(some));
  expect(drawn(['calls', '--sample', '20%', '--seed', '7'])).toEqual(expect.arrayContaining(all));
});

test('another seed draws others; none is one, too', () => {
  const args = ['calls', '--sample', '10%'];
  expect(drawn(args)).toEqual(drawn([...args, '--seed', '0']));
  expect(drawn(args)).not.toEqual(drawn([...args, '--seed', '1']));
});

test('a number draws so many, and more where there are not as many', () => {
  const { report } = courtesy(['calls', '--sample', '37']);
  expect(report.summary).toMatchObject({
    transcripts: 37,
    sampled: { count: 37, seed: 0, of: FILES * EACH },
  });
  const more = drawn(['calls', '--sample', '200']);
  const ids = report.transcripts.map(({ id }: { id: string }) => id);
  expect(more).toHaveLength(200);
  expect(more).toEqual(expect.arrayContaining(ids));
  expect(drawn(['calls/1.jsonl', '--sample', '5000'])).toHaveLength(EACH);
  expect(drawn(['calls/1.jsonl', '--sample', '100%'])).toHaveLength(EACH);
});

test.each([
  ['5% of standard input', ['-', '--sample', '100%'], 1, ''],
  ['a number of standard input', ['-', '--sample', '3'], 2, 'read only once'],
  ['none drawn', ['-', '--sample', '0.0001%'], 2, '--sample 1'],
  ['a seed alone', ['-', '--seed', '3'], 2, '--sample'],
  ['no share', ['-', '--sample', '0%'], 2, '--sample'],
  ['more than all', ['-', '--sample', '101%'], 2, '--sample'],
  ['half a conversation', ['-', '--sample', '1.5'], 2, '--sample'],
  ['no number', ['-', '--sample', 'few'], 2, '--sample'],
])('%s', (_, args, status, words) => {
  const result = courtesy([...args, '--input-format', 'neutral'], `${conversation(1)}\n`);
  expect([result.status, result.stderr]).toEqual([status, expect.stringContaining(words)]);
});
