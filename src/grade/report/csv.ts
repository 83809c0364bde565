import { csvTable } from '../../report/csv.ts';
import { answerColumns, answersOf } from './columns.ts';
import type { GradeFormat } from './format.ts';

/** A row for each answer of each trainee, for whatever reads tables. */
export const csv: GradeFormat = {
  name: 'csv',
  about: {
    zh: '每人每题一行的 CSV（Excel 可直接打开）',
    en: 'CSV with a row for each answer, which Excel opens',
  },
  write(book, { locale }) {
    const columns = answerColumns(locale, true);
    const rows = answersOf(book).map((one) => columns.map(({ of }) => of(one)));
    return csvTable(columns, rows);
  },
};
