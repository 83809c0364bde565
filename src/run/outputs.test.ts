import { execFileSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { courtesyIn, writeIn } from '../cli/testing.ts';

const BIN = fileURLToPath(new URL('../../bin/courtesy.js', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-outputs-'));
  writeIn(folder, 'a.txt', '坐席：您好，请问有什么可以帮您？\n客户：谢谢\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

describe('a report into a place that is there already', () => {
  test('goes through a pipe and leaves it a pipe', () => {
    const script = `mkfifo pipe && { cat pipe > read & }; "$1" "$2" check a.txt --format jsonl=pipe; wait`;
    execFileSync('sh', ['-c', script, 'sh', process.execPath, BIN], { cwd: folder, timeout: 20_000 });
    expect(JSON.parse(inFolder('read'))).toMatchObject({ file: 'a.txt', turns: 2 });
    expect(lstatSync(path.join(folder, 'pipe')).isFIFO()).toBe(true);
  });

  test('goes where a link leads, which stays a link', () => {
    writeIn(folder, 'kept/report.jsonl', 'old');
    symlinkSync(path.join('kept', 'report.jsonl'), path.join(folder, 'link'));
    courtesyIn(folder, ['check', 'a.txt', '--format', 'jsonl=link']);
    expect(JSON.parse(inFolder('kept/report.jsonl'))).toMatchObject({ file: 'a.txt' });
    expect(lstatSync(path.join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect(readdirSync(path.join(folder, 'kept'))).toEqual(['report.jsonl']);
  });
});
