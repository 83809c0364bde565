import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasWords, placeholders } from './placeholders.ts';

/** The text with what is no words shown as □. */
function shown(text: string): string {
  let out = '';
  let at = 0;
  for (const [start, end] of placeholders(text)) {
    out += `${text.slice(at, start)}□`;
    at = end;
  }
  return out + text.slice(at);
}

describe('what is no words', () => {
  test.each([
    ['您好，{name}，请稍等', '您好，□，请稍等'],
    ['{currency}{amount-of-money} to {PERSON}.', '□□ to □.'],
    ['Hi {{ user.name }} and {{{raw}}}', 'Hi □ and □'],
    [`I'll send it to \${if(Data.Email == null, '}', Data.Email)}.`, "I'll send it to □."],
    ['$' + '{join(foreach(x, i, `$' + '{i}`), "{")}完', '□完'],
    ['共 %d 条，%s，%1$s，%(count)s，%.2f，%@，%{name}', '共 □ 条，□，□，□，□，□，□'],
    ['100% sure, 50%discount, 100%的', '100% sure, 50%discount, 100%的'],
    ['Hello %name%!', 'Hello □!'],
    ['<b>您好</b>，<br/>a < b <a href="x">这里</a>&nbsp;', '□您好□，□a < b □这里□□'],
    ['见[帮助](https://a.example/x(1)?q=1)。', '见[帮助□。'],
    ['网址 https://a.example/?a=1。谢谢', '网址 □。谢谢'],
    ['see https://a.example/x.', 'see □.'],
    ['<https://a.example|here>', '□here>'],
    ['<%= botName %> $name $t(common.bye) #{x}', '□ □ □ □'],
    ['It costs $5 and US$ 3', 'It costs $5 and US$ 3'],
    ['{n, plural, one {# item} other {all # items}} left', '□□ item□all □ items□ left'],
    ['{g, select, male {他} other {{name}说}}走了', '□他□□说□走了'],
    ['{unclosed 您好', '{unclosed 您好'],
    [`\${unclosed 您好`, `\${unclosed 您好`],
    [`\${user's name} 您好`, '□ 您好'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

test('spans are in order, apart, within the text, and a plain text has none', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    `\${`,
    "'",
    '"',
    '%s',
    '<',
    '>',
    'a',
    '您好',
    ', plural, ',
    '](',
    ')',
    'https://',
    '#',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      let at = 0;
      for (const [start, end] of placeholders(text)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
    }),
  );
  expect(placeholders('您好，请稍等。It’s fine (really)!')).toEqual([]);
});

test('a text of nothing but placeholders has no words', () => {
  const words = (text: string) => hasWords(text, placeholders(text));
  expect(words(`\${a} - \${b}.`)).toBe(false);
  expect(words(`\${a} 好`)).toBe(true);
  expect(words('👍')).toBe(true);
});

test('long hostile texts take no long time', () => {
  const start = performance.now();
  for (const piece of [
    `\${`,
    '{',
    `\${'`,
    '<a ',
    '<!--',
    '](',
    '{a,plural,',
    '%(',
    'https://',
    '{a,plural,b{',
  ]) {
    placeholders(piece.repeat(Math.ceil(100_000 / piece.length)));
  }
  expect(performance.now() - start).toBeLessThan(4000);
});
