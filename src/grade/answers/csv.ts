import { csvTable } from '../../transcript/formats/csv.ts';
import { sheetsOf } from './class-table.ts';
import type { AnswerReader } from './reader.ts';

/** A class in one CSV or TSV, such as the export of a form. */
export const csv: AnswerReader = {
  extensions: ['csv', 'tsv'],
  read: (source, items) => sheetsOf(source, csvTable(source), items),
};
