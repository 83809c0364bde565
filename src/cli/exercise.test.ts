import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const BIN = fileURLToPath(new URL('../../bin/courtesy.js', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-exercise-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function courtesy(...args: string[]) {
  const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', NO_COLOR: '1', GITHUB_ACTIONS: '' };
  return spawnSync(process.execPath, [BIN, ...args], { cwd: folder, encoding: 'utf8', input: '', env });
}
const draw = (pack: string, ...more: string[]) =>
  courtesy('exercise', 'new', '--pack', pack, '--seed', '7', ...more);
const bytes = (file: string) => readFileSync(path.join(folder, file));
const write = (file: string, text: string | Uint8Array) => writeFileSync(path.join(folder, file), text);

interface Key {
  language: string;
  pack: string;
  items: { id: string; situation: string; points: number; steps: { points: number }[]; model: string[] }[];
}
const keyIn = (file: string): Key => parse(bytes(file).toString());

/** The sheet as a trainee types into it: the name, and an answer in the first line of each box. */
function filledDocx(file: string, name: string, answers: readonly string[]): Uint8Array {
  const parts = unzipSync(new Uint8Array(bytes(file)));
  const answer = [...answers];
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const document = strFromU8(parts['word/document.xml']!)
    .replace(/(Name: |姓名：)<\/w:t><\/w:r>/, (label) => label + run(name))
    // The first line of every box has a rule and follows the box's edge.
    .replace(
      /<\/w:tcPr><w:p><w:pPr><w:pStyle w:val="Answer"\/><\/w:pPr>/g,
      (begin) => begin + run(answer.shift()!),
    );
  return zipSync({ ...parts, 'word/document.xml': strToU8(document) });
}

/** The sheet as a trainee types into it, behind `Answer:`, with the lines to write on left where they are. */
function filledMarkdown(file: string, name: string, answers: readonly string[]): string {
  const answer = [...answers];
  return bytes(file)
    .toString()
    .replace(/^(Name: |姓名：)_+/m, (_, label: string) => label + name)
    .replace(/^(?:Answer:|答：)$/gm, (label) => label + answer.shift()!);
}

describe('courtesy exercise new', () => {
  test('writes a key and two blank sheets, and says how to go on', () => {
    const { status, stdout } = draw('zh/repair', '--count', '12', '--locale', 'zh');
    expect(status).toBe(0);
    expect(stdout).toContain('courtesy grade zh-repair-7.yaml');
    expect(readdirSync(folder).sort()).toEqual(['zh-repair-7.docx', 'zh-repair-7.md', 'zh-repair-7.yaml']);
    const { items, language } = keyIn('zh-repair-7.yaml');
    expect(language).toBe('zh');
    expect(new Set(items.map(({ id }) => id)).size).toBe(12);
    for (const { points, steps } of items) {
      expect(points).toBe(10);
      expect(steps.reduce((sum, step) => sum + step.points, 0)).toBe(10);
    }
    const sheet = bytes('zh-repair-7.md').toString();
    for (const { situation, model } of items) {
      expect(sheet).toContain(situation);
      expect(sheet).not.toContain(model[0]!);
    }
  });

  test('draws the same bytes for the same seed, in any language of messages, and others for another', () => {
    draw('en/core', '--count', '6', '-o', 'a', '--locale', 'zh');
    draw('en/core', '--count', '6', '-o', 'b', '--locale', 'en');
    for (const ending of ['yaml', 'md', 'docx'])
      expect(bytes(`a/en-core-7.${ending}`).equals(bytes(`b/en-core-7.${ending}`)), ending).toBe(true);
    courtesy('exercise', 'new', '--pack', 'en/core', '--count', '6', '--seed', '8', '-o', 'a');
    const ids = (file: string) => keyIn(file).items.map(({ id }) => id);
    expect(ids('a/en-core-8.yaml')).not.toEqual(ids('a/en-core-7.yaml'));
  });

  test('overwrites nothing unless told to', () => {
    write('en-core-7.md', 'mine');
    const refused = draw('en/core');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('en-core-7.md');
    expect(refused.stderr).toContain('--force');
    expect(readdirSync(folder)).toEqual(['en-core-7.md']);
    expect(draw('en/core', '--force').status).toBe(0);
    expect(bytes('en-core-7.md').toString()).toContain('# ');
  });

  test('tells how many there are where more are asked for, and that one pack has to be named', () => {
    const { status, stderr } = draw('en/core', '--count', '99');
    expect(status).toBe(2);
    expect(stderr).toMatch(/only \d+ situations/);
    expect(courtesy('exercise', 'new').status).toBe(2);
    expect(courtesy('exercise', 'new').stderr).toContain('--pack');
    expect(draw('en/core', '--pack', 'zh/repair').status).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe.each([
  ['zh/repair', 'zh-repair-7'],
  ['en/core', 'en-core-7'],
])('a filled-in sheet of %s', (pack, name) => {
  test('is read back: names, and full marks for the models, from Word and from Markdown', () => {
    draw(pack, '--count', '6');
    const answers = keyIn(`${name}.yaml`).items.map(({ model }) => model[0]!);
    mkdirSync(path.join(folder, 'answers'));
    write(`answers/${name}.docx`, filledDocx(`${name}.docx`, 'Zhang San', answers));
    write(`answers/${name}.md`, filledMarkdown(`${name}.md`, 'Li Si', answers));
    write('answers/blank.docx', bytes(`${name}.docx`));
    const { status, stdout } = courtesy(
      'grade',
      `${name}.yaml`,
      'answers',
      '--format',
      'json',
      '--locale',
      'en',
    );
    expect(status).toBe(0);
    const { sheets } = JSON.parse(stdout) as { sheets: { trainee: string; points: number }[] };
    const points = Object.fromEntries(sheets.map((one) => [one.trainee, one.points]));
    expect(points).toEqual({ 'Zhang San': 60, 'Li Si': 60, blank: 0 });
  });
});

describe("a company's own scenarios", () => {
  const pack = (more = '') => `pack: acme
title: 艾克米客服规范
version: 1.0.0
language: zh
extends: [zh/hotline]
scenarios:
  - id: refund
    situation: 客户问：「我的退款怎么还没到？」您怎么回答？
    steps:
      - {step: 致歉, any: [<apology>]}
      - {step: 查询, any: [<handling>]}
      - {step: 告知时间, any: [(今天|明天|小时)]${more}}
    model: 很抱歉让您久等了，我马上帮您查询，今天下班前给您答复。
`;

  test('are drawn with those that it inherits, and the key finds the pack from where it stands', () => {
    mkdirSync(path.join(folder, 'packs'));
    write('packs/acme.yaml', pack());
    expect(draw('packs/acme.yaml', '--count', '15', '-o', 'out/deep').status).toBe(0);
    const key = keyIn('out/deep/acme-7.yaml');
    expect(key.pack).toBe('../../packs/acme.yaml');
    expect(key.items.find(({ id }) => id === 'refund')!.steps.map(({ points }) => points)).toEqual([
      3.5, 3.5, 3,
    ]);
    write('out/a.txt', '1. 您好');
    expect(courtesy('grade', 'out/deep/acme-7.yaml', 'out/a.txt').status).toBe(0);
  });

  test.each([
    ['a model answer that misses a step', (text: string) => text.replace('今天下班前', ''), '告知时间'],
    ['a list that there is not', (text: string) => text.replace('<handling>', '<handlng>'), 'handling'],
    ['points that do not add up', () => pack(', points: 10'), '10'],
  ])('are told at their place for %s, by exercise new and by test', (_, broken, word) => {
    write('acme.yaml', broken(pack()));
    for (const args of [
      ['exercise', 'new', '--pack', 'acme.yaml', '--count', '15'],
      ['test', 'acme.yaml'],
    ]) {
      const { status, stdout, stderr } = courtesy(...args);
      expect(status).not.toBe(0);
      expect(stdout + stderr).toMatch(/acme\.yaml:(?:7|10)/);
      expect(stdout + stderr).toContain(word);
    }
    expect(readdirSync(folder)).toEqual(['acme.yaml']);
  });
});

test('a pack without scenarios asks for rewritings, whose own wordings earn nothing when repeated', () => {
  write(
    'curt.yaml',
    `pack: curt
title: Curt
version: 1.0.0
language: en
rules:
  no-clue:
    forbid: {phrases: [no clue, no idea]}
    instead: Let me find out for you.
    examples: {bad: ["C: Where is my parcel?⏎A: No clue."], good: [Let me see.]}
`,
  );
  expect(draw('curt.yaml', '--count', '1').status).toBe(0);
  const [item] = keyIn('curt-7.yaml').items;
  expect(item!.situation).toContain('“Where is my parcel?”');
  expect(item!.situation).toContain('“No clue.”');
  expect(item!.model).toEqual(['Let me find out for you.']);
  write('Ann.txt', '1. I will find out where it is.\n');
  write('Ben.txt', '1. I have no idea, I will find out.\n');
  const { stdout } = courtesy('grade', 'curt-7.yaml', 'Ann.txt', 'Ben.txt', '--format', 'json');
  const { sheets } = JSON.parse(stdout) as { sheets: { trainee: string; points: number }[] };
  expect(sheets.map(({ trainee, points }) => [trainee, points])).toEqual([
    ['Ann', 10],
    ['Ben', 0],
  ]);
});
