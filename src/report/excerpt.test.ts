import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt } from './excerpt.ts';

/** What may stand in a turn, how it is shown, and its columns: written by hand, not asked of width.ts. */
const atoms: [text: string, shown: string, width: number][] = [
  ['您', '您', 2],
  ['查', '查', 2],
  ['，', '，', 2],
  ['a', 'a', 1],
  ['Z', 'Z', 1],
  [' ', ' ', 1],
  ['Ｋ', 'Ｋ', 2],
  ['ｱ', 'ｱ', 1],
  ['😡', '😡', 2],
  ['👨‍👩‍👧', '👨‍👩‍👧', 2],
  ['e\u0301', 'e\u0301', 1],
  ['が', 'が', 2],
  ['か\u3099', 'か\u3099', 2],
  ['한', '한', 2],
  ['𠮷', '𠮷', 2],
  ['\t', '    ', 4],
  ['\u001b', '␛', 1],
  ['\u009b', '⟨U+009B⟩', 8],
  ['\u202e', '⟨U+202E⟩', 8],
  ['\ud800', '\ufffd', 1],
];

const atom = fc.constantFrom(...atoms);
const part = fc.array(atom, { maxLength: 60 });
const text = (list: typeof atoms) => list.map(([of]) => of).join('');
const shown = (list: typeof atoms) => list.map(([, of]) => of).join('');
const width = (list: typeof atoms) => list.reduce((sum, [, , of]) => sum + of, 0);

test('the carets cover exactly the columns of the offending words, at any width', () => {
  fc.assert(
    fc.property(
      part,
      fc.array(atom, { minLength: 1, maxLength: 40 }),
      part,
      fc.integer({ min: 12, max: 120 }),
      (before, words, after, room) => {
        const start = text(before).length;
        const whole = text([...before, ...words, ...after]);
        const found = excerpt(whole, [start, start + text(words).length], room);

        // The line is a run of whole characters of the turn, with a mark where something is left out.
        const left = tail(before, found.before.replace(/^…/, ''));
        const middle = head(words, found.words);
        const right = head(after, found.after.replace(/…$/, ''));
        expect(found.before.startsWith('…')).toBe(left.length < before.length);
        expect(found.after.endsWith('…')).toBe(middle.length < words.length || right.length < after.length);

        const opening = left.length < before.length ? 1 : 0;
        const closing = found.after.endsWith('…') ? 1 : 0;
        expect(found.from).toBe(opening + width(left));
        expect(found.width).toBe(width(middle));
        const total = opening + width(left) + width(middle) + width(right) + closing;
        expect(total).toBeLessThanOrEqual(room);
        // Nothing is left out without need: what stands next would not have had room.
        if (total + 8 < room) expect(opening + closing).toBe(0);
      },
    ),
    { numRuns: 2000 },
  );
});

function head(list: typeof atoms, line: string): typeof atoms {
  for (let count = 0; count <= list.length; count++) {
    if (shown(list.slice(0, count)) === line) return list.slice(0, count);
  }
  throw new Error(`not the beginning of the text: ${line}`);
}

function tail(list: typeof atoms, line: string): typeof atoms {
  for (let count = 0; count <= list.length; count++) {
    if (shown(list.slice(list.length - count)) === line) return list.slice(list.length - count);
  }
  throw new Error(`not the end of the text: ${line}`);
}

test('only the line of the turn that the words stand on is shown', () => {
  const found = excerpt('您好\n这个不知道\r\n再见', [5, 8], 40);
  expect(found).toEqual({ before: '这个', words: '不知道', after: '', from: 4, width: 6 });
});

test('words that go over a line break are shown as one line', () => {
  expect(excerpt('我不\n知道', [1, 5], 40)).toMatchObject({ before: '我', words: '不⏎知道', width: 7 });
});

test('an absence has no caret, and words that draw nothing have one', () => {
  expect(excerpt('您好', [0, 0], 40).width).toBe(0);
  expect(excerpt('您\u200b好', [1, 2], 40)).toMatchObject({ from: 2, width: 1 });
});

test('a turn of ten million characters is cut without being split up', () => {
  const long = '您'.repeat(5_000_000);
  const began = performance.now();
  const found = excerpt(`${long}不知道${long}`, [5_000_000, 5_000_003], 60);
  expect(performance.now() - began).toBeLessThan(200);
  expect(found.words).toBe('不知道');
  expect(found.before).toBe(`…${'您'.repeat(13)}`);
});
