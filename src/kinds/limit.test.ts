import { expect, test } from 'vitest';
import { rule } from './testing.ts';

test('each hit beyond the most is a violation', async () => {
  const judge = await rule('limit: {phrases: [喂], max: 2}');
  expect(judge('A: 喂,喂\nC: 在\nA: 您好')).toMatchObject({ outcome: 'pass' });
  expect(judge('A: 喂\nA: 喂\nC: 喂\nA: 听见吗\nA: 喂').found).toEqual(['5:喂']);
});

test('per so many turns, the count slides', async () => {
  const judge = await rule('limit: {phrases: [请稍等], max: 1, per: 2 turns}');
  expect(judge('A: 请稍等\nC: 好\nA: 您的号码\nC: 1\nA: 请稍等').outcome).toBe('pass');
  expect(judge('A: 请稍等\nC: 好\nA: 请稍等\nC: 1\nA: 您好').found).toEqual(['3:请稍等']);
});

test('too few is an absence, in a transcript that is long enough to tell', async () => {
  const judge = await rule('limit: {phrases: [您], min: 2}');
  expect(judge('A: 您好\nC: 查话费\nA: 三十\nC: 好').found).toEqual(['3:-']);
  expect(judge('A: 您好\nC: 查话费\nA: 您的余额三十\nC: 好').outcome).toBe('pass');
  expect(judge('A: 三十').outcome).toBe('na');
});

test('too few per so many turns', async () => {
  const judge = await rule('limit: {phrases: [您], min: 1, per: 2 turns}');
  expect(judge('A: 您好\nC: 1\nA: 三十\nC: 2\nA: 四十\nC: 3\nA: 五十\nC: 4').found).toEqual(['5:-']);
  expect(judge('A: 您好\nC: 1\nA: 三十\nC: 2\nA: 您的\nC: 3').outcome).toBe('pass');
});

test('per month, each calendar month is counted by itself', async () => {
  const judge = await rule('limit: {phrases: [等着], max: 1, per: month}');
  const later = (month: string) => `A@2026-03-02T09:00: 等着\nC: 好\nA@2026-${month}-30T09:00: 等着`;
  expect(judge(later('03')).found).toEqual(['3:等着']);
  expect(judge(later('04')).outcome).toBe('pass');
  await expect(rule('limit: {phrases: [您], min: 1, per: month}')).rejects.toThrow('pack.limit-per');
});

test('several hits in one turn may count once', async () => {
  const judge = await rule('limit: {phrases: [喂, 等着], max: 1, once: true}');
  expect(judge('A: 喂,等着').outcome).toBe('pass');
  expect(judge('A: 喂,等着\nC: 啊\nA: 等着').found).toEqual(['3:等着']);
});

test('a limit needs a most or a least, and is counted in turns', async () => {
  await expect(rule('limit: {phrases: [您]}')).rejects.toThrow('pack.needs-one');
  await expect(rule('limit: {phrases: [您], max: 1, per: 30s}')).rejects.toThrow('pack.limit-per');
});
