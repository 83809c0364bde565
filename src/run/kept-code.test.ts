import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { courtesyIn, writeIn } from '../cli/testing.ts';

const CONVERSATION = '坐席：您好，请问有什么可以帮您？\n客户：退款办了吗？\n坐席：您的退款已办好，再见。\n';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-code-'));
  writeIn(folder, 'short.txt', CONVERSATION);
  writeIn(folder, 'long.txt', `${CONVERSATION}---\n`.repeat(36_000));
  mkdirSync(path.join(folder, 'many'));
  writeIn(folder, 'many/a.txt', CONVERSATION);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = (input: string): void => {
  const env = { HOME: folder, USERPROFILE: folder, LOCALAPPDATA: folder, XDG_CACHE_HOME: '' };
  expect(courtesyIn(folder, ['check', input, '--format', 'jsonl=out.jsonl'], { env }).status).toBe(0);
};
/** By name, what is kept of compiled code. */
const kept = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /code-[^/\\]+\.bin$/.test(file))
      .map((file) => [path.basename(file), readFileSync(path.join(folder, file), 'latin1')]),
  );

test('compiled code is kept for short runs and for long ones, and taken as it is by the next', () => {
  check('short.txt');
  const first = kept();
  expect(Object.keys(first)).toHaveLength(1);
  check('long.txt');
  const both = kept();
  expect(Object.keys(both).filter((file) => file.includes('-long'))).not.toHaveLength(0);
  expect(both).toMatchObject(first);
  check('long.txt');
  check('many');
  check('short.txt');
  expect(kept()).toEqual(both);
}, 60_000);
