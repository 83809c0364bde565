import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { courtesyIn } from '../cli/testing.ts';

/** Long enough for few conversations to be worth several threads. */
const LONG = '一二三四五六七八九'.repeat(70);
const SAID = ['您好,请讲。', `我家宽带断了${LONG}`, '不知道,你自己看吧'];
let outside = '';
let folder = '';

const talk = (number: number): string[] => SAID.map((text, at) => `${text}${(number * 7 + at) % 1000}`);
const line = (number: number): string =>
  number % 100 === 99
    ? '{"turns": ['
    : JSON.stringify({
        id: `c${number % 400}`,
        turns: talk(number).map((text, at) => ({ role: at % 2 ? 'customer' : 'agent', text })),
      });
const row = (number: number): string[] =>
  talk(number).map((text, at) => `${number},${at % 2 ? '客户' : '客服'},"${text}"`);

beforeAll(() => {
  outside = mkdtempSync(path.join(tmpdir(), 'courtesy-pool-'));
  folder = path.join(outside, 'calls');
  mkdirSync(folder);
  const numbers = Array.from({ length: 600 }, (_, number) => number);
  writeFileSync(path.join(folder, 'a.jsonl'), `${numbers.map(line).join('\n')}\n`);
  writeFileSync(path.join(folder, 'b.csv'), `id,role,text\n${numbers.flatMap(row).join('\n')}\n`);
  const labelled = (number: number): string =>
    [...talk(number).map((text, at) => `${at % 2 ? '客户' : '客服'}：${text}\n`), '---\n'].join('');
  // Its last conversations cannot be read.
  const damaged = numbers.map((number) => (number === 500 ? '客服：\0---\n' : labelled(number))).join('');
  const broken = Buffer.from(damaged).map((byte) => (byte === 0 ? 0xff : byte));
  writeFileSync(path.join(folder, 'c.txt'), numbers.map(labelled).join(''));
  writeFileSync(path.join(folder, 'd.txt'), broken);
  writeFileSync(path.join(folder, 'e.jsonl'), '\n'.repeat(1_100_000));
  writeFileSync(path.join(folder, 'f.unknown'), '');
  mkdirSync(path.join(folder, 'small'));
  for (const number of numbers.slice(0, 40))
    writeFileSync(
      path.join(folder, 'small', `${number}.txt`),
      talk(number)
        .map((text, at) => `${at % 2 ? '客户' : '客服'}：${text}`)
        .join('\n'),
    );
  writeFileSync(path.join(folder, 'small', '5.suppress.yaml'), '- {rule: zh/core/no-such, reason: 试}\n');
  writeFileSync(path.join(folder, 'small', '7.txt'), Uint8Array.of(0, 1, 2, 0));
});
afterAll(() => rmSync(outside, { recursive: true, force: true }));

function checked(threads: number, ...formats: string[]) {
  const { status, stdout, stderr } = courtesyIn(folder, [
    'check',
    'missing',
    'small/1.txt',
    'no-more',
    '.',
    ...formats.flatMap((name) => ['--format', name]),
    '--concurrency',
    String(threads),
  ]);
  return { status, stdout, problems: stderr.split('\n') };
}

test('several threads give the same bytes, in the order of the inputs, as one', () => {
  const alone = checked(1, 'jsonl');
  expect(alone.status).toBe(1);
  expect(alone.stdout.split('\n').length).toBe(594 + 600 + 600 + 499 + 39 + 1);
  expect(alone.problems.filter((one) => one.includes('a.jsonl:')).length).toBe(6);
  expect(checked(3, 'jsonl')).toEqual(alone);
});

test('reports of several threads are those of one', () => {
  expect(checked(2, 'json', 'sarif=../two.sarif')).toEqual(checked(1, 'json', 'sarif=../one.sarif'));
  const [one, two] = ['one', 'two'].map((name) => readFileSync(path.join(outside, `${name}.sarif`)));
  expect(two!.equals(one!)).toBe(true);
});

test('a number of threads that is none is refused', () => {
  expect(checked(0, 'jsonl').status).toBe(2);
});
