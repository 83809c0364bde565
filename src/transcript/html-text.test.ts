import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlText } from './html-text.ts';

const origin = (excerpt: Awaited<ReturnType<typeof htmlText>>) =>
  excerpt.origin((offset) => ({ line: 1, column: offset }));

test.each([
  ['plain < text', 'plain < text'],
  ['<p>Hello <b>you</b>&nbsp;&amp; me</p>', 'Hello you\u00a0& me'],
  ['<p>one</p>\n<p>two<br>three</p>', 'one\ntwo\nthree'],
  ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
  ['a  <i> b</i>\n c', 'a b c'],
  ['x<script>var a = "<p>";</script><style>p {}</style>y', 'xy'],
  ['&#20320;&#x597d;', '你好'],
  ['<p>unclosed <b>tag', 'unclosed tag'],
  ['<!-- note --><p></p>', ''],
])('%s', async (html, text) => {
  expect((await htmlText(html)).text).toBe(text);
});

test('characters are where they stand in the HTML', async () => {
  const html = '<div class="a">您好&amp;<b>再见</b></div>';
  const excerpt = await htmlText(html);
  const { locate } = origin(excerpt);
  for (const word of ['您', '&', '再', '见']) {
    expect(locate(excerpt.text.indexOf(word)).column, word).toBe(html.indexOf(word));
  }
  expect(locate(excerpt.text.length).column).toBe(html.indexOf('</b>'));
});

test('whatever the HTML, words stand where they say', async () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<b',
    '>',
    '&lt;',
    '&#65;',
    '&',
    ' ',
    '\n',
    '好',
    'ab',
    '<br/>',
    '</',
    '<!--',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
      const html = pieces.join('');
      const excerpt = await htmlText(html);
      const { locate } = origin(excerpt);
      for (const [index, character] of [...excerpt.text].entries()) {
        if (/[好b]/.test(character)) expect(html[locate(index).column]).toBe(character);
      }
    }),
    { numRuns: 300 },
  );
});
