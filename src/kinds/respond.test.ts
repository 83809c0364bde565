import { describe, expect, test } from 'vitest';
import { rule } from './testing.ts';

const COMPLAINT = `
title: 先致歉
respond:
  to: [态度太差, 怎么又坏了]
  with: [对不起, 抱歉]
  never: [你找他去, 我也没办法]
  except: [不是我也没办法]
  alone: [嗯, 哦]
`;

describe('the customer calls for an answer', async () => {
  const judge = await rule(COMPLAINT);

  test.each([
    [
      'the answer may come in the second turn',
      'C: 怎么又坏了\nA: 您的号码是多少\nC: 123\nA: 很抱歉,马上处理',
    ],
    ['several messages in a row are one turn', 'C: 怎么又坏了\nA: 您好\nA: 我看一下\nA: 抱歉让您久等'],
    ['what the agent said before does not count, what follows does', 'A: 您好\nC: 怎么又坏了\nA: 对不起'],
    ['except covers never', 'C: 怎么又坏了\nA: 抱歉,不是我也没办法,是正在修'],
    [
      'a short sign of listening before the answer is no breach',
      'C: 怎么又坏了\nA: 嗯\nC: 昨天才修\nA: 非常抱歉',
    ],
  ])('%s', (_, conversation) => {
    expect(judge(conversation)).toMatchObject({ outcome: 'pass', found: [] });
  });

  test.each([
    ['an absence stands at the first answering turn', 'C: 怎么又坏了\nA: 坏了就修呗', ['2:-']],
    [
      'an answer after the window is too late',
      'C: 怎么又坏了\nA: 号码\nC: 1\nA: 名字\nC: 王\nA: 抱歉',
      ['2:-'],
    ],
    [
      'forbidden words are one violation, not also an absence',
      'C: 你们态度太差\nA: 那你找他去',
      ['2:你找他去'],
    ],
    [
      'forbidden words stay forbidden beside the right ones',
      'C: 怎么又坏了\nA: 抱歉,我也没办法',
      ['2:我也没办法'],
    ],
    ['a curt answer is shown by its words', 'C: 怎么又坏了\nA: 嗯。', ['2:嗯']],
    ['each situation is judged on its own', 'C: 怎么又坏了\nA: 抱歉\nC: 态度太差\nA: 是吗\nC: 是', ['4:-']],
    [
      'triggers in one breath count once',
      'C: 怎么又坏了\nC: 态度太差\nS: 客户已等待 1 分钟\nC: 怎么又坏了\nA: 是吗',
      ['5:-'],
    ],
  ])('%s', (_, conversation, found) => {
    expect(judge(conversation)).toMatchObject({ outcome: 'fail', found });
  });

  test('a violation of absence says what was looked through', () => {
    const { violations } = judge('C: 怎么又坏了\nA: 坏了就修呗\nC: 哎\nA: 修不修');
    expect(violations[0]).toMatchObject({ role: 'agent', searched: { fromLine: 2, toLine: 4 } });
    expect(violations[0]!.message).toContain('怎么又坏了');
  });

  test('nothing is judged where nobody answers or nothing calls for it', () => {
    expect(judge('A: 您好\nC: 怎么又坏了')).toMatchObject({
      outcome: 'na',
      reason: expect.stringContaining('ends'),
    });
    expect(judge('C: 查话费\nA: 三十')).toMatchObject({
      outcome: 'na',
      reason: expect.stringContaining('did not arise'),
    });
  });

  test('a transcript that says it is cut proves no absence, but shows what was said', () => {
    expect(judge('C: 怎么又坏了\nA: 稍等', { partial: true }).outcome).toBe('na');
    expect(judge('C: 怎么又坏了\nA: 你找他去', { partial: true }).outcome).toBe('fail');
  });
});

test('a bot answers for the agent only where the rule is about bots', async () => {
  const conversation = 'C: 怎么又坏了\nB: 抱歉\nA: 坏了就修呗';
  expect((await rule(COMPLAINT))(conversation).outcome).toBe('pass');
  expect((await rule(`${COMPLAINT}by: agent`))(conversation).found).toEqual(['3:-']);
});

describe('the agent calls for it with their own words', async () => {
  const judge = await rule(`
respond:
  to: {by: agent, phrases: [录错了, 晚(半个小时|点)到]}
  all: [[抱歉, 对不起], [更正, 谅解]]
`);

  test('the whole breath counts, before the trigger too, and the next turn', () => {
    expect(judge('A: 非常抱歉\nA: 刚才给您录错了,马上更正').outcome).toBe('pass');
    expect(judge('A: 录错了\nC: 啊\nA: 对不起,马上更正').outcome).toBe('pass');
    expect(judge('A: 录错了\nC: 啊\nA: 嗯\nC: 喂\nA: 对不起,马上更正').found).toEqual(['1:-']);
  });

  test('the missing groups are named', () => {
    const { violations } = judge('A: 抱歉,我要晚点到');
    expect(violations[0]!.message).toContain('更正');
    expect(violations[0]!.message).not.toContain('抱歉…');
  });

  test('coming back to one mistake within the window is not another', () => {
    expect(judge('A: 抱歉,录错了,马上更正\nC: 录错了?\nA: 是录错了\nC: 好').outcome).toBe('pass');
  });
});

test('unless: beside the trigger, or said by the agent before', async () => {
  const judge = await rule('respond: {to: [快点], with: [请稍候], unless: [不着急, 马上好]}');
  expect(judge('C: 快点,不着急\nA: 行').outcome).toBe('na');
  expect(judge('A: 马上好\nC: 快点\nA: 行').outcome).toBe('na');
  expect(judge('C: 快点\nA: 行\nA: 马上好').outcome).toBe('fail');
});

describe('within seconds', async () => {
  const judge = await rule('respond: {to: [在吗], with: [在的, 您好], within: 10s}');

  test('only turns that start in time count', () => {
    expect(judge('C@0-1: 在吗\nA@8-9: 在的').outcome).toBe('pass');
    expect(judge('C@0-1: 在吗\nA@12-13: 在的').found).toEqual(['2:-']);
    expect(judge('C@0-1: 在吗\nA@5-6: 嗯\nC@7-8: 喂\nA@10-12: 您好').outcome).toBe('pass');
  });

  test('times of day do as well', () => {
    expect(judge('C@2026-02-17T09:00:00+08:00: 在吗\nA@2026-02-17T09:00:08+08:00: 在的').outcome).toBe(
      'pass',
    );
    expect(judge('C@2026-02-17T09:00:00+08:00: 在吗\nA@2026-02-17T09:01:00+08:00: 在的').outcome).toBe(
      'fail',
    );
  });

  test('without times it is not applicable', () => {
    expect(judge('C: 在吗\nA: 什么事')).toMatchObject({
      outcome: 'na',
      reason: expect.stringContaining('times'),
    });
  });
});

test('where and when narrow the situations that are judged', async () => {
  const opening = await rule('where: {opening: 1}\nrespond: {to: [快点], with: [请稍候]}');
  expect(opening('C: 快点\nA: 行').outcome).toBe('fail');
  expect(opening('C: 喂\nA: 您好\nC: 快点\nA: 行').outcome).toBe('na');
  const angry = await rule('when: {heard: [投诉]}\nrespond: {to: [快点], with: [请稍候]}');
  expect(angry('C: 快点\nA: 行\nC: 我要投诉\nA: 请讲').outcome).toBe('na');
  expect(angry('C: 我要投诉\nA: 请讲\nC: 快点\nA: 行').found).toEqual(['4:-']);
});

test('a rule that asks for nothing, or within a sentence, is refused', async () => {
  await expect(rule('respond: {to: [在吗]}')).rejects.toThrow('pack.needs-one');
  await expect(rule('respond: {to: [在吗], with: [在], within: sentence}')).rejects.toThrow(
    'pack.respond-within',
  );
});
