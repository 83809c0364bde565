import { describe, expect, test } from 'vitest';
import { rule } from './testing.ts';

describe('forbid', () => {
  test('judges the roles it names, one violation a place, the longest of those that overlap', async () => {
    const judge = await rule('forbid: {phrases: [不知道, 我不知道啊, 等着]}');
    expect(judge('C: 我不知道\nA: 我不知道啊,你等着\nB: 等着').found).toEqual([
      '2:我不知道啊',
      '2:等着',
      '3:等着',
    ]);
  });

  test('does not judge what is quoted, unless it is asked to', async () => {
    const turn = 'A: 您说的“不知道”是指哪一项?';
    expect((await rule('forbid: {phrases: [不知道]}'))(turn).outcome).toBe('pass');
    expect((await rule('quoted: true\nforbid: {phrases: [不知道]}'))(turn).outcome).toBe('fail');
  });

  test('an exception cancels what it covers, as far as its gaps reach', async () => {
    const judge = await rule('forbid:\n  phrases: [别家…(差|坑)]\n  except: [您觉得别家…, 不是说别家]');
    expect(judge('A: 您觉得别家很差吗').outcome).toBe('pass');
    expect(judge('A: 您觉得怎么样。别家很差').outcome).toBe('fail');
    expect(judge('A: 不是说别家很差').outcome).toBe('fail');
  });

  test('alone counts only where it is the whole turn', async () => {
    const judge = await rule('forbid: {alone: [没有]}');
    expect(judge('A: 没有啊。').outcome).toBe('fail');
    expect(judge('A: 没有问题').outcome).toBe('pass');
  });

  test('an apology in the same breath softens, one after the customer has spoken does not', async () => {
    const judge = await rule('forbid: {phrases: [没办法], unless: [抱歉]}');
    expect(judge('A: 没办法\nA: 很抱歉').outcome).toBe('pass');
    expect(judge('A: 没办法\nC: 什么\nA: 很抱歉').outcome).toBe('fail');
    expect(judge('A: 没办法\nS: 会话将在一分钟后关闭\nA: 很抱歉').outcome).toBe('pass');
  });

  test('looks only where it is told, and says why it does not apply', async () => {
    const opening = await rule('where: {opening: 1}\nforbid: {phrases: [喂]}');
    expect(opening('A: 您好\nC: 在吗\nA: 喂').outcome).toBe('pass');
    const heard = await rule('when: {heard: [投诉]}\nforbid: {phrases: [随便]}');
    expect(heard('C: 你好\nA: 随便').outcome).toBe('na');
    expect(heard('A: 随便\nC: 我要投诉\nA: 好的').outcome).toBe('pass');
    expect(heard('C: 我要投诉\nA: 随便').found).toEqual(['2:随便']);
    const meta = await rule('when: {meta: {channel: phone}}\nforbid: {phrases: [喂]}');
    expect(meta('A: 喂').reason).toContain('channel');
    expect(meta('A: 喂', { channel: 'phone' }).outcome).toBe('fail');
  });

  test('hears a syllable written in another character, and says so', async () => {
    const judge = await rule('forbid: {phrases: [不知道]}');
    const { violations } = judge('A: 我不知到');
    expect(violations[0]).toMatchObject({ text: '不知到' });
    expect(violations[0]!.message).toContain('by sound');
  });
});
