import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { splitsPair } from './units.ts';

const folded = (text: string) => fold(text).text;

describe('fold: characters', () => {
  it.each([
    ['您好，请问？', '您好,请问?'],
    ['（好的）：行！；', '(好的):行!;'],
    ['不知道。、', '不知道。、'],
    ['“好”「行」『可』', '“好”「行」『可』'],
    ['ＡＢＣ１２３', 'abc123'],
    ['Don’t ‘stop’', "don't 'stop'"],
    ['妳和她、它、牠', '你和他、他、他'],
    ['帳戶帐户', '账户账户'],
    ['請稍後，為您轉接', '请稍后,为您转接'],
    ['甚麼 甚么 什么 甚至', '什么什么什么甚至'],
    ['甚 麼', '什么'],
    ['囉嗦啰嗦罗嗦', '罗嗦罗嗦罗嗦'],
    ['好的…再见……', '好的…再见…'],
    ['wait... what?', 'wait… what?'],
    ['ⅣⅫ ㏂ ½ ℃', 'ivxii a.m. 1/2 °c'],
    ['😊👍🏽', '😊👍🏽'],
    ['𝐇𝐞𝐥𝐩 🄰', 'help a'],
    ['cafe\u0301 CAFÉ', 'café café'],
    ['傻\u0336逼\u0336', '傻逼'],
    ['İstanbul', 'istanbul'],
    ['1\ufe0f\u20e3', '1'],
    ['\ud83d alone \ude00', '\ufffd alone \ufffd'],
    ['\ud83d\u200b\ude00', '\ufffd\ufffd'],
  ])('%s becomes %s', (text, expected) => expect(folded(text)).toBe(expected));

  it('drops what nobody sees', () => {
    expect(folded('不\u200b知\u00ad道\ufeff\u202e\u0000a\u2060b\u{e0041}c')).toBe('不知道abc');
  });
});

describe('fold: separators', () => {
  it.each(['不 知 道', '傻*逼', '不-知-道', '不　知_道', '不.知·道', '不 / 知~道', '不     知', '不----知'])(
    'drops them between Han characters: %s',
    (text) => expect(folded(text)).toMatch(/^[不知道傻逼]+$/),
  );

  it.each([
    ['3 个', '3 个'],
    ['第 3 号', '第 3 号'],
    ['重置 password 吗', '重置 password 吗'],
    ['好的—知道', '好的—知道'],
    ['好的——知道', '好的—知道'],
    ['好…的', '好…的'],
    ['好的...知道', '好的…知道'],
    ['好，的。是', '好,的。是'],
    ['a - b', 'a - b'],
    ['不 * - *知', '不 * - *知'],
    ['好 ', '好 '],
  ])('keeps the rest: %s', (text, expected) => expect(folded(text)).toBe(expected));
});

describe('fold: blanks and lines', () => {
  it.each([
    ['a  \t b', 'a b'],
    ['你好\r\n再见', '你好\n再见'],
    ['你好\r再见 \n \n 好', '你好\n再见\n好'],
    ['thank you for\nyour call', 'thank you for your call'],
    ['first,\r\n  then', 'first, then'],
    ['Hello\nWorld', 'hello\nworld'],
    ['Done.\nnext', 'done.\nnext'],
    ['好的\nok', '好的\nok'],
  ])('%j becomes %j', (text, expected) => expect(folded(text)).toBe(expected));
});

describe('fold: repetition', () => {
  it.each([
    ['!!!???', '!?'],
    ['好。。。', '好。'],
    ['喂喂喂喂', '喂喂'],
    ['喂 喂 喂', '喂喂'],
    ['看看', '看看'],
    ['stupidddd hellooo', 'stupid hello'],
    ['good book', 'good book'],
    ['13888880000', '13888880000'],
    ['幺三八八八八零零零', '幺三八八八八零零零'],
    ['https://a.cn/b', 'https://a.cn/b'],
    ['""((', '""(('],
  ])('%s becomes %s', (text, expected) => expect(folded(text)).toBe(expected));
});

describe('fold: offsets', () => {
  const found = (text: string, wanted: string) => {
    const view = fold(text);
    const at = view.text.indexOf(wanted);
    expect(at).toBeGreaterThanOrEqual(0);
    return text.slice(...view.span(at, at + wanted.length));
  };

  it('finds hits where they were written', () => {
    expect(found('我 不\u200b知 道。', '不知道')).toBe('不\u200b知 道');
    expect(found('😊你 真 stupidddd!!', 'stupid!')).toBe('stupidddd!!');
    expect(found('喂喂喂喂你好', '喂喂')).toBe('喂喂喂喂');
    expect(found('甚 麼事', '什么')).toBe('甚 麼');
    expect(found('卷Ⅳ页', 'iv')).toBe('Ⅳ');
    expect(found('a\r\n\r\n您好', '您好')).toBe('您好');
    expect(found('x😊', '😊')).toBe('😊');
    expect(found('cafe\u0301s', 'é')).toBe('e\u0301');
  });

  it('says where an original offset went', () => {
    const view = fold('不 知 道');
    expect([0, 1, 2, 3, 4, 5].map((offset) => view.at(offset))).toEqual([0, 1, 1, 2, 2, 3]);
    expect(fold('😊好').at(1)).toBe(2);
    expect(fold('Ⅳ页').at(1)).toBe(2);
    expect(fold('好').at(9)).toBe(1);
  });

  it('clamps what is out of range', () => {
    expect(fold('好的').span(-3, 9)).toEqual([0, 2]);
    expect(fold('').span(0, 0)).toEqual([0, 0]);
    expect(fold('好 的').span(2, 2)).toEqual([3, 3]);
  });
});

const PIECES = [
  ...'不知道喂喂甚麼么什妳帳囉八请問，。！？…；：“”「」（）～',
  ...'aabbBElo lo,.!?;:\'"-_*~·•|/^°',
  ...[
    'ＡＢ',
    '　',
    '\r\n',
    '\n',
    '\t',
    '  ',
    '...',
    '——',
    '\u200b',
    '\ufeff',
    '\u00ad',
    '\u0301',
    'Ⅳ',
    'ﬁ',
    '½',
  ],
  ...[
    '😊',
    '👨‍👩‍👧',
    '𝐇',
    '𠮷',
    '\u{2f800}',
    '\ud83d',
    '\ude00',
    'İ',
    'é',
    '１',
    '88888',
    '不 知 道',
    'Hello\nWorld',
  ],
];
const mixed = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.integer({ max: 0xffff, min: 0 })).map((u) => String.fromCharCode(...u)),
  },
);
const runs = { numRuns: 3000 };

describe('fold: properties', () => {
  it('changes nothing that was folded, save breaks before what was a capital', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const once = folded(text);
        const twice = folded(once);
        expect(twice.replaceAll(/\n/g, ' ')).toBe(once.replaceAll(/\n/g, ' '));
        expect(folded(twice)).toBe(twice);
        if (!/[\r\n\v\f\u0085\u2028\u2029]/.test(text)) expect(twice).toBe(once);
      }),
      runs,
    );
  });

  it('maps forwards, in range, and never through a character', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const view = fold(text);
        let previous: readonly [number, number] = [0, 0];
        for (let i = 0; i < view.text.length; i++) {
          const [start, end] = view.span(i, i + 1);
          expect(start).toBeGreaterThanOrEqual(previous[0]);
          expect(end).toBeGreaterThanOrEqual(previous[1]);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false);
          previous = [start, end];
        }
        for (let offset = 0; offset <= text.length; offset++) {
          const at = view.at(offset);
          if (at < view.text.length && !splitsPair(text, offset)) {
            expect(view.span(at, at + 1)[0]).toBeGreaterThanOrEqual(offset);
          }
          if (at > 0 && !splitsPair(text, offset)) expect(view.span(at - 1, at)[0]).toBeLessThan(offset);
          expect(at).toBeLessThanOrEqual(view.text.length);
        }
      }),
      runs,
    );
  });

  it('reports hits whose original folds to the hit', () => {
    fc.assert(
      fc.property(mixed, fc.nat(40), fc.nat(12), (text, from, length) => {
        const view = fold(text);
        const to = Math.min(view.text.length, from + length);
        fc.pre(from < to);
        const hit = view.text.slice(from, to);
        const [start, end] = view.span(from, to);
        // A hit that cuts an expansion or 甚么 in two, or begins or ends at a blank or sign, is none of a phrase.
        fc.pre(view.text[to] !== '么');
        fc.pre(/^[\p{Script=Han}\p{L}\d]/u.test(hit) && /[\p{Script=Han}\p{L}\d]$/u.test(hit));
        fc.pre(
          view.span(from - 1, from)[1] <= start &&
            (to === view.text.length || view.span(to, to + 1)[0] >= end),
        );
        expect(folded(text.slice(start, end))).toBe(hit);
      }),
      runs,
    );
  });
});
