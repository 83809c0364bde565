import { expect, test } from 'vitest';
import { Excerpt } from './excerpt.ts';

const at = (offset: number) => ({ line: 1, column: offset + 1 });
const columns = (excerpt: Excerpt) =>
  Array.from(
    { length: excerpt.text.length + 1 },
    (_, offset) => excerpt.origin(at).locate(offset).column - 1,
  );

/** `a&amp;b<br>c` */
const sample = () => new Excerpt().add('a', 0).add('&', 1, 6).add('b', 6).add('\n', 7, 11).add('c ', 11);

test('each character knows where it comes from', () => {
  expect(sample().text).toBe('a&b\nc ');
  expect(columns(sample())).toEqual([0, 1, 6, 7, 11, 12, 13]);
});

test('a part and a trimmed part keep their places', () => {
  expect(columns(sample().trim())).toEqual([0, 1, 6, 7, 11, 12]);
  expect(columns(sample().slice(2, 3))).toEqual([6, 7]);
  expect(columns(sample().slice(0, 2))).toEqual([0, 1, 2]);
  expect(sample().slice(6).text).toBe('');
});

test('lines and their joining', () => {
  const lines = sample().lines();
  expect(lines.map(({ text }) => text)).toEqual(['a&b', 'c']);
  const joined = lines[0]!.join(lines[1]!, ' ');
  expect(joined.text).toBe('a&b c');
  expect(columns(joined)).toEqual([0, 1, 6, 7, 11, 12]);
  expect(new Excerpt().add('a\r\n b', 0).lines().map(columns)).toEqual([
    [0, 1],
    [4, 5],
  ]);
});
