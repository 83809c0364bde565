import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLocale } from '../locale/index.ts';
import { parsePack } from '../pack/load.ts';
import { answersTo } from './init.ts';
import { filesFor } from './init-templates.ts';

const BIN = fileURLToPath(new URL('../../bin/courtesy.js', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function courtesy(...args: string[]) {
  const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', NO_COLOR: '1', GITHUB_ACTIONS: '' };
  return spawnSync(process.execPath, [BIN, ...args], { cwd: folder, encoding: 'utf8', input: '', env });
}

describe.each(['zh', 'en'])('courtesy init in %s', (locale) => {
  test('leads to a pack that holds and a conversation that fails by its rule', () => {
    const { status, stdout } = courtesy('init', '--yes', '--locale', locale);
    expect(status).toBe(0);
    expect(stdout).toContain('courtesy test packs/company.yaml');
    expect(existsSync(path.join(folder, '.github/workflows/courtesy.yml'))).toBe(true);
    expect(courtesy('test').status).toBe(0);
    const checked = courtesy('check', 'calls', '--format', 'compact');
    expect(checked.status).toBe(1);
    expect(checked.stdout).toContain('company/go-ask');
    expect(courtesy('explain', 'go-ask').status).toBe(0);
  });

  test('asks nothing without a terminal, and touches nothing that is there', () => {
    writeFileSync(path.join(folder, 'courtesy.yaml'), 'pass: 90\n');
    const { status, stdout } = courtesy('init', '--locale', locale);
    expect(status).toBe(0);
    expect(stdout).toMatch(/(exists|已有) {2}courtesy\.yaml/);
    expect(readFileSync(path.join(folder, 'courtesy.yaml'), 'utf8')).toBe('pass: 90\n');
    expect(readdirSync(folder).sort()).toEqual(['.github', 'calls', 'courtesy.yaml', 'packs']);
  });
});

describe('answers', () => {
  const answers = async (...given: string[]) => {
    const questions: string[] = [];
    const found = await answersTo(
      async (question) => {
        questions.push(question);
        return given.shift() ?? '';
      },
      await openLocale('zh'),
    );
    return { ...found, questions };
  };

  test('nothing but Enter', async () => {
    expect(await answers()).toMatchObject({
      language: 'zh',
      extend: 'zh/hotline',
      pack: 'company',
      units: ['unit'],
    });
  });

  test('what is no answer is asked again', async () => {
    const { language, extend, company, questions } = await answers('7', '2', '', 'Acme');
    expect([language, extend, company, questions.length]).toEqual(['en', 'en/core', 'Acme', 4]);
  });

  test('the list of the pack that is extended', async () => {
    const { questions } = await answers();
    const water = /^ {2}(\d+) .*zh\/water$/m.exec(questions[1]!)![1]!;
    expect(await answers('', water, '清泉')).toMatchObject({ units: ['water-unit'], pack: '清泉' });
  });

  test.each([
    'Acme [&] "Co" <x>',
    '../../etc/passwd',
    '/a.*/',
    'C:\\x',
    '甲（乙）|丙…',
    '😀',
    'a'.repeat(500),
  ])('the company %s', async (name) => {
    const found = await answers('1', '', name);
    const pack = filesFor(found, '0.1.0').find(({ file }) => file.startsWith('packs/'))!;
    expect(pack.file).toMatch(/^packs\/[\p{L}\p{N}-]+\.yaml$/u);
    writeFileSync(path.join(folder, 'acme.yaml'), pack.text);
    expect((await parsePack('acme.yaml', pack.text)).spec.pack).toBe(found.pack);
    const { status, stdout, stderr } = courtesy('test', 'acme.yaml');
    expect([status, stdout + stderr]).toEqual([0, expect.any(String)]);
  });
});
