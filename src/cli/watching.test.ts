import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/courtesy.js', import.meta.url));
const PACK = `pack: acme
title: 示例
version: 1.0.0
language: zh
extends: [./base.yaml]
rules:
  brush-off:
    severity: error
    points: 5
    forbid: {phrases: [不知道]}
    examples: {bad: [我不知道], good: [知道]}
`;
const BASE = `pack: base
title: 底子
version: 1.0.0
language: zh
rules:
  slow:
    severity: error
    points: 5
    forbid: {phrases: [稍等]}
    examples: {bad: [请稍等], good: [好]}
`;
let folder = '';
let child: ChildProcess;
let out = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-watch-'));
  mkdirSync(path.join(folder, 'calls'));
  write('courtesy.yaml', 'packs: [acme.yaml]\n');
  write('acme.yaml', PACK);
  write('base.yaml', BASE);
  write('calls/a.txt', '客服：我不知道。\n');
});
afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill();
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

/** As careful editors save: written beside its place and moved there. */
function write(name: string, text: string): void {
  writeFileSync(path.join(folder, `${name}~`), text);
  renameSync(path.join(folder, `${name}~`), path.join(folder, name));
}

function start(...args: string[]): void {
  out = '';
  child = spawn(process.execPath, [BIN, ...args, '--locale', 'en'], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', GITHUB_ACTIONS: '' },
  });
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text) => (out += text));
}

/** What came until the run was over that `doing` made happen. */
async function run(doing: () => void = () => {}): Promise<string> {
  const from = out.length;
  doing();
  return vi.waitFor(
    () => {
      const text = out.slice(from);
      expect(text).toContain('until Ctrl-C\n');
      return text;
    },
    { timeout: 15_000, interval: 50 },
  );
}

describe('check --watch', () => {
  test('runs again for inputs, packs and what they extend; goes on where one is broken', async () => {
    start('check', 'calls', '--watch', '--format', 'compact', '--format', 'json=calls/out.json');
    expect(await run()).toContain('calls/a.txt:1:5');
    expect(await run(() => write('calls/b.txt', '客服：我不知道。\n'))).toContain('calls/b.txt:1:5');
    expect(await run(() => write('base.yaml', BASE.replace('稍等', '不知')))).toContain('base/slow');
    const broken = await run(() => write('acme.yaml', PACK.replace('phrases:', 'phrase:')));
    expect(broken).toContain('acme.yaml:10:');
    expect(broken).not.toContain('calls/');
    expect(await run(() => write('acme.yaml', PACK.replace('不知道', '不清楚')))).not.toContain(
      'acme/brush-off',
    );
    expect(await run(() => write('courtesy.yaml', 'packs: [acme.yaml]\nrules: {slow: off}\n'))).not.toContain(
      'slow',
    );
    const silent = '- {rule: slow, turn: 1, reason: x}\n';
    expect(await run(() => write('calls/b.suppress.yaml', silent))).toContain('b.suppress.yaml');
    expect(out).not.toContain('\u001b');
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    expect(await ended).toEqual([null, 'SIGINT']);
  });

  test.each([
    ['standard input', ['check', '-', '--watch'], 'standard input'],
    ['nothing', ['check', '--watch'], 'no file'],
  ])('%s is not watched', (_, args, words) => {
    child = { exitCode: 2 } as ChildProcess;
    const { status, stderr } = spawnSync(process.execPath, [BIN, ...args, '--locale', 'en'], {
      cwd: folder,
      input: '',
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
  });
});

test('test --watch runs the examples again', async () => {
  start('test', '--watch');
  expect(await run()).toContain('0 failures');
  expect(await run(() => write('acme.yaml', PACK.replace('我不知道', '我知道')))).toContain(
    'acme.yaml:7: acme/brush-off',
  );
});
