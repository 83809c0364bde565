import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { type Bounds, clauses, quoted, sentences, wordEnd, wordStart } from './sentences.ts';

const cut = (text: string, bounds: Bounds) => {
  const parts: string[] = [];
  for (let i = 0; i < bounds.length; i += 2) parts.push(text.slice(bounds[i], bounds[i + 1]));
  return parts;
};

describe('sentences', () => {
  it.each([
    ['您好。请问?好的!', ['您好。', '请问?', '好的!']],
    ['好的;稍等…谢谢', ['好的;', '稍等…', '谢谢']],
    ['他说:"好的。"然后走了', ['他说:"好的。"', '然后走了']],
    ['他说“好的。”然后“不。”', ['他说“好的。”', '然后“不。”']],
    ['好的。"不行"是他说的', ['好的。', '"不行"是他说的']],
    ["he said 'no.' then left", ["he said 'no.'", 'then left']],
    ['what?! (really.) ok', ['what?!', '(really.)', 'ok']],
    ['one\ntwo \n three', ['one', 'two', 'three']],
    ['hello. how are you?', ['hello.', 'how are you?']],
    ['it is 3.5 or v2.0. fine', ['it is 3.5 or v2.0.', 'fine']],
    ['see example.com. thanks', ['see example.com.', 'thanks']],
    ['open https://a.cn/b?x=1;y=2. then', ['open https://a.cn/b?x=1;y=2.', 'then']],
    ['点https://a.cn/b?x=1。好', ['点https://a.cn/b?x=1。', '好']],
    ['mr. li, dr. wang and mrs. he', ['mr. li, dr. wang and mrs. he']],
    ['e.g. at 9 a.m. today, i.e. now', ['e.g. at 9 a.m. today, i.e. now']],
    ['no. i cannot', ['no.', 'i cannot']],
    ['ask for no. 5 please', ['ask for no. 5 please']],
    ['1. restart it. 2. wait', ['1. restart it.', '2. wait']],
    ['1.您好', ['1.您好']],
    ['it costs 5. thanks', ['it costs 5.', 'thanks']],
    ['ok.', ['ok.']],
    ['', []],
    [' \n ', []],
  ])('%s', (text, expected) => expect(cut(text, sentences(text))).toEqual(expected));
});

describe('clauses', () => {
  it.each([
    ['好的,您稍等,我看一下。', ['好的,', '您稍等,', '我看一下。']],
    ['说明:一、二—三', ['说明:', '一、', '二—', '三']],
    ['3,000 at 10:30, thanks', ['3,000 at 10:30,', 'thanks']],
    ['“好的,”他说', ['“好的,”', '他说']],
    ['see http://a.cn:80/x, ok', ['see http://a.cn:80/x,', 'ok']],
  ])('%s', (text, expected) => expect(cut(text, clauses(text))).toEqual(expected));
});

describe('word boundaries', () => {
  it('are where no word runs on', () => {
    const text = "can't 好ok3 a-b";
    const starts = [...text].map((_, i) => i).filter((i) => wordStart(text, i) && /\w/.test(text[i]!));
    expect(starts).toEqual([0, 7, 11, 13]);
    expect(wordEnd(text, 3)).toBe(false);
    expect(wordEnd(text, 4)).toBe(false);
    expect(wordEnd(text, 5)).toBe(true);
    expect(wordEnd(text, 9)).toBe(false);
    expect(wordEnd(text, text.length)).toBe(true);
    expect(wordEnd("the agents' desk", 10)).toBe(true);
  });
});

describe('quoted', () => {
  const inside = (text: string) => quoted(text).map((span) => text.slice(...span));

  it.each([
    ['客户说“不知道”三个字', ['不知道']],
    ['他说「不『行』了」吧', ['不『行』了']],
    ['您说"不知道"是吗', ['不知道']],
    ['您说"不"和"行"吗', ['不', '行']],
    ['you said "shut up" to me', ['shut up']],
    ["you said 'shut up' to me", ['shut up']],
    ["i don't think it's 'fine'", ['fine']],
    ["the customers' bill and the agents' desk", []],
    ['a 24" screen and a 30" one', []],
    ['he said "no. then "yes" again', ['yes']],
    ['未闭合“不知道', []],
    ['未闭合“不知道“真的”', ['真的']],
    ['unclosed "no\nand" then', []],
    [`he said "${'no '.repeat(30)}no" twice`, []],
    ['“不知道。”', []],
    ['“好的。”“不知道!”…', []],
    ['"不知道"!', []],
    ['', []],
  ])('%s', (text, expected) => expect(inside(text)).toEqual(expected));
});

describe('on any text', () => {
  const pieces = fc.constantFrom(
    ...'您好。!?;…,、:—“”「」『』"\'()1.a b',
    'http://',
    '\n',
    'mr.',
    '😊',
    'e.g.',
  );
  const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => fold(parts.join('')).text);

  it('bounds ascend, are trimmed, and leave out nothing but blanks', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, fine) => {
        const bounds = fine ? clauses(text) : sentences(text);
        let end = 0;
        for (let i = 0; i < bounds.length; i += 2) {
          expect(text.slice(end, bounds[i]).trim()).toBe('');
          const part = text.slice(bounds[i], bounds[i + 1]);
          expect(part).not.toBe('');
          expect(part.trim()).toBe(part);
          end = bounds[i + 1]!;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });

  it('quotations ascend and do not overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = -1;
        for (const [from, to] of quoted(text)) {
          expect(from).toBeGreaterThan(end);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThan(text.length);
          end = to;
        }
      }),
    );
  });
});
