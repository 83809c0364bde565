import type { Locale } from '../../locale/locale.ts';
import type { GradeBook } from '../book.ts';

export interface GradeContext {
  locale: Locale;
  version: string;
  /** Whether colours may be used on this output. */
  color: boolean;
  /** Columns of the terminal; 80 where there is none. */
  width: number;
}

/** Turns a grade book into one output. */
export interface GradeFormat {
  name: string;
  /** One line for --help and the reference. */
  about: { zh: string; en: string };
  /** True where the output is not text, so that it cannot go to a terminal. */
  binary?: boolean;
  write(book: GradeBook, context: GradeContext): string | Uint8Array | Promise<string | Uint8Array>;
}
