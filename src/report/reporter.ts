import type { Problem, Severity, Summary, Verdict } from '../judge/verdict.ts';
import type { Locale } from '../locale/locale.ts';

export interface PackInfo {
  name: string;
  version: string;
  title: string;
  rules: number;
}

/** What a reporter may say of a rule, in the user's language. */
export interface RuleInfo {
  id: string;
  kind: string;
  title: string;
  severity: Severity;
  points: number;
  clauses: readonly string[];
  /** The norm document that the rule's pack follows. */
  source: string;
  instead?: string;
  why?: string;
}

/** What every reporter is given before the first verdict. */
export interface ReportContext {
  version: string;
  packs: PackInfo[];
  rules: ReadonlyMap<string, RuleInfo>;
  locale: Locale;
  /** Whether colours may be used on this output. */
  color: boolean;
  /** Columns of the terminal; 80 where there is none. */
  width: number;
  allChecks: boolean;
  explainScore: boolean;
  /** Writes to the reporter's own output: stdout or the file that the user named. */
  write(text: string | Uint8Array): void;
}

/** Turns verdicts into one output as they are finished; nothing but `write` leaves it. */
export interface Reporter {
  verdict(verdict: Verdict): void;
  /** Instead of their verdicts, what the format's `textOf` made of conversations, one after the other. */
  texts?(texts: Uint8Array): void;
  problem(problem: Problem): void;
  /** Called once, after the last verdict. */
  end(summary: Summary): void | Promise<void>;
}

/** What the text of one conversation depends on beside it. */
export type TextOptions = Pick<ReportContext, 'allChecks' | 'explainScore'>;

export interface ReportFormat {
  name: string;
  /** One line for --help and the reference. */
  about: { zh: string; en: string };
  /** True where the output is not text, so that it cannot go to a terminal. */
  binary?: boolean;
  /**
   * For formats in which a conversation is a text of its own that depends on no other: that text, as it stands behind
   * another's. It is made by whichever thread judges.
   */
  textOf?(verdict: Verdict, options: TextOptions): string;
  open(context: ReportContext): Reporter | Promise<Reporter>;
}
