/** An exercise as its author writes it, after the schema has accepted it. */
import type { ListValue, PhraseList } from '../pack/shape.ts';
import type { Language } from '../transcript/transcript.ts';

/** One thing that a good answer does: apologise, say what happens next, take leave. */
export interface Step {
  /** What the step is called on the marked sheet: 致歉, apology. */
  step: string;
  points: number;
  /** Any of these earns the points; phrase templates, with the lists of the pack and of the exercise. */
  any: PhraseList;
  except?: PhraseList;
  /** Shown where the step is missing. */
  feedback?: string;
}

/** A wording that this item does not allow, beside those that the pack forbids. */
export interface Forbidden {
  phrases: PhraseList;
  except?: PhraseList;
  /** Points of the item that it costs, each time. */
  points?: number;
  /** The item earns nothing. */
  veto?: boolean;
  feedback?: string;
  instead?: string;
}

/** A situation to be answered in writing. */
export interface Item {
  id: string;
  /** What the customer says or does, and what is asked of the trainee. */
  situation: string;
  /** What the trainee should know beside it: the channel, what went before. */
  context?: string;
  /** Conditions that rules ask for with `when: {meta: …}`. */
  meta?: Record<string, unknown>;
  points: number;
  /** Their points add up to the item's. */
  steps: Step[];
  forbid?: Forbidden[];
  model: string[];
  /** Characters (zh) or words (en) of an answer. */
  length?: { min?: number; max?: number };
  clauses?: string[];
}

/** What a wording that the pack forbids costs, in per cent of the item's points. A rule with a veto takes all. */
export interface Costs {
  error: number;
  warning: number;
  info: number;
}

export interface Exercise {
  exercise: string;
  title: string;
  language: Language;
  /** Packs whose forbidden wordings cost points, and whose lists steps may name. */
  pack: string[];
  /** Per cent of all points. */
  pass: number;
  costs: Costs;
  lists: Record<string, ListValue>;
  items: Item[];
}
