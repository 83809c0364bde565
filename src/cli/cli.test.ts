import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/courtesy.js', import.meta.url));
let folder = '';

const PACK = `pack: acme
title: 示例
version: 1.2.3
language: zh
source: 示例规范
rules:
  brush-off:
    title: 不推诿
    severity: error
    points: 5
    cap: 8
    section: 用语
    clauses: [x.1]
    forbid: {phrases: [不知道]}
    instead: 我核实一下。
    examples: {bad: [不知道], good: [知道]}
  slow:
    title: 少说稍等
    severity: warning
    points: 2
    forbid: {phrases: [稍等]}
    examples: {bad: [稍等], good: [好]}
  insult:
    title: 不辱骂
    severity: error
    points: 10
    veto: true
    forbid: {phrases: [滚开]}
    examples: {bad: [滚开], good: [好]}
`;
const GOOD = '客服：您好。\n客户：几点开门？\n客服：九点。\n';
const BAD = '客服：您好。\n客户：几点开门？\n客服：我不知道，稍等。\n';

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return name;
}

function courtesy(args: string[], options: { input?: string | Buffer; env?: Record<string, string> } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: folder,
    input: options.input,
    encoding: 'utf8',
    env: {
      ...process.env,
      LANG: 'en_US.UTF-8',
      LC_ALL: '',
      GITHUB_ACTIONS: '',
      NO_COLOR: '',
      FORCE_COLOR: '',
      ...options.env,
    },
  });
  return { status, stdout, stderr };
}

const json = (args: string[], input?: string | Buffer) => {
  const result = courtesy([...args, '--pack', 'acme.yaml', '--format', 'json'], { input });
  return { ...result, report: JSON.parse(result.stdout) };
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-cli-'));
  write('acme.yaml', PACK);
  write('good.txt', GOOD);
  write('bad.txt', BAD);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('exit codes', () => {
  test.each([
    ['nothing found', ['check', 'good.txt', '--pack', 'acme.yaml'], 0],
    ['an error', ['check', 'bad.txt', '--pack', 'acme.yaml'], 1],
    ['check is the default command', ['bad.txt', '--pack', 'acme.yaml'], 1],
    ['errors let pass', ['bad.txt', '--pack', 'acme.yaml', '--fail-on', 'never'], 0],
    ['too many warnings', ['bad.txt', '--pack', 'acme.yaml', '--fail-on', 'never', '--max-warnings', '0'], 1],
    [
      'warnings within bounds',
      ['bad.txt', '--pack', 'acme.yaml', '--fail-on', 'never', '--max-warnings', '1'],
      0,
    ],
    ['a score too low', ['bad.txt', '--pack', 'acme.yaml', '--fail-on', 'never', '--min-score', '95'], 1],
    ['no input', ['check', '--pack', 'acme.yaml'], 2],
    ['a missing file', ['check', 'nowhere.txt', '--pack', 'acme.yaml'], 2],
    ['a missing pack', ['check', 'bad.txt', '--pack', 'zh/nowhere'], 2],
    ['an unknown option', ['check', 'bad.txt', '--no-such-option'], 2],
    ['an unknown format', ['check', 'bad.txt', '--pack', 'acme.yaml', '--format', 'jsn'], 2],
    ['help', ['--help'], 0],
    ['the version', ['--version'], 0],
  ])('%s', (_, args, status) => {
    expect(courtesy(args).status).toBe(status);
  });

  test('no rule for the language is no silent pass', () => {
    write('en.txt', 'Agent: Hello, how can I help you today?\nCustomer: I want to cancel my order.\n');
    const { status, stderr } = courtesy(['en.txt', '--pack', 'acme.yaml']);
    expect(status).toBe(2);
    expect(stderr).toContain('no rule');
  });

  test('a name that no file can have is one that is not there', () => {
    const { status, stderr } = courtesy(['a'.repeat(5000), '--pack', 'acme.yaml']);
    expect(status).toBe(2);
    expect(stderr).toContain('no such file or folder');
  });

  test('an unknown format says what was meant', () => {
    expect(courtesy(['bad.txt', '--pack', 'acme.yaml', '--format', 'jsn']).stderr).toContain('json');
  });
});

describe('the JSON contract', () => {
  test('has the keys and the values of the contract', () => {
    const { report } = json(['bad.txt']);
    expect(Object.keys(report)).toEqual([
      'schemaVersion',
      'tool',
      'packs',
      'summary',
      'transcripts',
      'errors',
    ]);
    expect(report.packs).toEqual([{ name: 'acme', version: '1.2.3', rules: 3 }]);
    expect(report.summary).toEqual({
      files: 1,
      transcripts: 1,
      turns: 3,
      errors: 1,
      warnings: 1,
      infos: 0,
      score: 93,
      passed: false,
    });
    const [transcript] = report.transcripts;
    expect(transcript).toMatchObject({
      file: 'bad.txt',
      id: 'bad',
      language: 'zh',
      turns: 3,
      score: 93,
      scoreBeforeVeto: 93,
      vetoedBy: null,
      passed: true,
      sections: [{ name: '用语', score: 95 }],
      checks: { passed: 1, failed: 2, notApplicable: 0 },
    });
    expect(transcript.violations[0]).toMatchObject({
      rule: 'acme/brush-off',
      kind: 'forbid',
      severity: 'error',
      points: 5,
      clauses: ['x.1'],
      turn: 3,
      role: 'agent',
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 8,
      text: '不知道',
      instead: '我核实一下。',
    });
  });

  test('a veto makes the score 0 and keeps the one before', () => {
    write('veto.txt', '客服：滚开！\n客户：你！\n');
    const [transcript] = json(['veto.txt']).report.transcripts;
    expect(transcript).toMatchObject({
      score: 0,
      scoreBeforeVeto: 90,
      vetoedBy: 'acme/insult',
      passed: false,
    });
  });

  test('points stop at the cap', () => {
    write('cap.txt', '客服：不知道。不知道。不知道。\n');
    const [transcript] = json(['cap.txt']).report.transcripts;
    expect(transcript.violations.map(({ points }: { points: number }) => points)).toEqual([5, 3, 0]);
    expect(transcript.score).toBe(92);
  });

  test('every rule is listed with its outcome when asked for', () => {
    const [transcript] = json(['bad.txt', '--all-checks']).report.transcripts;
    expect(
      transcript.checkList.map(({ rule, outcome }: { rule: string; outcome: string }) => [rule, outcome]),
    ).toEqual([
      ['acme/brush-off', 'fail'],
      ['acme/slow', 'fail'],
      ['acme/insult', 'pass'],
    ]);
  });

  test('the same input gives the same bytes', () => {
    expect(json(['bad.txt', 'good.txt']).stdout).toBe(json(['bad.txt', 'good.txt']).stdout);
  });
});

describe('positions are those of the file', () => {
  const text = '客服：您好😀，我不知道。\n';
  test.each([
    ['UTF-8', Buffer.from(text), 1, 10],
    ['a BOM', Buffer.from(`\ufeff${text}`), 1, 10],
    ['CRLF', Buffer.from(`客户：在吗\r\n${text.replace('\n', '\r\n')}`), 2, 10],
    ['CR alone', Buffer.from(`客户：在吗\r${text.replace('\n', '\r')}`), 2, 10],
    ['GB18030', iconv.encode(text, 'gb18030'), 1, 10],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), 1, 10],
    ['traditional characters', Buffer.from('客服：您好😀，我不知道。\n'.replace('知道', '知道')), 1, 10],
    ['full width and spaces', Buffer.from('客服：ＡＢ 我 不 知 道。\n'), 1, 9],
  ])('%s', (name, bytes, line, column) => {
    write('place.txt', bytes);
    const [violation] = json(['place.txt']).report.transcripts[0].violations;
    expect([name, violation.line, violation.column]).toEqual([name, line, column]);
    expect(violation.text.replaceAll(' ', '')).toBe('不知道');
  });
});

describe('inputs', () => {
  test('standard input', () => {
    expect(json(['-'], BAD).report.transcripts[0]).toMatchObject({ file: '-', score: 93 });
  });

  test('a broken file is told on stderr and the rest goes on', () => {
    write('batch/a.txt', BAD);
    write('batch/b.jsonl', '{"id": "x", "turns": [{"role": "agent", "text": "不知道"}]}\n{broken\n');
    const { report, stderr, status } = json(['batch']);
    expect(report.transcripts).toHaveLength(2);
    expect(report.errors).toHaveLength(1);
    expect(stderr).toContain('batch/b.jsonl:2');
    expect(status).toBe(1);
  });

  test('a text without labels is one agent, and says so', () => {
    const { stderr, report } = json(['-'], '这个我不知道。\n');
    expect(report.transcripts[0].violations[0].role).toBe('agent');
    expect(stderr).not.toBe('');
  });

  test('the customer is not judged', () => {
    expect(json(['-'], '客户：我不知道\n客服：好的\n').report.summary.errors).toBe(0);
  });
});

describe('what people read', () => {
  test('no colours where nobody looks, none under NO_COLOR, colours when forced', () => {
    const args = ['bad.txt', '--pack', 'acme.yaml'];
    expect(courtesy(args).stdout).not.toContain('\u001b[');
    expect(courtesy(args, { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[');
    expect(courtesy(args, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain('\u001b[');
  });

  test('in the language that the environment or the user asks for', () => {
    const args = ['bad.txt', '--pack', 'acme.yaml'];
    expect(courtesy(args).stdout).toContain('do not say');
    expect(courtesy(args, { env: { LANG: 'zh_CN.UTF-8' } }).stdout).toContain('不应说');
    expect(courtesy([...args, '--locale', 'zh']).stdout).toContain('不应说');
  });

  test('no stack trace for a mistake, one under --debug', () => {
    const args = ['bad.txt', '--pack', 'zh/nowhere'];
    expect(courtesy(args).stderr).not.toContain('    at ');
    expect(courtesy([...args, '--debug']).stderr).toContain('    at ');
  });

  test('--quiet keeps notes back, not what went wrong', () => {
    const args = ['-', 'nowhere.txt', '--pack', 'acme.yaml', '--max-warnings', '0', '--quiet'];
    const { stderr, status } = courtesy(args, { input: '这个我不知道，稍等。\n' });
    expect(courtesy(args.slice(0, -1), { input: '这个我不知道，稍等。\n' }).stderr).toContain('no speaker');
    expect(stderr).not.toContain('no speaker');
    expect(stderr).toContain('nowhere.txt');
    expect(stderr).toContain('--max-warnings');
    expect(status).toBe(1);
  });

  test('--timing tells on stderr what phases and rules took, and changes no report', () => {
    const args = ['good.txt', 'bad.txt', '--pack', 'acme.yaml', '--format', 'jsonl', '--quiet'];
    const plain = courtesy(args);
    const timed = courtesy([...args, '--timing']);
    expect([timed.status, timed.stdout]).toEqual([plain.status, plain.stdout]);
    expect(plain.stderr).toBe('');
    for (const phase of ['load packs', 'read, decode', 'judge', 'forbid', 'write reports'])
      expect(timed.stderr).toMatch(new RegExp(`^ +${phase} +\\d+\\.\\d ms +\\d+\\.\\d %$`, 'm'));
    expect(timed.stderr).toMatch(/ms +\d+\.\d % +1 +1 {2}acme\/brush-off$/m);
    expect(timed.stderr).toMatch(/ms +\d+\.\d % +0 +0 {2}acme\/insult$/m);
    for (const line of timed.stderr.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('terminal escapes of a transcript do not reach the terminal', () => {
    const { stdout } = courtesy(['-', '--pack', 'acme.yaml'], {
      input: '客服：\u001b[31m不知道\u001b]0;x\u0007\n',
    });
    expect(stdout).toContain('不知道');
    for (const control of ['\u001b', '\u0007']) expect(stdout).not.toContain(control);
  });
});

describe('the other commands', () => {
  test('test runs the examples and fails on one that does not hold', () => {
    expect(courtesy(['test', 'acme.yaml']).status).toBe(0);
    write('wrong.yaml', PACK.replace('bad: [不知道]', 'bad: [知道]'));
    const { status, stdout } = courtesy(['test', 'wrong.yaml']);
    expect(status).toBe(1);
    expect(stdout).toContain('acme/brush-off');
  });

  test('rules lists them as JSON', () => {
    const rules = JSON.parse(courtesy(['rules', 'acme.yaml', '--format', 'json']).stdout);
    expect(rules[0]).toEqual({
      pack: 'acme',
      id: 'acme/brush-off',
      kind: 'forbid',
      severity: 'error',
      points: 5,
      title: '不推诿',
      clauses: ['x.1'],
    });
  });

  test('explain shows where a rule is defined, and finds the one that was meant', () => {
    expect(courtesy(['explain', 'brush-off', '--pack', 'acme.yaml']).stdout).toContain('acme.yaml:7');
    const { status, stderr } = courtesy(['explain', 'acme/brush-of', '--pack', 'acme.yaml']);
    expect(status).toBe(2);
    expect(stderr).toContain('acme/brush-off');
  });

  test('why shows the words found', () => {
    const { stdout } = courtesy(['why', 'bad.txt', '--rule', 'brush-off', '--pack', 'acme.yaml']);
    expect(stdout).toContain('found "不知道"');
  });

  test('convert writes what the neutral reader reads back', () => {
    write('converted.jsonl', courtesy(['convert', 'bad.txt']).stdout);
    const { report } = json(['converted.jsonl']);
    expect(report.transcripts[0]).toMatchObject({ id: 'bad', turns: 3, score: 93 });
  });

  test('a report goes to a file, whole', () => {
    const { stdout } = courtesy([
      'bad.txt',
      '--pack',
      'acme.yaml',
      '--format',
      'json=out.json',
      '--format',
      'stylish',
    ]);
    expect(JSON.parse(readFileSync(path.join(folder, 'out.json'), 'utf8')).summary.errors).toBe(1);
    expect(stdout).toContain('acme/brush-off');
  });
});

describe('courtesy.yaml', () => {
  test('is found upwards from the file and names packs, changes rules and adds labels', () => {
    write(
      'site/courtesy.yaml',
      'packs: [../acme.yaml]\nrules:\n  brush-off: {points: 9}\n  slow: off\nroles: {小美: agent}\n',
    );
    write('site/deep/x.txt', '小美：不知道，稍等。\n客户：哦\n');
    const { stdout } = courtesy(['site/deep/x.txt', '--format', 'json']);
    const { transcripts } = JSON.parse(stdout);
    expect(
      transcripts[0].violations.map(({ rule, points }: { rule: string; points: number }) => [rule, points]),
    ).toEqual([['acme/brush-off', 8]]);
  });

  test('with a mistake stops the run at its place', () => {
    write('broken/courtesy.yaml', 'packs: [../acme.yaml]\nrulse: {}\n');
    write('broken/x.txt', BAD);
    const { status, stderr } = courtesy(['broken/x.txt']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/courtesy\.yaml:2:1: unknown key "rulse"; did you mean "rules"\?/);
  });
});
