import type { Source } from '../../transcript/formats/format.ts';
import type { Sheet } from '../answers.ts';
import type { Items } from './items.ts';

/** One way answers are written down. A reader is one file that exports one of these. */
export interface AnswerReader {
  /** Lower case, without the dot. */
  extensions: readonly string[];
  /**
   * The sheets in the file's order. Tells on `source` what it does not take; its words are in the locale
   * (`answers.…`) or in those of the readers of transcripts. Throws ReadError where the file cannot be read.
   */
  read(source: Source, items: Items): Sheet[] | Promise<Sheet[]>;
}
