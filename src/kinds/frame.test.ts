import { describe, expect, test } from 'vitest';
import { rule } from './testing.ts';

const both = (need: string, within = 'sentence'): string =>
  `frame: {of: [报一下], opens: [请, 麻烦], closes: [好吗, 谢谢], need: ${need}, within: ${within}}`;

describe('frame', () => {
  test.each([
    ['opens', '请报一下', true],
    ['opens', '报一下好吗', false],
    ['closes', '报一下号码,好吗', true],
    ['either', '报一下号码,好吗', true],
    ['either', '报一下号码', false],
    ['both', '请报一下号码,好吗', true],
    ['both', '请报一下号码', false],
  ])('need %s: %s', async (need, text, passes) => {
    const judge = await rule(both(need));
    expect(judge(`A: ${text}`).outcome).toBe(passes ? 'pass' : 'fail');
  });

  test('looks as far as it is told', async () => {
    const text = 'A: 报一下号码。谢谢';
    expect((await rule(both('either')))(text).outcome).toBe('fail');
    expect((await rule(both('either', 'turn')))(text).outcome).toBe('pass');
    expect((await rule(both('either', '2 turns')))('A: 报一下号码\nC: 8821\nA: 谢谢').outcome).toBe('pass');
  });

  test('with no request it is not applicable', async () => {
    expect((await rule(both('either')))('A: 您好').outcome).toBe('na');
  });
});
