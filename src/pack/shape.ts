/** A pack as its author writes it, after the schema has accepted it. */
import type { Item, Step } from '../grade/exercise.ts';

export type PhraseList = string | string[];
export type ListValue = string[] | { stem?: boolean; words: string[] };

export interface ExampleObject {
  turns?: (string | { role: string; text: string; start?: number; end?: number; time?: string })[];
  text?: string;
  meta?: Record<string, unknown>;
}
export type Example = string | ExampleObject;

export interface RuleSpec {
  title?: string;
  severity?: 'error' | 'warning' | 'info' | 'off';
  points?: number;
  cap?: number;
  veto?: boolean | 'section';
  bonus?: number;
  section?: string;
  clauses?: string[];
  why?: string;
  by?: string | string[];
  where?: Partial<Record<'opening' | 'closing' | 'first' | 'last', number | string>>;
  when?: { heard?: unknown; meta?: Record<string, unknown> };
  quoted?: boolean;
  instead?: string;
  examples?: { bad?: Example[]; good?: Example[] };
  [kind: string]: unknown;
}

export interface LadderSpec {
  per: 'month';
  /** From which severity on a violation counts; error when absent. */
  violation?: 'error' | 'warning' | 'info';
  /** The first step counts violations; `of` names the step that the later ones count. */
  steps: { name: string; after: number; of: string }[];
  clauses?: string[];
}

export interface ScorecardSpec {
  method?: 'deduct' | 'weighted';
  pass?: number;
  sections?: Record<string, number>;
}

/** A situation that trainees answer in writing: an exercise's item, before an exercise gives it its points. */
export type Scenario = Omit<Item, 'points' | 'steps' | 'model'> & {
  steps: (Omit<Step, 'points'> & { points?: number })[];
  model: string | string[];
};

export interface PackSpec {
  pack: string;
  title: string;
  version: string;
  language?: 'zh' | 'en';
  extends?: string[];
  source?: string;
  lists?: Record<string, ListValue>;
  scorecard?: ScorecardSpec;
  ladder?: LadderSpec;
  rules?: Record<string, RuleSpec>;
  /** What `exercise new` draws from; judging needs none of them. */
  scenarios?: Scenario[];
}

/** A pack that has been read and found well-formed. Plain data, so that shipped packs need no YAML at run time. */
export interface LoadedPack {
  spec: PackSpec;
  /** As errors and reports name it. */
  file: string;
  /** The file that decides what is in it, where that is another or `file` is no path from here. */
  from?: string;
  /** Where each rule is written. */
  lines: Record<string, number>;
  /** As it was written, to find the place of a mistake; shipped packs have none. */
  text?: string;
  /** Where in the text each rule's keys stand, for a pack made out of another kind of file; `rules.<key>.<kind>` otherwise. */
  origins?: Record<string, readonly (string | number)[]>;
  /** Its phrases have been tried on themselves before. */
  proven?: boolean;
}
