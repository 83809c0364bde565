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
  const lineBreak = (at: number) => {
    if (text.text !== '' && !text.text.endsWith('\n')) text.add('\n', at);
  };
  const parser = new Parser({
    onopentagname(name) {
      if (HIDDEN.has(name)) hidden++;
      if (BLOCKS.has(name)) lineBreak(parser.startIndex);
    },
    onclosetag(name) {
      if (HIDDEN.has(name)) hidden--;
      if (BLOCKS.has(name)) lineBreak(parser.startIndex);
    },
    ontext(data) {
      if (hidden > 0) return;
      const end = parser.endIndex + 1;
      const at = end - data.length;
      // A character reference comes alone and is not what stands in the file.
      if (!html.startsWith(data, at)) text.add(data, parser.startIndex, end);
      else
        for (const run of data.matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g)) addRun(text, run[0], at + run.index);
    },
  });
  parser.end(html);
  return text.trim();
}

function addRun(text: Excerpt, run: string, at: number): void {
  if (!/[ \t\r\n\f]/.test(run)) text.add(run, at);
  else if (text.text !== '' && !/[ \n]$/.test(text.text)) text.add(' ', at, at + run.length);
}
