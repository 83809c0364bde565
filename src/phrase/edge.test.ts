import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { isIdle } from './alone.ts';
import { atEdge } from './edge.ts';

/** Whether a clause ends after, and starts before, the word in a text. */
function around(text: string, word: string): [start: boolean, end: boolean] {
  const folded = fold(text).text;
  const at = folded.indexOf(word);
  return [atEdge(folded, at, 'start'), atEdge(folded, at + word.length, 'end')];
}

test.each([
  '不知道😅',
  '😅不知道',
  '不知道👨‍👩‍👧❤️',
  '不知道[捂脸]',
  '[捂脸][捂脸]不知道[微笑] 哈哈',
  '不知道哈哈哈,您问别人',
  '哈哈不知道',
  '不知道hhhh',
  '不知道lol',
  '好的(微笑)不知道(笑)',
  '不知道哦亲',
  '亲亲不知道啊亲亲~',
  '不知道啦',
])('pictures, stickers and laughter stand outside of a clause: %s', (text) => {
  expect(around(text, '不知道')).toEqual([true, true]);
});

test.each(['too bad lol', 'lol too bad 😂', 'haha, too bad', 'too bad hehe.', 'LMAO too bad'])(
  'in English: %s',
  (text) => {
    expect(around(text, 'too bad')).toEqual([true, true]);
  },
);

test.each([
  ['笑哈哈不知道', '不知道', [false, true]],
  ['不知道[地址]怎么写', '不知道', [true, false]],
  ['不知道哈尔滨在哪', '不知道', [true, false]],
  ['不知道亲戚在哪', '不知道', [true, false]],
  ['父亲不知道呢', '不知道', [false, false]],
  ['不知道吗', '不知道', [true, false]],
  ['the whole no', 'no', [false, true]],
  ['he said no lollipops', 'no', [false, false]],
  ['ha ha ha no', 'no', [true, true]],
  ['𠮷不知道𠮷', '不知道', [false, false]],
] as const)('and words do not: %s', (text, word, edges) => {
  expect(around(text, word)).toEqual(edges);
});

test('laughter and stickers may stand around what is said alone', () => {
  expect(['[微笑]', ' lol!', '哈哈~😅', '亲,(笑)', ''].filter(isIdle)).toHaveLength(5);
  expect(['[地址]', 'lollipop', '笑', '父亲'].filter(isIdle)).toEqual([]);
});

test('whatever a text is, it is at an edge where it starts and where it ends', () => {
  const texts = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(texts, (text) => {
      const folded = fold(text).text;
      expect(atEdge(folded, 0, 'start') && atEdge(folded, folded.length, 'end')).toBe(true);
    }),
  );
});
