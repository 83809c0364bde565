import { expect, test } from 'vitest';
import { rule } from '../kinds/testing.ts';

test('the first and last turns of a conversation are counted whoever speaks', async () => {
  const first = await rule('where: {first: 2 turns}\nforbid: {phrases: [喂]}');
  expect(first('C: 喂\nA: 喂\nA: 喂').found).toEqual(['2:喂']);
  const last = await rule('where: {last: 1 turn}\nforbid: {phrases: [喂]}');
  expect(last('A: 喂\nC: 好').outcome).toBe('na');
  expect(last('C: 好\nA: 喂').found).toEqual(['2:喂']);
});

test('a rule about a day holds where the turns have times of that day', async () => {
  const judge = await rule('when: {meta: {date: [2026-01-01]}}\nforbid: {phrases: [再见]}');
  expect(judge('A@2026-01-01T09:00: 再见').found).toEqual(['1:再见']);
  expect(judge('A@2026-01-02T09:00: 再见').outcome).toBe('na');
  expect(judge('A: 再见').reason).toContain('date');
});
