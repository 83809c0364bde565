import { expect, test } from 'vitest';
import { displayWidth } from '../report/width.ts';
import { courtesyIn } from './testing.ts';

const COMMANDS = [
  '',
  'check',
  'test',
  'agree',
  'appeals',
  'diff',
  'grade',
  'baseline',
  'init',
  'why',
  'exercise new',
];

test.each(['zh', 'en'])('help in %s fits 80 columns', (locale) => {
  for (const command of COMMANDS) {
    const words = command.split(' ').filter(Boolean);
    const { stdout, status } = courtesyIn('.', [...words, '--help', '--locale', locale]);
    expect(status).toBe(0);
    expect(stdout.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
  }
});

test('the values of an option are told in the language of the rest', () => {
  const { stdout } = courtesyIn('.', ['check', '--help', '--locale', 'zh']);
  expect(stdout).toMatch(/（可选：error, warning, info,\s+never）（默认：error）/);
});
