import { describe, expect, test } from 'vitest';
import { openLocale } from '../locale/index.ts';
import { splitTexts } from '../phrase/texts.ts';
import { compile } from './compile.ts';
import { parsePack, type Shelf } from './load.ts';
import { PackError } from './problem.ts';
import { resolveLoaded, resolvePacks } from './resolve.ts';
import type { LoadedPack } from './shape.ts';

const HEAD = 'pack: acme\ntitle: 示例\nversion: 1.0.0\nlanguage: zh\n';

async function shelf(...packs: string[]): Promise<Shelf & { all: LoadedPack[] }> {
  const all = await Promise.all(packs.map((text, index) => parsePack(`${index}.yaml`, text)));
  return {
    all,
    names: () => all.map(({ spec }) => spec.pack),
    get: async (name) => all.find(({ spec }) => spec.pack === name) ?? null,
  };
}

async function ruleset(...packs: string[]) {
  const shipped = await shelf(...packs);
  return compile(await resolveLoaded([shipped.all.at(-1)!], shipped));
}

/** Every problem as `line:column words`. */
async function problems(yaml: string): Promise<string[]> {
  const en = await openLocale('en');
  try {
    await ruleset(yaml);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${en.say(message)}`);
  }
  return [];
}

describe('a pack with a mistake is refused at its place', () => {
  test.each([
    [
      'an unknown key',
      `${HEAD}rules:\n  a:\n    forbid: {phrases: [x]}\n    severty: error\n`,
      '8:5 unknown key "severty"; did you mean "severity"?',
    ],
    [
      'an unknown key of a kind',
      `${HEAD}rules:\n  a:\n    forbid:\n      phrases: [好]\n      exept: [x]\n`,
      '9:7 unknown key "exept"; did you mean "except"?',
    ],
    [
      'a wrong value',
      `${HEAD}rules:\n  a:\n    severity: 严重\n    forbid: {phrases: [好]}\n`,
      '7:15 the value "严重" is wrong',
    ],
    ['a missing key', 'pack: acme\ntitle: x\nrules: {}\n', '1:1 the key "version" is missing'],
    ['no kind', `${HEAD}rules:\n  a:\n    title: t\n`, '6:3 the rule has no kind'],
    [
      'two kinds',
      `${HEAD}rules:\n  a:\n    forbid: {phrases: [好]}\n    require: {any: [好]}\n`,
      '6:3 a rule has one kind',
    ],
    [
      'an unknown list',
      `${HEAD}lists: {greeting: [您好]}\nrules:\n  a:\n    forbid:\n      phrases: [早, <greetin>呀]\n`,
      '9:20 no list or entity "greetin"; did you mean "greeting"?',
    ],
    [
      'a list inside itself',
      `${HEAD}lists: {a: [<b>], b: [<a>]}\nrules:\n  a:\n    forbid: {phrases: [<a>]}\n`,
      'a list contains itself: a → b → a',
    ],
    [
      'a bracket left open',
      `${HEAD}rules:\n  a:\n    forbid:\n      phrases:\n        - 不归(我管\n`,
      '9:13 ")" is missing',
    ],
    [
      'a habit from regular expressions',
      `${HEAD}rules:\n  a:\n    forbid: {phrases: [(您)?好的]}\n`,
      'write [x] for what may be left out',
    ],
    [
      'a pattern that RE2 refuses',
      `${HEAD}rules:\n  a:\n    forbid: {phrases: ["/(?=a)b/"]}\n`,
      'no look-around',
    ],
    [
      'a phrase that can never match',
      `${HEAD}rules:\n  a:\n    forbid: {phrases: [不$知道]}\n`,
      'can never match',
    ],
    [
      'a phrase that its exception covers',
      `${HEAD}rules:\n  a:\n    forbid: {phrases: [知道], except: [知道]}\n`,
      'always covered by the exception',
    ],
    [
      'a phrase of nothing',
      `${HEAD}rules:\n  a:\n    forbid: {phrases: ["。。"]}\n`,
      'has nothing to look for',
    ],
    ['a key written twice', `${HEAD}rules: {}\nrules: {}\n`, '6:1 this key stands twice'],
    ['text that is no YAML', `${HEAD}rules: {a: [}\n`, 'not valid YAML'],
    [
      'a duration that is none',
      `${HEAD}rules:\n  a:\n    timing: {measure: silence, max: 很久}\n`,
      'is no duration',
    ],
  ])('%s', async (_, yaml, expected) => {
    const found = await problems(yaml);
    expect(found.join('\n')).toContain(expected);
  });

  test('and every mistake of the pack is told at once', async () => {
    const found = await problems(
      `${HEAD}rules:\n  a:\n    forbid: {phrases: [<x>]}\n  b:\n    forbid: {phrases: [<y>]}\n`,
    );
    expect(found).toHaveLength(2);
  });

  test('a bomb of aliases does not go off', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`,
    );
    expect((await problems(`l0: &l0 [x]\n${levels.join('\n')}\n`)).join()).toContain('not valid YAML');
  });
});

describe('phrases may begin with a bracket', () => {
  test.each([
    ['in a block list', 'phrases:\n        - [这个|那个]不归我管  # 说明\n        - 你好'],
    ['in a flow list', 'phrases: [[这个|那个]不归我管, (这|那)[个|件事]不归我[们]管, 你好]'],
    ['over several lines', 'phrases: [[这个|那个]不归我管,\n        你好]'],
    ['quoted', 'phrases: ["[这个|那个]不归我管", 你好]'],
  ])('%s', async (_, phrases) => {
    const { book } = await ruleset(`${HEAD}rules:\n  a:\n    forbid:\n      ${phrases}\n`);
    const sources = splitTexts(book.sources);
    expect(sources).toContain('[这个|那个]不归我管');
    expect(sources).toContain('你好');
  });

  test('and a mistake in one still stands where the author wrote it', async () => {
    const [first] = await problems(
      `${HEAD}rules:\n  a:\n    forbid:\n      phrases: [[这]不归我管, [那]不归<nobody>管]\n`,
    );
    expect(first).toMatch(/^8:/);
    expect(first).toContain('no list or entity "nobody"');
  });

  test('and nested lists stay lists', async () => {
    const { rules } = await ruleset(
      `${HEAD}rules:\n  a:\n    require: {all: [[谢谢, 感谢], [再见]]}\n  b:\n    forbid: {phrases: [[x]你好]}\n`,
    );
    expect((rules[0]!.body as { all: unknown[] }).all).toHaveLength(2);
  });
});

describe('a pack that extends another', () => {
  const parent =
    'pack: zh/base\ntitle: 基础\nversion: 1.0.0\nlanguage: zh\nlists: {unit: [甲公司]}\nrules:\n  name:\n    points: 3\n    clauses: [x.1]\n    require: {any: [<unit>]}\n  rude:\n    forbid: {phrases: [滚]}\n';
  const child = (body: string): string =>
    `pack: acme\ntitle: 子\nversion: 1.0.0\nlanguage: zh\nextends: [zh/base]\n${body}`;

  test('keeps the parent rules under their own ids', async () => {
    const { rules } = await ruleset(parent, child('rules: {}\n'));
    expect(rules.map(({ id }) => id)).toEqual(['zh/base/name', 'zh/base/rude']);
  });

  test('changes points and adds clauses without writing the rule out', async () => {
    const { rules } = await ruleset(parent, child('rules:\n  name: {points: 9, clauses: [y.2]}\n'));
    expect(rules[0]).toMatchObject({ id: 'zh/base/name', points: 9, clauses: ['x.1', 'y.2'] });
    expect(rules[0]!.overriddenAt).toEqual([{ file: '1.yaml', line: 7 }]);
  });

  test('replaces a rule that it writes out', async () => {
    const { rules } = await ruleset(parent, child('rules:\n  rude:\n    forbid: {phrases: [走开]}\n'));
    expect(rules.map(({ id }) => id)).toEqual(['zh/base/name', 'acme/rude']);
  });

  test('switches a rule off', async () => {
    const { rules } = await ruleset(parent, child('rules:\n  rude: {severity: off}\n'));
    expect(rules.map(({ id }) => id)).toEqual(['zh/base/name']);
  });

  test('puts its own words into the parent lists', async () => {
    const { book } = await ruleset(parent, child('lists: {unit: [乙公司]}\nrules: {}\n'));
    expect(splitTexts(book.literals)).toContain('乙公司');
    expect(splitTexts(book.literals)).not.toContain('甲公司');
  });

  test('is refused where it leads back to itself', async () => {
    const loop = (name: string, other: string): string =>
      `pack: zh/${name}\ntitle: t\nversion: 1.0.0\nextends: [zh/${other}]\n`;
    const shipped = await shelf(loop('a', 'b'), loop('b', 'a'));
    await expect(resolvePacks(['zh/a'], '.', shipped)).rejects.toThrow(PackError);
  });
});

test('lists of packs that only run side by side stay apart', async () => {
  const one = (pack: string, word: string): string =>
    `pack: ${pack}\ntitle: t\nversion: 1.0.0\nlists: {words: [${word}]}\nrules:\n  a:\n    forbid: {phrases: [<words>吧]}\n`;
  const shipped = await shelf(one('x/a', '走'), one('y/b', '滚'));
  const { book } = await compile(await resolvePacks(['x/a', 'y/b'], '.', shipped));
  expect(book.ruleOf).toHaveLength(2);
});

test('a rule that one pack replaces stays for another that extends the same parent', async () => {
  const base = 'pack: zh/base\ntitle: t\nversion: 1.0.0\nrules:\n  rude:\n    forbid: {phrases: [滚]}\n';
  const own =
    'pack: x/own\ntitle: t\nversion: 1.0.0\nextends: [zh/base]\nrules:\n  rude:\n    forbid: {phrases: [走开]}\n';
  const kept = 'pack: y/kept\ntitle: t\nversion: 1.0.0\nextends: [zh/base]\nrules:\n  rude: {points: 7}\n';
  const shipped = await shelf(base, own, kept);
  const ids = async (...names: string[]) =>
    (await compile(await resolvePacks(names, '.', shipped))).rules.map(({ id }) => id);
  expect(await ids('x/own')).toEqual(['x/own/rude']);
  expect(await ids('x/own', 'y/kept')).toEqual(['zh/base/rude', 'x/own/rude']);
});
