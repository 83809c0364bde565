import { describe, expect, test } from 'vitest';
import { rule } from './testing.ts';

describe('response', async () => {
  const judge = await rule('timing: {measure: response, max: 5s}');

  test('from the end of the customer’s turn to the start of the agent’s', () => {
    expect(judge('C@0-10: 查话费\nA@14-15: 好的').outcome).toBe('pass');
    const { found, violations } = judge('C@0-1: 查话费\nC@3-4: 快点\nA@9.5-11: 好的');
    expect(found).toEqual(['3:-']);
    expect(violations[0]!.message).toContain('5.5 seconds');
  });

  test('a turn without an end is not over before it could be said', () => {
    expect(judge('C@0: 我想查一下这个月的话费为什么这么多\nA@8: 好的').outcome).toBe('pass');
    expect(judge('C@0: 查话费\nA@60: 好的').outcome).toBe('fail');
  });

  test('nothing to measure', () => {
    expect(judge('C: 查话费\nA: 好的')).toMatchObject({
      outcome: 'na',
      reason: expect.stringContaining('times'),
    });
    expect(judge('A@0-1: 您好').outcome).toBe('na');
  });

  test('in working days, by the dates', async () => {
    const days = await rule('timing: {measure: response, max: 2 workdays}');
    expect(days('C@2026-02-13T09:00: 怎么办\nA@2026-02-17T18:00: 已查明').outcome).toBe('pass');
    expect(days('C@2026-02-16T09:00: 怎么办\nA@2026-02-20T09:00: 已查明').violations[0]!.message).toContain(
      '4 working days',
    );
  });
});

describe('silence', async () => {
  const judge = await rule('timing: {measure: silence, after: [请稍等], max: 45s, unless: [久等]}');

  test('a gap after asking to wait', () => {
    expect(judge('A@0-2: 请稍等\nA@40-42: 您的余额是三十元').outcome).toBe('pass');
    expect(judge('A@0-2: 请稍等\nA@92-94: 我查了一下').found).toEqual(['2:-']);
    expect(judge('A@0-2: 请稍等\nC@3-4: 好\nA@92-94: 我查了一下').found).toEqual(['3:-']);
    expect(judge('A@0-2: 请稍等\nC@92-94: 喂?\nA@95-96: 在').found).toEqual(['3:-']);
  });

  test('an apology with the next words excuses it', () => {
    expect(judge('A@0-2: 请稍等\nA@92-94: 很抱歉让您久等了').outcome).toBe('pass');
    expect(judge('A@0-2: 请稍等\nA@92-94: 您好\nA@95-96: 让您久等了').outcome).toBe('pass');
  });

  test('other gaps are not asked about', () => {
    expect(judge('A@0-2: 您好\nC@92-94: 喂\nA@200-201: 在').outcome).toBe('na');
  });

  test('without after: wherever the agent is due to speak', async () => {
    const plain = await rule('timing: {measure: silence, max: 30s}');
    expect(plain('C@0-2: 喂\nC@60-62: 在吗\nA@63-64: 在').found).toEqual(['3:-']);
    expect(plain('A@0-2: 您贵姓\nC@60-62: 姓王\nA@63-64: 好').outcome).toBe('pass');
    expect(plain('C@0-90: 说来话长\nA@20-21: 嗯\nA@92-93: 明白').outcome).toBe('pass');
  });
});

describe('overlap', async () => {
  const judge = await rule('timing: {measure: overlap, unless: [打断]}');

  test('starting before the customer has ended', () => {
    expect(judge('C@0-10: 我家的宽带\nA@7-9: 行了行了').found).toEqual(['2:-']);
    expect(judge('C@0-10: 我家的宽带\nA@10.5-12: 请讲').outcome).toBe('pass');
  });

  test('rounding, listening and asking leave are no interruption', () => {
    expect(judge('C@0-10: 我家的宽带\nA@9.8-12: 请讲').outcome).toBe('pass');
    expect(judge('C@0-10: 我家的宽带\nA@5-6: 嗯,好的').outcome).toBe('pass');
    expect(judge('C@0-10: 我家的宽带\nA@5-6: 不好意思打断一下').outcome).toBe('pass');
    expect(judge('A@0-5: 您可以\nC@4-5: 嗯\nA@4.2-8: 重启光猫').outcome).toBe('pass');
  });

  test('counted once a turn of the customer’s, and only with ends', () => {
    expect(judge('C@0-20: 我家的宽带\nA@5-6: 嗯\nA@7-8: 行了\nA@9-10: 知道了').found).toEqual(['3:-']);
    expect(judge('C@0: 我家的宽带\nA@5: 行了').outcome).toBe('na');
    expect(judge('C@2026-02-17T09:00: 宽带\nA@2026-02-17T09:00: 行了').outcome).toBe('na');
  });

  test('while the customer complains', async () => {
    const listening = await rule('when: {heard: [投诉]}\ntiming: {measure: overlap}');
    expect(listening('C@0-10: 我要投诉\nA@7-9: 行了行了').found).toEqual(['2:-']);
    expect(listening('C@0-10: 查话费\nA@7-9: 行了行了').outcome).toBe('na');
  });
});

test('speech rate: characters a minute, in turns long enough', async () => {
  const judge = await rule('timing: {measure: speech-rate, max: 300, min: 120}');
  expect(judge('A@0-4: 您好很高兴为您服务请讲').outcome).toBe('pass');
  expect(judge('A@0-4: 您好很高兴为您服务请问有什么可以帮到您的吗请讲').found).toEqual(['1:-']);
  expect(judge('A@0-10: 您好').violations[0]!.message).toContain('under');
  expect(judge('A@0-2: 您好很高兴为您服务请问有什么可以帮到您').outcome).toBe('na');
  const english = await rule('timing: {measure: speech-rate, max: 180}', 'en');
  expect(english('A@0-4: thank you for calling how can I help').outcome).toBe('pass');
});

describe('ring', async () => {
  const judge = await rule('timing: {measure: ring, max: 3, unless: [久等]}');

  test('counted by the telephone system', () => {
    expect(judge('A: 您好', { ring_count: 3 }).outcome).toBe('pass');
    const { found, violations } = judge('A: 您好', { ring_count: '5' });
    expect(found).toEqual(['1:-']);
    expect(violations[0]!.message).toContain('5 rings');
    expect(judge('A: 让您久等了,您好', { ring_count: 5 }).outcome).toBe('pass');
  });

  test('not known', () => {
    expect(judge('A: 您好')).toMatchObject({ outcome: 'na', reason: expect.stringContaining('ring_count') });
    expect(judge('A: 您好', { ring_count: '' }).outcome).toBe('na');
  });
});

describe('between two metadata times', async () => {
  const hour = await rule('timing: {from: complaint_at, to: first_action_at, max: 1h}');
  const outcome = (from: unknown, to: unknown) =>
    hour('A: 您好', { complaint_at: from, first_action_at: to }).outcome;

  test.each([
    ['09:00', '09:20', 'pass'],
    ['09:00', '11:30', 'fail'],
    ['23:50', '00:20', 'pass'],
    ['2026-02-17 23:50', '00:20', 'pass'],
    ['2026-02-17 09:00', '2026-02-18 09:10', 'fail'],
    ['2026-02-17T09:00:00+08:00', '2026-02-17T01:30:00Z', 'pass'],
    ['2026/2/17 9:00', '2026年2月17日 10:30', 'fail'],
    ['2026-02-30 09:00', '09:20', 'na'],
    ['soon', '09:20', 'na'],
  ])('%s to %s: %s', (from, to, expected) => {
    expect(outcome(from, to)).toBe(expected);
  });

  test('what is missing is named', () => {
    expect(hour('A: 您好', { complaint_at: '09:00' }).reason).toContain('first_action_at');
    expect(hour('A: 您好', { complaint_at: 'soon', first_action_at: '9:00' }).reason).toContain('soon');
  });

  test('working days leave out the weekend', async () => {
    const day = await rule('timing: {from: asked_at, to: answered_at, max: 1 workday}');
    expect(day('A: 您好', { asked_at: '2026-02-13 17:00', answered_at: '2026-02-16 09:00' }).outcome).toBe(
      'pass',
    );
    expect(day('A: 您好', { asked_at: '2026-02-13 17:00', answered_at: '2026-02-17 09:00' }).outcome).toBe(
      'fail',
    );
    expect(day('A: 您好', { asked_at: '17:00', answered_at: '09:00' }).reason).toContain('dates');
  });
});

test.each([
  ['timing: {max: 1h}', 'pack.timing-what'],
  ['timing: {from: a, max: 1h}', 'pack.timing-what'],
  ['timing: {measure: response, from: a, to: b, max: 1h}', 'pack.timing-what'],
  ['timing: {measure: response}', 'pack.needs-one'],
  ['timing: {measure: ring, max: 3, after: [您好]}', 'pack.timing-after'],
  ['timing: {measure: ring, max: 2.5}', 'pack.not-integer'],
  ['timing: {measure: overlap, min: 1s}', 'pack.timing-overlap'],
  ['timing: {measure: silence, max: 2 workdays, min: 1s}', 'pack.timing-workdays'],
])('%s is refused: %s', async (body, key) => {
  await expect(rule(body)).rejects.toThrow(key);
});
