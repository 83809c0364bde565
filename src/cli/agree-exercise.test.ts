import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const EXERCISE = path.join(ROOT, 'fixtures/exercises/helpdesk/exercise.yaml');
const ANSWERS = path.join(ROOT, 'fixtures/exercises/helpdesk/answers');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-agree-exercise-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function agree(marks: string, ...args: string[]) {
  writeFileSync(path.join(folder, 'marks.csv'), marks);
  return spawnSync(
    process.execPath,
    [
      path.join(ROOT, 'bin/courtesy.js'),
      'agree',
      'marks.csv',
      '--exercise',
      EXERCISE,
      '--locale',
      'en',
      ...args,
    ],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
}

test('a trainer’s marks beside the program’s', () => {
  const marks = 'name,h1,h2,total\nGary Pike,9,1,10\nEmma Clarke,10,10,20\nNobody,1,1,2\nTom Barker,x,,\n';
  const { status, stdout, stderr } = agree(marks, ANSWERS, '--format', 'json');
  expect([status, stderr]).toEqual([0, expect.stringMatching(/^marks\.csv:5: .*"x"/)]);
  const { overall, items, unmatched, unmarked, totals } = JSON.parse(stdout);
  expect(overall.marks).toBe(4);
  expect(items.map(({ item, marks: count }: { item: string; marks: number }) => [item, count])).toEqual([
    ['h1', 2],
    ['h2', 2],
  ]);
  expect(unmatched.map(({ trainee }: { trainee: string }) => trainee)).toEqual(['Nobody', 'Nobody']);
  expect(unmarked).toContain('Tom Barker');
  expect(totals.trainees).toBe(2);
});

test.each([
  ['no answers are named', 'name,h1\nGary Pike,9\n', [], 'answers'],
  ['no mark is of an answer', 'name,h1\nNobody,9\n', [ANSWERS], 'Gary Pike'],
  ['the table has no marks', 'a,b\n1,2\n', [ANSWERS], 'a, b'],
])('where %s, it says so', (_, marks, args, said) => {
  const { status, stdout, stderr } = agree(marks, ...args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(said);
});
