import type { AnswerReader } from './reader.ts';
import { sheetIn, withTexts } from './sheet.ts';
import type { Block, SheetLine } from './sheet-line.ts';
import { numbered } from './text.ts';
import { frontMatter } from './trainee-name.ts';

/** Code fences and rules between parts. */
const NO_WORDS = /^\s{0,3}(?:`{3,}.*|~{3,}.*|(?:-{3,}|\*{3,}|={3,})\s*)$/;
const TABLE = /^\s*\|.*\|\s*$/;
const SEPARATOR = /^[\s|:-]+$/;
/** Of a quotation or a heading. */
const LEAD = /^ {0,3}(?:>\s?|#{1,6}\s+)+/gm;
/** Bold, code, escapes; not the lines that a sheet has to write on. */
const MARKS = /\*\*|(?<!_)__(?!_)|`+|\\(?=[\\`*_{}[\]()#+\-.!|<>~])/g;

/** One trainee's numbered answers in Markdown: under headings, in paragraphs or in a table. Marks are left out. */
export const markdown: AnswerReader = {
  extensions: ['md', 'markdown'],
  read(source, items) {
    const { name, rest } = frontMatter(numbered(withoutComments(source.text())));
    const clean = (text: string) => withoutLead(text).replace(MARKS, '').trim();
    return sheetIn(source, blocksOf(rest), items, name).map((sheet) => withTexts(sheet, clean));
  },
};

/** A text without the marks of quotations and headings. */
export const withoutLead = (text: string): string => text.replace(LEAD, '');

/** Their lines stay, so that those below keep their numbers. */
const withoutComments = (whole: string) =>
  whole.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\r\n]/g, ''));

function blocksOf(lines: readonly SheetLine[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (!TABLE.test(line.text)) blocks.push(NO_WORDS.test(line.text) ? { ...line, text: '' } : line);
    else {
      const rows = last && 'rows' in last ? last.rows : [];
      if (!last || !('rows' in last)) blocks.push({ rows });
      if (!SEPARATOR.test(line.text)) rows.push({ line: line.line, cells: cellsOf(line.text) });
    }
  }
  return blocks;
}

const cellsOf = (row: string) =>
  row
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll(/<br\s*\/?>/gi, '\n').trim());
