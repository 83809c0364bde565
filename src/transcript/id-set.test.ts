import { expect, test } from 'vitest';
import { IdSet, Ids } from './id-set.ts';

test('knows what was added and nothing else', () => {
  const set = new IdSet();
  const ids = Array.from({ length: 100_000 }, (_, id) => `call-${id}`);
  const early = ids.slice(0, 50_000);
  expect(early.filter((id) => set.add(id)).length).toBe(50_000);
  expect(early.filter((id) => set.add(id)).length).toBe(0);
  expect(ids.filter((id) => set.has(id)).length).toBe(50_000);
  expect([set.has(''), set.add(''), set.has('')]).toEqual([false, true, true]);
});

test('ids that come again get numbers that no other has', () => {
  const ids = new Ids();
  expect(['a', 'a', 'a#2', 'a', 'b', 'a#2'].map((id) => ids.unique(id))).toEqual([
    'a',
    'a#2',
    'a#2#2',
    'a#3',
    'b',
    'a#2#3',
  ]);
});
