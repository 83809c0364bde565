import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safe } from './safe.ts';
import { cells, cut, displayWidth, padEnd, padStart, wrap } from './width.ts';

test.each([
  ['abc', 3],
  ['您好', 4],
  ['ＯＫ，', 6],
  ['ｱ', 1],
  ['e\u0301', 1],
  ['か\u3099', 2],
  ['\u1112\u1161\u11ab', 2],
  ['नमस्ते', 4],
  ['😡', 2],
  ['❤', 1],
  ['❤\ufe0f', 2],
  ['👍🏽', 2],
  ['👨‍👩‍👧', 2],
  ['🇨🇳', 2],
  ['a\u200bb', 2],
  ['', 0],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('the quick way through common text finds the same characters as the general one', () => {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const unit = fc.constantFrom(
    '您',
    'a',
    '，',
    '\u0301',
    '\u3099',
    '\u200d',
    '👩',
    '\ufe0f',
    '1',
    '\u20e3',
    '\r',
    '\n',
    '🇨',
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 20 }), (list) => {
      const text = list.join('');
      const found = [...cells(text)].map(({ text: segment, start: index }) => ({ segment, index }));
      expect(found).toEqual([...segmenter.segment(text)].map(({ segment, index }) => ({ segment, index })));
    }),
  );
});

test('a text is cut between characters', () => {
  expect(cut('您好吗', 6)).toBe('您好吗');
  expect(cut('您好吗', 5)).toBe('您好…');
  expect(cut('您好吗', 4)).toBe('您…');
  expect(padEnd('您', 4)).toBe('您  ');
  expect(padStart('您', 4)).toBe('  您');
});

test('lines break at spaces and between Chinese characters, not before punctuation', () => {
  expect(wrap('the quick brown fox', 10)).toEqual(['the quick', 'brown fox']);
  expect(wrap('请您稍等，我查一下', 8)).toEqual(['请您稍', '等，我查', '一下']);
  expect(wrap('他说「好的」吧', 6)).toEqual(['他说', '「好', '的」吧']);
  expect(wrap('见 a/very/long/path.txt', 6)).toEqual(['见', 'a/very/long/path.txt']);
});

test('wrapping loses no words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('您', '，', 'word', ' ', '「', '」', 'é'), { maxLength: 60 }),
      (list) => {
        const text = list.join('');
        expect(wrap(text, 12).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      },
    ),
  );
});

test('nothing that a terminal would obey gets through', () => {
  expect(safe('\u001b[31m红')).toBe('␛[31m红');
  expect(safe('a\tb\r\n')).toBe('a    b␍⏎');
  expect(safe('\u202e\u2066\u009b\u007f\0')).toBe('⟨U+202E⟩⟨U+2066⟩⟨U+009B⟩␡␀');
  expect(safe('👨‍👩‍👧 您好')).toBe('👨‍👩‍👧 您好');
  expect(safe('x\udc00y')).toBe('x\ufffdy');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(safe(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/u);
      expect(safe(safe(text))).toBe(safe(text));
    }),
  );
});
