import { linesOf } from '../../transcript/line-ends.ts';
import type { AnswerReader } from './reader.ts';
import { sheetIn } from './sheet.ts';
import type { SheetLine } from './sheet-line.ts';
import { frontMatter } from './trainee-name.ts';

/** One trainee's numbered answers in a plain text. */
export const text: AnswerReader = {
  extensions: ['txt', 'text'],
  read(source, items) {
    const { name, rest } = frontMatter(numbered(source.text()));
    return sheetIn(source, rest, items, name);
  },
};

/** The lines of a text with their numbers. */
export const numbered = (whole: string): SheetLine[] =>
  [...linesOf(whole)].map((line, index) => ({ text: line, line: index + 1 }));
