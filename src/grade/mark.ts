/** What an answer earned, and why. Plain data. */
import type { Severity } from '../judge/verdict.ts';

export interface StepMark {
  step: string;
  possible: number;
  earned: number;
  /** [start, end) in the answer's text of what earned it. */
  span?: readonly [number, number];
  feedback?: string;
}

/** Points taken off for a wording. */
export interface WordingMark {
  /** The pack's rule, or null for a wording that the item forbids. */
  rule: string | null;
  severity: Severity;
  clauses: readonly string[];
  span: readonly [number, number];
  text: string;
  cost: number;
  veto: boolean;
  message: string;
  instead?: string;
}

/** What a marker sees in an answer as a whole. */
export type Remark =
  | 'missing'
  | 'empty'
  | 'copied-situation'
  | 'copied-model'
  | 'wrong-language'
  | 'keywords-only'
  | 'addresses-marker'
  | 'too-short'
  | 'too-long';

export interface Mark {
  item: string;
  text: string;
  line: number;
  possible: number;
  /** What counts: the trainer's own mark where there is one. */
  points: number;
  /** What the program gave. */
  given: number;
  steps: StepMark[];
  wordings: WordingMark[];
  remarks: Remark[];
  /** A correction that the trainer made. */
  override?: { points: number; reason?: string; by?: string };
}

/** A trainee's marked sheet. */
export interface MarkedSheet {
  trainee: string;
  file: string;
  /** In the order of the exercise, one for each item. */
  marks: Mark[];
  points: number;
  possible: number;
  /** 0 to 100, one decimal. */
  percent: number;
  passed: boolean;
}
