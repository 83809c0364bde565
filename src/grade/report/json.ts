import type { GradeFormat } from './format.ts';

/** The whole grade book as one document, for programs. */
export const json: GradeFormat = {
  name: 'json',
  about: { zh: '完整的成绩册,供程序读取', en: 'the whole grade book, for programs' },
  write(book, { version }) {
    const document = { schemaVersion: 1, tool: { name: 'courtesy', version }, ...book };
    return `${JSON.stringify(document, null, 2)}\n`;
  },
};
