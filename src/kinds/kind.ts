/** What a kind of rule is: its keys as a rule author writes them, how they compile, how it judges. */

import type { Scene } from '../judge/scene.ts';
import type { Message } from '../judge/verdict.ts';
import type { Role } from '../transcript/transcript.ts';

/** What may stand at a key. The schema, the checks and the reference are all made from this. */
export type KeyType =
  | 'phrases'
  | 'groups'
  | 'trigger'
  | 'steps'
  | 'integer'
  | 'flag'
  | 'duration'
  | 'window'
  | 'measure'
  /** The name of a metadata value. */
  | 'name'
  | { oneOf: readonly string[] };

export interface Key {
  type: KeyType;
  required?: true;
  about: { zh: string; en: string };
}

/** The number of a set of phrases in the phrasebook. */
export type SetId = number;

/** A situation: somebody said one of these. */
export interface Trigger {
  by: Role[];
  set: SetId;
  except?: SetId;
  alone?: SetId;
}

export interface Heard extends Trigger {
  /** How many turns back it may lie; anywhere before when absent. */
  turns?: number;
}

/** What a metadata value must be. */
export type MetaCondition =
  | { is: 'one-of'; values: (string | number | boolean)[] }
  | { is: 'between'; min?: number; max?: number }
  | { is: 'present'; present: boolean };

/** A rule as it runs. Plain data: it is kept on disk and sent to workers. */
export interface Rule {
  /** pack/key, for example zh/hotline/brush-off. */
  id: string;
  pack: string;
  kind: string;
  title: string;
  severity: 'error' | 'warning' | 'info';
  points: number;
  cap: number | null;
  veto: boolean | 'section';
  bonus: number;
  section: string | null;
  clauses: string[];
  language: 'zh' | 'en' | null;
  by: Role[];
  where: Where | null;
  when: { heard: Heard[]; meta: [string, MetaCondition][] };
  quoted: boolean;
  instead?: string;
  why?: string;
  body: unknown;
  definedAt: { file: string; line: number };
  overriddenAt: { file: string; line: number }[];
}

/** Which of a role's turns a rule looks at. */
export type Where =
  | { at: 'opening' | 'closing'; turns: number }
  /** Turns of the conversation, whoever speaks. */
  | { at: 'first' | 'last'; turns: number }
  | { at: 'first' | 'last'; seconds: number }
  | { at: 'first' | 'last'; share: number };

/** What compiles the values of a rule's keys. Errors it meets are thrown with the key's place. */
export interface KeyCompiler {
  has(key: string): boolean;
  phrases(key: string): SetId | undefined;
  groups(key: string): { name: string; set: SetId }[] | undefined;
  trigger(key: string): Trigger | undefined;
  steps(key: string): Step[];
  integer(key: string): number | undefined;
  flag(key: string): boolean;
  /** Seconds, or working days. */
  duration(key: string): Duration | undefined;
  window(key: string): Window | undefined;
  word(key: string): string | undefined;
  words(key: string): string[] | undefined;
  /** Refuses the rule at this key. */
  refuse(key: string, message: Message): never;
}

export interface Step {
  name: string;
  set: SetId;
  by: Role[] | null;
  optional: boolean;
}

export type Duration = { seconds: number } | { workdays: number };

/** How far a rule looks from its trigger. */
export type Window =
  | { in: 'sentence' }
  | { in: 'turns'; turns: number }
  | { in: 'seconds'; seconds: number }
  | { in: 'transcript' };

/** One place where a rule failed, before it is priced and put into words. */
export interface Finding {
  /** Index into the scene's turns. */
  turn: number;
  /** [start, end) in the folded text; null for an absence. */
  span: readonly [number, number] | null;
  message: Message;
  /** For an absence: first and last turn looked at. */
  searched?: readonly [number, number];
}

export type Judgement =
  | { outcome: 'pass' }
  | { outcome: 'fail'; findings: Finding[] }
  | { outcome: 'na'; reason: Message };

export interface Kind<Body = unknown> {
  name: string;
  about: { zh: string; en: string };
  keys: Readonly<Record<string, Key>>;
  /** @returns the body that `judge` is later given: plain data */
  compile(keys: KeyCompiler): Body;
  judge(body: Body, rule: Rule, scene: Scene): Judgement;
}

export const pass: Judgement = { outcome: 'pass' };
export const notApplicable = (key: string, values?: Message['values']): Judgement => ({
  outcome: 'na',
  reason: values ? { key, values } : { key },
});
/** @returns a failure, or a pass where nothing was found */
export const judged = (findings: Finding[]): Judgement =>
  findings.length > 0 ? { outcome: 'fail', findings } : pass;
