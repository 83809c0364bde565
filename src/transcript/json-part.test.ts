import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholePart } from './json-part.ts';

test.each([
  ['{"a": [1, {"b": "x', { a: [1, {}] }, [[], ['a'], ['a', 1]]],
  ['{"a": [{"b": 1}, {"b": 2', { a: [{ b: 1 }, { b: 2 }] }, [[], ['a'], ['a', 1]]],
  ['[{"b": 1} {"b": 2}]', [{ b: 1 }], [[]]],
  ['[1, 2', [1, 2], [[]]],
  ['{"a": 1} x', { a: 1 }, []],
])('%s', async (text, value, open) => {
  const part = await wholePart(text);
  expect(JSON.parse(part!.text)).toEqual(value);
  expect(part!.open).toEqual(open);
});

test('nothing whole', async () => {
  expect(await wholePart('')).toBeUndefined();
  expect(await wholePart('nonsense')).toBeUndefined();
});

test('wherever a text is cut, what is left parses and begins the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), fc.nat(200), async (json, length) => {
      const part = await wholePart(json.slice(0, length));
      if (!part) return;
      expect(() => JSON.parse(part.text)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
