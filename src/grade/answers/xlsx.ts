import { xlsxTable } from '../../transcript/formats/xlsx.ts';
import { sheetsOf } from './class-table.ts';
import type { AnswerReader } from './reader.ts';

/** A class in one workbook: its first sheet that has rows. */
export const xlsx: AnswerReader = {
  extensions: ['xlsx', 'xlsm'],
  read: async (source, items) => sheetsOf(source, await xlsxTable(source), items),
};
