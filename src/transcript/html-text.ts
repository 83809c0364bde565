import { Excerpt } from './excerpt.ts';

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const HIDDEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript']);

/**
 * What a reader of an HTML body sees: its text nodes with entities decoded, white space collapsed and a line
 * break where a block begins or ends, each character with its offset in the HTML.
 * A body without tags and entities is taken as it stands and the parser is not loaded.
 */
export async function htmlText(html: string): Promise<Excerpt> {
  const text = new Excerpt();
  if (!/<[a-z!/]|&[#a-z]/i.test(html)) return text.add(html, 0);
  const { Parser } = await import('htmlparser2');
  let hidden = 0;
  // Kept apart: to look at the end of a text that grows would copy it each time.
  let last = '';
  const put = (characters: string, from: number, to?: number) => {
    text.add(characters, from, to);
    last = characters.at(-1)!;
  };
  const lineBreak = () => {
    if (last !== '' && last !== '\n') put('\n', parser.startIndex);
  };
  const parser = new Parser({
    onopentagname(name) {
      if (HIDDEN.has(name)) hidden++;
      if (BLOCKS.has(name)) lineBreak();
    },
    onclosetag(name) {
      if (HIDDEN.has(name)) hidden--;
      if (BLOCKS.has(name)) lineBreak();
    },
    ontext(data) {
      if (hidden > 0) return;
      const end = parser.endIndex + 1;
      const at = end - data.length;
      // A character reference comes alone and is not what stands in the file.
      if (!html.startsWith(data, at)) return put(data, parser.startIndex, end);
      for (const { 0: run, index } of data.matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g)) {
        if (!/^[ \t\r\n\f]/.test(run)) put(run, at + index);
        else if (last !== '' && last !== ' ' && last !== '\n') put(' ', at + index, at + index + run.length);
      }
    },
  });
  parser.end(html);
  return text.trim();
}
