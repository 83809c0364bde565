import type { Language, Role } from '../transcript/transcript.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A text that is put into words by a locale: a key of its table and the values that go in. */
export interface Message {
  key: string;
  values?: Record<string, string | number>;
  /** Values that are themselves to be put into words, such as an amount with its unit. */
  parts?: Record<string, Message>;
}

/** One place where a rule fails. */
export interface Violation {
  rule: string;
  kind: string;
  severity: Severity;
  /** What this violation cost after the rule's cap, 0 or more. */
  points: number;
  clauses: readonly string[];
  /** Counts from 1. */
  turn: number;
  role: Role;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** The offending words as they stand in the file; empty for an absence. */
  text: string;
  /** Offsets of `text` in its turn's text, for reporters that show the whole turn. */
  span: readonly [number, number];
  message: string;
  instead?: string;
  /** For an absence: the lines that were looked through. */
  searched?: { fromLine: number; toLine: number };
}

export type Outcome = 'pass' | 'fail' | 'na';

export interface Check {
  rule: string;
  outcome: Outcome;
  points: number;
  reason?: string;
}

export interface SectionScore {
  name: string;
  score: number;
}

/** One line of the arithmetic of a score. */
export interface Deduction {
  rule: string;
  count: number;
  points: number;
  cap: number | null;
  taken: number;
  section: string | null;
}

export interface VerdictTurn {
  role: Role;
  speaker?: string;
  text: string;
  start?: number;
  time?: string;
}

/** What was found in one transcript. Plain data: it crosses worker boundaries and goes to every reporter. */
export interface Verdict {
  file: string;
  id: string;
  agent: string | null;
  language: Language;
  meta: Record<string, unknown>;
  /** The conversation itself, so that reporters can show it. */
  turns: VerdictTurn[];
  /** 0 to 100; null when no rule was applicable. */
  score: number | null;
  scoreBeforeVeto: number | null;
  vetoedBy: string | null;
  passed: boolean;
  sections: SectionScore[];
  checks: { passed: number; failed: number; notApplicable: number };
  /** Findings that somebody silenced. */
  silenced?: number;
  /** Those of them that a baseline let pass. */
  known?: number;
  /** Every rule's outcome; empty where nobody asked for it. */
  checkList: Check[];
  deductions: Deduction[];
  violations: Violation[];
}

/** A file that could not be read, or a part of one that was skipped. */
export interface Problem {
  file: string;
  message: string;
  line?: number;
  column?: number;
}

/** A violation that counts, and where it is found. */
export interface Incident {
  file: string;
  id: string;
  rule: string;
  turn: number;
  line: number;
  /** ISO 8601, as far as it is known: a day or a month. */
  date: string;
}

/** How often one agent reached each step in one month. */
export interface AgentMonth {
  agent: string;
  /** YYYY-MM */
  month: string;
  steps: { name: string; count: number }[];
  incidents: Incident[];
}

/** What ran and what came of it, known at the end. */
export interface Summary {
  /** Steps by agent and month, where they were asked for. */
  ladder?: { months: AgentMonth[]; uncounted: number };
  files: number;
  transcripts: number;
  turns: number;
  errors: number;
  warnings: number;
  infos: number;
  /** Violations that a baseline let pass; absent where there is none. */
  known?: number;
  /** Where only some were looked at: which, of how many conversations. */
  sampled?: { share?: number; count?: number; seed: number; of: number };
  /** Mean of the transcripts' scores, rounded; null when none has one. */
  score: number | null;
  passed: boolean;
}
