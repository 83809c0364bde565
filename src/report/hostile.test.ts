import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { Parser } from 'saxen';
import { expect, test } from 'vitest';
import type { Verdict } from '../judge/verdict.ts';
import { csvText } from './csv.ts';
import { formats } from './index.ts';
import { markdownText } from './markdown-text.ts';
import { print, printBytes, sample } from './sample.ts';
import { sarifMessage } from './sarif-text.ts';
import { element } from './xml.ts';

const HOSTILE = [
  ']]><script>alert(1)</script>',
  '\n::error::owned\r\n| a | b |\u2028',
  'NUL\0 ESC\u001b[31m CSI\u009b2J bidi\u202e half\ud800',
  '@everyone #1 [click](javascript:alert) ![x](https://evil.example) www.evil.example `x` {0} %0A _x0041_ </details>',
].join(' ');

/** What a customer, an agent or a file's name may bring, in every place where a text of theirs is shown. */
const hostile: Verdict = {
  ...sample.chat,
  file: 'calls/a,b:c%0A <x>\u001b.txt',
  id: `=cmd()${HOSTILE}`,
  agent: `@SUM(1)${HOSTILE}`,
  violations: ['=cmd|calc', '+1', '-1', '@x', '\t=1', HOSTILE].map((text) => ({
    ...sample.chat.violations[0]!,
    text,
    message: `${text} said`,
    instead: `${text} instead`,
  })),
};

/** Line ends and tabs are all that any format needs. */
const OBEYED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/u;

const texts = Object.keys(formats).filter((name) => name !== 'xlsx');

test.each(texts)('%s lets nothing through that a terminal obeys or that reorders text', async (name) => {
  const written = await print(await formats[name]!(), [hostile, sample.hotline], { problem: true });
  expect(OBEYED.exec(written)).toBeNull();
  expect(written).not.toContain('::error::owned\n');
});

test.each(['checkstyle', 'junit'])('%s stays well-formed and says what was said', async (name) => {
  const written = await print(await formats[name]!(), [hostile], { problem: true });
  const messages: string[] = [];
  const parser = new Parser();
  parser.on(
    'openTag',
    (_: string, attributes: () => Record<string, string>, decode: (xml: string) => string) => {
      const { message } = attributes();
      if (message !== undefined) messages.push(decode(message));
    },
  );
  parser.on('error', (error: Error) => {
    throw error;
  });
  parser.parse(written);
  expect(messages.join('\n')).toContain(']]><script>alert(1)</script>');
  expect(messages.join('\n')).toContain('NUL␀ ESC␛[31m');
});

test.each(['sarif', 'gitlab', 'rdjson', 'json'])(
  '%s parses, and the words are in it as they were',
  async (name) => {
    const document = JSON.parse(await print(await formats[name]!(), [hostile]));
    const strings: string[] = [];
    JSON.stringify(document, (_, value) => {
      if (typeof value === 'string') strings.push(value);
      return value;
    });
    expect(strings.some((text) => text.includes('NUL\0 ESC\u001b[31m CSI\u009b2J bidi\u202e'))).toBe(true);
  },
);

test('a spreadsheet cell that would be a formula is text, in CSV and XLSX', async () => {
  const csv = await print(await formats.csv!(), [hostile]);
  const fields = (parse(csv, { bom: true, relax_column_count: false }) as string[][]).flat();
  for (const field of fields) expect(field).not.toMatch(/^\s*[=+\-@\t\r]/);
  expect(fields).toContain("'=cmd|calc");

  const bytes = await printBytes(await formats.xlsx!(), [hostile]);
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => ({ name, xml: strFromU8(part) }));
  for (const { name, xml } of parts) {
    expect([name, OBEYED.exec(xml)]).toEqual([name, null]);
    expect(xml).not.toMatch(/<f[ >]|<script/);
  }
  const rows = await readSheet(bytes, '违规');
  expect(rows.flat()).toContain('=cmd|calc');
  expect(rows.flat().join()).toContain('_x0041_');
  expect(parts.map(({ xml }) => xml).join()).toContain('_x005F_x0041_');
});

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['=1+1', "'=1+1"],
  ['  =1', "'  =1"],
  ['＝１', "'＝１"],
  ['\tx', "'    x"],
  ['a\nb', 'a⏎b'],
  ['3-4', '3-4'],
])('%j is the CSV field %j', (text, field) => {
  expect(csvText(text)).toBe(field);
});

test('markdown is shown as it was said', () => {
  expect(markdownText('a|b `c` <b> @me #1 https://x.y www.x.y [l](u)')).toBe(
    'a\\|b \\`c\\` &lt;b&gt; &#64;me \\#1 https&#58;//x.y www&#46;x.y \\[l\\](u)',
  );
});

test('a message plants neither a placeholder nor a link in SARIF', () => {
  expect(sarifMessage('{0} [click](javascript:x) a[1] {x}')).toBe('{{0}} \\[click\\](javascript:x) a[1] {x}');
});

test('XML keeps line ends in attributes and shows what it may not hold', () => {
  expect(element('a', { b: '<"\n\t\0>', c: undefined }, ']]>\r\ud800')).toBe(
    '<a b="&lt;&quot;&#10;&#9;␀&gt;">]]&gt;&#13;\ufffd</a>',
  );
});
