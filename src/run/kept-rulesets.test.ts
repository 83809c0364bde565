import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { courtesyIn, writeIn } from '../cli/testing.ts';

const PACK = (word: string): string => `pack: acme/desk
title: 公司规范
version: 1.0.0
language: zh
extends: [zh/core]
rules:
  words:
    title: 公司禁用语
    severity: error
    forbid:
      phrases:
        - ${word}
`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-kept-'));
  writeIn(folder, 'a.txt', '坐席：您好，请问有什么可以帮您？\n客户：退款办了吗？\n坐席：退款看运气吧\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Wherever the system keeps caches, it is below this folder. */
const HOME = (): NodeJS.ProcessEnv => ({
  HOME: folder,
  USERPROFILE: folder,
  LOCALAPPDATA: folder,
  XDG_CACHE_HOME: '',
});
const check = (): string =>
  courtesyIn(folder, ['check', 'a.txt', '--pack', 'acme.yaml', '--format', 'compact'], { env: HOME() })
    .stdout;
const rulesets = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /ruleset-\w+\.bin$/.test(file));

test('a pack that extends a shipped one is kept, wherever it is, until it is changed', () => {
  writeIn(folder, 'acme.yaml', PACK('看运气'));
  expect(check()).toContain('acme/desk/words');
  expect(rulesets()).toHaveLength(1);
  expect(check()).toContain('acme/desk/words');
  expect(rulesets()).toHaveLength(1);
  writeIn(folder, 'acme.yaml', PACK('不作数'));
  expect(check()).not.toContain('acme/desk/words');
});
