import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-ci-'));
  mkdirSync(path.join(folder, 'calls'));
  writeFileSync(path.join(folder, 'calls/a.txt'), '客服：不知道。\n客户：好。\n');
  // Stands in for the registry: runs this checkout's command, whatever version is asked for.
  const npx = `#!/bin/sh\necho "$2" > asked\nshift 2\nexec '${process.execPath}' '${ROOT}bin/courtesy.js' "$@"\n`;
  writeFileSync(path.join(folder, 'npx'), npx);
  chmodSync(path.join(folder, 'npx'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(process.platform === 'win32')('the GitHub action', () => {
  const { inputs, runs } = parse(read('action.yml'));
  const script = runs.steps.at(-1) as { run: string; env: Record<string, string> };

  function run(given: Record<string, string>) {
    const env = Object.entries(script.env).map(([name, value]) => {
      const input = /inputs\.([\w-]+)/.exec(value)![1]!;
      return [name, given[input] ?? inputs[input].default ?? ''];
    });
    return spawnSync('bash', ['-e', '-c', script.run], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...Object.fromEntries(env),
        PATH: `${folder}:${process.env.PATH}`,
        HOME: folder,
        RUNNER_TEMP: folder,
        GITHUB_STEP_SUMMARY: path.join(folder, 'summary'),
        GITHUB_ACTIONS: 'true',
      },
    });
  }

  test('annotates, fills the job page and fails', () => {
    const { status, stdout } = run({ paths: 'calls', pack: 'zh/core' });
    expect([status, stdout]).toEqual([1, expect.stringContaining('::error file=calls/a.txt')]);
    expect(existsSync(path.join(folder, 'summary'))).toBe(true);
    expect(readFileSync(path.join(folder, 'asked'), 'utf8')).toBe(`courtesy@${version}\n`);
  });

  test('an input is never a command', () => {
    run({ paths: 'calls $(touch hacked); touch hacked', args: '`touch hacked`' });
    expect(existsSync(path.join(folder, 'hacked'))).toBe(false);
  });
});

test('the pages name this version', () => {
  for (const name of ['docs/ci.md', 'action.yml']) expect(read(name)).toContain(version);
  expect(parse(read('.pre-commit-hooks.yaml')).map(({ id }: { id: string }) => id)).toEqual([
    'courtesy',
    'courtesy-test',
  ]);
});
