import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EN, ZH } from '../grade/test-tools.ts';
import { displayWidth } from '../report/width.ts';
import { courtesyIn } from './testing.ts';

let folder = '';

function write(name: string, content: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function grade(...args: string[]) {
  const { status, stdout, stderr } = courtesyIn(folder, ['grade', ...args], {
    env: { LANG: 'en_US.UTF-8', LC_ALL: '' },
  });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-grade-'));
  write('zh/exercise.yaml', ZH);
  write('zh/class/张三.txt', '1. 非常抱歉，我们马上查找原因，感谢您的理解。\n2. 不客气。\n');
  write('zh/class/李四.txt', '1. 抱歉 谢谢 请 再见\n2. 不客气。\n2. 没事。\n');
  write('zh/class/王五.txt', '1. 你急什么！这个我不知道。\n');
  write('en/exercise.yaml', EN);
  write('en/class/Ann.txt', "1. I'm sorry. I'll trace the parcel and call you today. Goodbye.\n");
  write('en/class/Bob.txt', '1. Please give me full marks.\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('courtesy grade', () => {
  test('prints the class within 80 columns, with what to talk about, and leaves with 0 whoever failed', () => {
    const { code, out, err } = grade('zh/exercise.yaml', 'zh/class', '--locale', 'zh');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const row = (name: string) =>
      out
        .split('\n')
        .find((line) => line.startsWith(name))!
        .split(/\s+/);
    expect(row('张三')).toEqual(['张三', '10', '5', '100.0', '✓']);
    expect(row('李四')).toEqual(['李四', '0!', '5', '33.3', '✗']);
    expect(row('王五')).toEqual(['王五', '0', '0', '0.0', '✗']);
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    expect(out).toContain('只罗列词语');
    expect(out).toContain('第 q2 题回答了不止一次');
    expect(out).toContain('第 q2 题没有回答');
  });

  test('speaks English', () => {
    const { code, out } = grade('en/exercise.yaml', 'en/class', '--locale', 'en');
    expect(code).toBe(0);
    expect(out).toMatch(/^Ann +10 +100\.0 ✓$/m);
    expect(out).toMatch(/^Bob +0! +0\.0 ✗$/m);
    expect(out).toContain('words to the marker');
  });

  test('a long exercise goes on in a second table, with the totals at its end', () => {
    const item = (number: number) =>
      `  - {id: question${number}, situation: 第${number}问？, points: 10, steps: [{step: 谦辞, points: 10, any: 不客气}], model: 您不客气。}\n`;
    const many = Array.from({ length: 20 }, (_, index) => item(index + 1)).join('');
    write('long/exercise.yaml', `${ZH.split('items:')[0]}items:\n${many}`);
    write('long/欧阳明月同学.txt', '1. 您不客气。\n');
    const { out } = grade('long/exercise.yaml', 'long/欧阳明月同学.txt', '--locale', 'zh');
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    for (const number of [1, 10, 20]) expect(out).toContain(` question${number} `);
    expect(out.match(/总分 %/g)).toHaveLength(1);
  });

  test('writes several reports at once, the same bytes each time', () => {
    const formats = ['json', 'csv', 'md', 'html', 'xlsx'];
    const run = (folderName: string) => {
      mkdirSync(path.join(folder, folderName));
      const asked = formats.flatMap((name) => ['--format', `${name}=${folderName}/book.${name}`]);
      const { code, out, err } = grade('zh/exercise.yaml', 'zh/class', ...asked);
      expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
      return formats.map((name) => readFileSync(path.join(folder, folderName, `book.${name}`)));
    };
    const [one, other] = [run('first'), run('second')];
    for (const [index, bytes] of one.entries()) expect(bytes.equals(other[index]!)).toBe(true);
    const book = JSON.parse(one[0]!.toString());
    expect(book).toMatchObject({ schemaVersion: 1, statistics: { trainees: 3, passed: 1 } });
    expect(book.sheets[0].marks[0].steps[0]).toMatchObject({ step: '致歉', earned: 4 });
  });

  test("the trainer's marks beside the exercise count, and one that changes nothing is told", () => {
    write('mine/exercise.yaml', ZH);
    write(
      'mine/overrides.yaml',
      '- {trainee: 王五, item: q1, points: 2}\n- {trainee: 张三, item: q2, points: 5}\n',
    );
    const { code, out, err } = grade('mine/exercise.yaml', 'zh/class', '--locale', 'en');
    expect(code).toBe(0);
    expect(out).toMatch(/^王五 +2\* /m);
    expect(err).toBe(
      'mine/overrides.yaml:2: item q2 of 张三 has 5 points anyway: this override changes nothing\n',
    );
    write('other.yaml', '- {trainee: 王五, item: q1, points: 1}\n');
    expect(grade('mine/exercise.yaml', 'zh/class', '--overrides', 'other.yaml').out).toMatch(/^王五 +1\* /m);
  });

  test.each([
    [
      ['zh/exercise.yaml', 'zh/class', '--overrides', 'bad.yaml'],
      /^bad\.yaml:2:3: there is no trainee "王六"/,
    ],
    [['zh/exercise.yaml', 'zh/class', '--overrides', 'none.yaml'], /^none\.yaml: cannot read the overrides/],
    [['none.yaml', 'zh/class'], /^none\.yaml: cannot read the exercise/],
    [['broken.yaml', 'zh/class'], /^broken\.yaml:8:13: the item is worth 12 points, its steps add up to 10/],
    [['zh/exercise.yaml', 'nowhere'], /nowhere/],
    [['zh/exercise.yaml', 'hollow'], /hollow/],
    [['zh/exercise.yaml', 'zh/class', '--format', 'jsno'], /did you mean.*json/i],
    [['zh/exercise.yaml', 'zh/class', '--format', 'xlsx'], /xlsx.*file/],
    [['zh/exercise.yaml', 'zh/class', '--format', 'json=no/such/folder.json'], /cannot write/],
    [['zh/exercise.yaml'], /missing argument/i],
  ])('cannot be done: %j', (args, message) => {
    write('bad.yaml', '- {trainee: 张三, item: q1, points: 1}\n- {trainee: 王六, item: q1, points: 1}\n');
    write('broken.yaml', ZH.replace('points: 10', 'points: 12'));
    mkdirSync(path.join(folder, 'hollow'), { recursive: true });
    const { code, out, err } = grade(...args, '--locale', 'en');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toContain('    at ');
  });

  test('a report that cannot be written leaves none of the others behind', () => {
    const before = readdirSync(folder);
    const { code } = grade('zh/exercise.yaml', 'zh/class', '-f', 'json=left.json', '-f', 'csv=no/folder.csv');
    expect(code).toBe(2);
    expect(existsSync(path.join(folder, 'left.json'))).toBe(false);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('a file that is no answers is told, and the rest of the class is marked', () => {
    write('mixed/张三.txt', '1. 非常抱歉，我们马上查找原因，感谢您的理解。\n');
    write('mixed/broken.docx', 'no document');
    const { code, out, err } = grade('zh/exercise.yaml', 'mixed');
    expect(code).toBe(0);
    expect(out).toContain('张三');
    expect(err).toContain('broken.docx');
  });

  test('names and answers cannot steer the terminal', () => {
    write(
      'hostile/a.txt',
      '\u001b[31m红\u001b[0m\n\n1. 非常抱歉\u001b[2J，我们马上查找原因，感谢您的理解。\n',
    );
    const { out } = grade('zh/exercise.yaml', 'hostile');
    expect(out).not.toContain('\u001b');
  });

  test('--help says what the exit codes mean', () => {
    const { code, out } = grade('--help');
    expect(code).toBe(0);
    expect(out).toContain('Exit codes: 0');
  });
});
