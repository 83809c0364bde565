import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { numberedParagraphs } from './docx-numbering.ts';

const part = (name: string, body: string) =>
  strToU8(`<?xml version="1.0"?><w:${name} xmlns:w="urn:w">${body}</w:${name}>`);
const level = (at: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (text: string, id?: number, at?: number, style?: string) => {
  const own =
    id === undefined
      ? ''
      : `<w:numPr>${at === undefined ? '' : `<w:ilvl w:val="${at}"/>`}<w:numId w:val="${id}"/></w:numPr>`;
  return `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${own}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
};

async function labels(body: string, numbering: string, styles = '') {
  const bytes = zipSync({
    'word/styles.xml': part('styles', styles),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/numbering.xml': part('numbering', numbering),
  });
  const paragraphs = await numberedParagraphs(Buffer.from(bytes));
  return paragraphs.map(({ label, text }) => `${label ?? ''}${text}`);
}

test('levels count within the level above, and lists of one abstract list count on', async () => {
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>` +
    list(1, 0) +
    list(2, 0) +
    list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
  const body =
    item('a', 1) +
    item('b', 1, 1) +
    item('c', 1, 1) +
    item('d', 2, 0) +
    item('e', 1, 1) +
    item('x') +
    item('f', 3) +
    item('g', 3);
  expect(await labels(body, numbering)).toEqual(['1.a', '1.1b', '1.2c', '2.d', '2.1e', 'x', '1.f', '2.g']);
});

test('numbers are written as their format says', async () => {
  const formats: [string, string, number][] = [
    ['chineseCountingThousand', '%1、', 19],
    ['decimalEnclosedCircle', '%1', 3],
    ['decimal', '（%1）', 10],
    ['lowerLetter', '%1)', 2],
    ['bullet', '', 1],
  ];
  const numbering = formats
    .map(
      ([format, text, start], at) =>
        `<w:abstractNum w:abstractNumId="${at}">${level(0, format, text, start)}</w:abstractNum>${list(at + 1, at)}`,
    )
    .join('');
  const body = formats.map((_, at) => item('x', at + 1) + item('x', at + 1)).join('');
  expect(await labels(body, numbering)).toEqual([
    '十九、x',
    '二十、x',
    '③x',
    '④x',
    '（10）x',
    '（11）x',
    'b)x',
    'c)x',
    'x',
    'x',
  ]);
});

test('a style may number its paragraphs, and one of them may be taken out', async () => {
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}</w:abstractNum>${list(1, 0)}`;
  const styles =
    '<w:style w:styleId="L"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:styleId="M"><w:basedOn w:val="L"/></w:style>';
  const body =
    item('a', undefined, undefined, 'L') +
    item('b', 0, undefined, 'L') +
    item('c', undefined, undefined, 'M');
  expect(await labels(body, numbering, styles)).toEqual(['1.a', 'b', '2.c']);
});
