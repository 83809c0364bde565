import type { Sheet } from './sheet.ts';

/** A line to write on: Markdown shows it as a rule across the page. */
const RULE = '_'.repeat(40);
const BLANK = '_'.repeat(16);
const LINES = 3;

/** @param answer the word before an answer, with its colon */
export function sheetMarkdown({ title, blanks, instructions, items }: Sheet, answer: string): string {
  const parts = [
    `# ${escaped(title)}`,
    blanks.map((blank) => `${blank}${BLANK}`).join('  '),
    escaped(instructions),
    ...items.flatMap(({ heading, points, context }) => [
      `## ${escaped(heading)}${points}`,
      ...(context === null ? [] : [`> ${escaped(context)}`]),
      answer,
      ...Array.from({ length: LINES }, () => RULE),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** On one line, with nothing that Markdown would take for markup. */
const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_<>#[\]|~]/g, '\\$&');
