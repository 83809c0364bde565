import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemas } from '../docs/schemas.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const courtesy = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(ROOT, 'bin/courtesy.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' },
  });

test('without a configuration all is from the packs and the defaults', () => {
  const { status, stdout } = courtesy('--print-config', 'a.txt');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^# a\.txt ← no courtesy\.yaml$/m);
  expect(stdout).toMatch(/^packs: \[zh\/core, en\/core\] +# default$/m);
  expect(stdout).toMatch(/^pass: 80 +# rule packs$/m);
  expect(stdout).toMatch(/^locale: en +# environment$/m);
});

test('each value names its line, and the whole is YAML', () => {
  const config = [
    'packs: [zh/core]',
    'lists:',
    '  unit: ["艾克米", "a: b"]',
    'rules:',
    '  brush-off: off',
    '  zh/core/greeting:',
    '    points: 1',
    'templates:',
    '  - {files: "bot/*.yml", at: "*.text"}',
    'pass: 90',
    '',
  ].join('\n');
  writeFileSync(path.join(folder, 'courtesy.yaml'), config);
  const { stdout } = courtesy('check', '--print-config', 'a.txt');
  const place = (text: string) => new RegExp(`${text}.*# .*courtesy\\.yaml:(\\d+)$`, 'm').exec(stdout)?.[1];
  expect(['packs:', 'unit:', 'brush-off:', 'greeting:', '- ', 'pass:'].map(place)).toEqual([
    '1',
    '3',
    '5',
    '6',
    '9',
    '10',
  ]);
  expect(parse(stdout)).toEqual({ ...parse(config), locale: 'en' });
  expect(courtesy('--print-config', 'a.txt', '--pack', 'en/core').stdout).toMatch(
    /^packs: \[en\/core\] +# command line$/m,
  );
});

test('a configuration that is not of the form is an error', () => {
  writeFileSync(path.join(folder, 'courtesy.yaml'), 'pakcs: [zh/core]\n');
  const { status, stderr } = courtesy('--print-config', 'a.txt');
  expect([status, stderr]).toEqual([2, expect.stringContaining('did you mean "packs"')]);
});

test('the published schemas are those that check', () => {
  for (const [file, text] of schemas()) expect(readFileSync(path.join(ROOT, file), 'utf8')).toBe(text);
  const config = JSON.parse(schemas().get('schema/config.json')!);
  expect(config.additionalProperties).toBe(false);
  expect(config.properties.pass).toMatchObject({ type: 'number', minimum: 0, maximum: 100 });
  const pack = JSON.parse(schemas().get('schema/pack.json')!);
  expect(pack.required).toEqual(['pack', 'title', 'version']);
  expect(pack.properties.rules.additionalProperties.properties.forbid.properties).toHaveProperty('phrases');
});
