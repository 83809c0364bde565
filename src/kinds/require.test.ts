import { describe, expect, test } from 'vitest';
import { rule } from './testing.ts';

const FOUR = 'C: 在吗\nA: 什么事\nC: 查话费\nA: 三十';

describe('require', () => {
  test('an absence stands where it was due, with the lines that were looked through', async () => {
    const judge = await rule('where: {opening: 1}\nrequire: {any: [您好]}');
    const { found, violations } = judge(FOUR);
    expect(found).toEqual(['2:-']);
    expect(violations[0]!.searched).toEqual({ fromLine: 2, toLine: 2 });
    expect((await rule('where: {closing: 1}\nrequire: {any: [再见]}'))(FOUR).found).toEqual(['4:-']);
  });

  test('what was not said in a piece from the middle proves nothing', async () => {
    const judge = await rule('where: {opening: 3}\nrequire: {any: [您好]}');
    expect(judge('A: 请讲\nC: 好').outcome).toBe('na');
    expect(judge(FOUR, { partial: true }).outcome).toBe('na');
    expect(judge('A: 请讲\nC: 好', { complete: true }).outcome).toBe('fail');
  });

  test('asks for one of each group, or for so many of them', async () => {
    const all = await rule('require: {all: [[您好], [谢谢, 感谢]]}');
    expect(all('A: 您好\nC: 喂\nA: 感谢\nC: 嗯').outcome).toBe('pass');
    expect(all('A: 您好\nC: 喂\nA: 嗯\nC: 嗯').violations[0]!.message).toContain('谢谢');
    const two = await rule('require: {all: [[您好], [谢谢], [再见]], at-least: 2}');
    expect(two('A: 您好\nC: 喂\nA: 再见\nC: 嗯').outcome).toBe('pass');
  });
});
