import { expect, test } from 'vitest';
import { pieces } from './marks.ts';
import { type Row, rowsOf } from './rows.ts';
import { type Filter, NO_FILTER, NOT_GIVEN, select, sorted } from './selection.ts';
import { distribution, groupBy, percentOf, percents, wilson, worstFirst, worstRules } from './statistics.ts';

const names = {
  agents: ['Dana', '3号'],
  teams: ['east'],
  rules: ['brush-off', 'greeting'].map((id, at) => ({
    id,
    title: id,
    severity: at,
    clauses: at === 0 ? ['noc.6'] : ['noc.1', 'hall.1'],
    source: '',
  })),
};

const rows = rowsOf([
  ['a2', 'calls/a.txt', 0, 0, 20500, 75, 0, 5, 1, 0, 0, [0, 1, 5]],
  ['a10', 0, 0, -1, 20501, 100, 1, 3, 0, 0, 0, []],
  ['b1', 'calls/b.txt', 1, 0, -1, 92.5, 1, 9, 0, 2, 0, [1, 2, 6, 0, 1, 7]],
  ['b2', 0, -1, -1, -1, null, 1, 1, 0, 0, 0, []],
]);
const ids = (list: readonly Row[]) => list.map(({ id }) => id).join(' ');
const chosen = (filter: Partial<Filter>, hits = new Set<number>()) =>
  ids(select(rows, { ...NO_FILTER, ...filter }, names, hits));

test('rows are read back as they were written', () => {
  expect(rows[1]).toMatchObject({ file: 'calls/a.txt', passed: true, violations: 0 });
  expect(rows[2]!.rules.map(({ rule }) => rule)).toEqual([0, 1]);
});

test('every filter, alone and together', () => {
  expect(chosen({})).toBe('a2 a10 b1 b2');
  expect(chosen({ agent: 0 })).toBe('a2 a10');
  expect(chosen({ agent: NOT_GIVEN })).toBe('b2');
  expect(chosen({ team: 0, result: 'passed' })).toBe('b1');
  expect(chosen({ rule: 0 })).toBe('a2 b1');
  expect(chosen({ clause: 'hall.1' })).toBe('b1');
  expect(chosen({ severity: 0 })).toBe('a2');
  expect(chosen({ result: 'none' })).toBe('b2');
  expect(chosen({ from: 20501 })).toBe('a10');
  expect(chosen({ low: 90, high: 99.99 })).toBe('b1');
  expect(chosen({ text: 'DANA' })).toBe('a2 a10');
  expect(chosen({ text: 'b.txt' })).toBe('b1 b2');
  expect(chosen({ text: '不知道' }, new Set([2]))).toBe('b1');
});

test('sorting: numbers in names as numbers, the unknown last either way', () => {
  expect(ids(sorted(rows, { key: 'id', down: false }, names))).toBe('a2 a10 b1 b2');
  expect(ids(sorted(rows, { key: 'score', down: false }, names))).toBe('a2 b1 a10 b2');
  expect(ids(sorted(rows, { key: 'score', down: true }, names))).toBe('a10 b1 a2 b2');
  expect(ids(sorted(rows, { key: 'day', down: true }, names))).toBe('a10 a2 b1 b2');
});

test("Wilson's interval, with the values of a published table", () => {
  expect(wilson(0, 0)).toBeNull();
  const { low, high } = wilson(81, 263)!;
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662']);
  const one = wilson(0, 1)!;
  expect(one.low).toBe(0);
  expect(percents(one)).toEqual({ from: 0, to: 80 });
  expect(percentOf(0.99999)).toBe(99.9);
  expect(percentOf(1)).toBe(100);
});

test('one bad call alone leads no list', () => {
  const total = (passed: number, scored: number) => ({
    transcripts: scored,
    scored,
    scores: 0,
    passed,
    violations: 0,
  });
  const groups = new Map([
    [0, total(0, 1)],
    [1, total(40, 100)],
    [-1, total(0, 0)],
  ]);
  expect(worstFirst(groups).map(([key]) => key)).toEqual([1, 0, -1]);
  expect(groupBy(rows, ({ agent }) => agent).get(0)).toMatchObject({
    transcripts: 2,
    passed: 1,
    scores: 175,
  });
});

test('the distribution has full marks by themselves, the rules count transcripts', () => {
  const bins = distribution(rows);
  expect(bins[7]).toMatchObject({ count: 1, failed: 1 });
  expect(bins[9]).toMatchObject({ count: 1, failed: 0 });
  expect(bins[10]).toMatchObject({ count: 1 });
  expect(worstRules(rows)[0]).toEqual({ rule: 0, violations: 2, transcripts: 2, points: 12 });
});

test('overlapping spans are cut so that both are marked', () => {
  const found = pieces('abcdef', [
    { at: 0, span: [1, 4] },
    { at: 1, span: [3, 5] },
    { at: 2, span: [0, 0] },
  ]);
  expect(found.map(({ text, by, ends }) => [text, by.join(), ends.join()])).toEqual([
    ['a', '', ''],
    ['bc', '0', ''],
    ['d', '0,1', '0'],
    ['e', '1', '1'],
    ['f', '', ''],
  ]);
  expect(pieces('', [])).toEqual([]);
});
