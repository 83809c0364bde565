import { expect, test } from 'vitest';
import { longestInOrder } from './ordering.ts';

const places = (...steps: number[]) => steps.map((step, turn) => ({ step, turn, start: 0, end: 1 }));
const kept = (...steps: number[]) =>
  longestInOrder(places(...steps), 6).map(({ step, turn }) => `${step}@${turn}`);

test('most steps in order, each once, the earliest of equals', () => {
  expect(kept(0, 1, 2)).toEqual(['0@0', '1@1', '2@2']);
  expect(kept(2, 0, 1, 2)).toEqual(['0@1', '1@2', '2@3']);
  expect(kept(1, 0)).toEqual(['1@0']);
  expect(kept(0, 0, 1, 1)).toEqual(['0@0', '1@2']);
  expect(kept(5, 0, 1, 2, 0)).toEqual(['0@1', '1@2', '2@3']);
  expect(kept()).toEqual([]);
});
