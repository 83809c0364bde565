/** What a run is asked to do, and what it reads and writes beside the files that the user named. */
import type { Locale } from '../locale/locale.ts';
import type { FormatRequest } from './outputs.ts';
import type { Gates } from './tally.ts';

export interface RunOptions {
  paths: string[];
  packs: string[];
  config?: string;
  formats: FormatRequest[];
  gates: Gates;
  inputFormat?: string;
  encoding?: string;
  allChecks: boolean;
  explainScore: boolean;
  ladder: boolean;
  /** A file of violations that are let pass. */
  baseline?: string;
  locale: Locale;
}

/** What the run reads and writes beside the files that the user named. */
export interface Io {
  stdout: { color: boolean; width: number; write(text: string | Uint8Array): void };
  /** One line for people: warnings, errors, what was skipped. */
  say(line: string): void;
}
