/** What the reporter writes into the page and the page's script reads: plain JSON, short because there is much. */

/**
 * One transcript as the table, the filters and the charts need it. Numbers instead of names point into `PageData`;
 * -1 is for what is not known.
 */
export type WireRow = [
  id: string,
  /** 0 where it is the same as that of the row before. */
  file: string | 0,
  agent: number,
  team: number,
  /** Days since 1970-01-01. */
  day: number,
  score: number | null,
  passed: 0 | 1,
  turns: number,
  errors: number,
  warnings: number,
  infos: number,
  /** Rule, how often, points taken off; then the next rule. */
  rules: number[],
];

/** A part of a transcript's page; `0` stands for what is absent, since it is shorter than null. */
export interface Talk {
  turns: [role: number, text: string, speaker: string | 0, time: string | 0][];
  violations: WireViolation[];
  /** The arithmetic of the score: sign, number, what, how. */
  sum: [string, string, string, string][];
}

export interface WireViolation {
  rule: number;
  severity: number;
  points: number;
  /** Counts from 0. */
  turn: number;
  span: readonly [number, number];
  place: string;
  message: string;
  clauses?: readonly string[];
  /** Only where it is not what the rule says in general. */
  instead?: string;
  /** For an absence: the lines that were looked through, as a sentence. */
  searched?: string;
}

export interface PageRule {
  id: string;
  title: string;
  severity: number;
  clauses: readonly string[];
  source: string;
  instead?: string;
  why?: string;
}

/** Everything that is known only at the end, and is small. */
export interface PageData {
  language: 'zh' | 'en';
  labels: Record<string, string>;
  rules: PageRule[];
  agents: string[];
  teams: string[];
  /** What was checked and with which packs, as sentences. */
  about: string[];
  problems: string[];
}

export const ROLES = ['agent', 'customer', 'bot', 'system', 'unknown'] as const;
/** The gravest first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Classes and ids by which the script finds its data. */
export const TALK = 'talk-data';
export const ROWS = 'rows-data';
export const PAGE = 'page-data';
