import { afterEach, expect, test, vi } from 'vitest';
import type { Verdict } from '../judge/verdict.ts';
import { github } from './github.ts';
import { print, sample } from './sample.ts';

afterEach(() => vi.unstubAllEnvs());

const [one] = sample.chat.violations;

test('ten of a level at most, the dearest first, and how many more there are', async () => {
  const many: Verdict = {
    ...sample.chat,
    violations: Array.from({ length: 25 }, (_, index) => ({ ...one!, line: index + 1, points: index % 13 })),
  };
  const lines = (await print(github, [many], { in: 'en' })).trimEnd().split('\n');
  expect(lines.map((line) => /line=(\d+)/.exec(line)?.[1])).toEqual([
    '13',
    '12',
    '25',
    '11',
    '24',
    '10',
    '23',
    '9',
    '22',
    '8',
    undefined,
  ]);
  expect(lines.at(-1)).toBe('and 15 more of level error');
});

test('levels, title and escapes are those of the runner', async () => {
  const odd: Verdict = {
    ...sample.chat,
    file: 'a,b:100%.txt',
    violations: [{ ...one!, severity: 'info', message: 'a, b: 100%', instead: undefined }],
  };
  expect(await print(github, [odd])).toBe(
    '::notice file=a%2Cb%3A100%25.txt,line=3,endLine=3,col=52,endColumn=82,title=en/core/blame::a, b: 100%25\n',
  );
});

test('files are named from the top of the repository', async () => {
  vi.stubEnv('GITHUB_WORKSPACE', process.cwd().replace(/[\\/][^\\/]+$/, ''));
  const top = process.cwd().split(/[\\/]/).at(-1);
  expect(await print(github, [sample.chat])).toContain(`file=${top}/chats/week-07/`);
});
