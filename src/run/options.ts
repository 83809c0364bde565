/** What a run is asked to do, and what it reads and writes beside the files that the user named. */
import type { Locale } from '../locale/locale.ts';
import type { Baseline } from './baseline.ts';
import type { FormatRequest } from './outputs.ts';
import type { SampleRequest } from './sample.ts';
import type { Gates } from './tally.ts';
import type { Timing } from './timing.ts';

export interface RunOptions {
  paths: string[];
  /** Which of the files that the paths stand for are wanted; all of them where absent. */
  only?(file: string): boolean;
  packs: string[];
  config?: string;
  formats: FormatRequest[];
  gates: Gates;
  /** Some of the conversations; all of them where absent. */
  sample?: SampleRequest;
  /** How many threads judge; as many as the machine has cores where absent. */
  concurrency?: number;
  /** The folder in which results are kept; none are where it is absent, or where a baseline or a sample counts. */
  cache?: string;
  inputFormat?: string;
  encoding?: string;
  allChecks: boolean;
  explainScore: boolean;
  ladder: boolean;
  /** Violations that are let pass. */
  baseline?: Baseline;
  /** What is told how long each part takes. */
  timing?: Timing;
  locale: Locale;
}

/** What the run reads and writes beside the files that the user named. */
export interface Io {
  stdout: { color: boolean; width: number; isTerminal: boolean; write(text: string | Uint8Array): void };
  /** One line for people: what went wrong, and why the run fails. */
  say(line: string): void;
  /** One line for people who want to know more: what was skipped, what could be mended. */
  note(line: string): void;
  /** Where somebody looks, what shows them how far the run is. */
  progress?: { read(bytes: number): void; judged(conversations: number): Promise<void> };
}
