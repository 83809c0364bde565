/** The form of a situation that is answered in writing: a pack's scenarios have it, and an exercise's items. */
import * as v from 'valibot';

/** Marks are given in halves. */
export const STEP_OF_MARKS = 0.5;

export const text = v.pipe(v.string(), v.nonEmpty());
/** A phrase template, or several of which any will do. */
export const phrases = v.union([text, v.pipe(v.array(text), v.nonEmpty())]);
export const oneOrMore = v.union([text, v.pipe(v.array(text), v.nonEmpty())]);
export const marks = v.pipe(v.number(), v.minValue(STEP_OF_MARKS), v.multipleOf(STEP_OF_MARKS));

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const forbidden = v.strictObject({
  phrases,
  except: v.optional(phrases),
  points: v.optional(marks),
  veto: v.optional(v.boolean()),
  feedback: v.optional(text),
  instead: v.optional(text),
});

/** What a step says beside what it is worth. */
export const stepEntries = {
  step: text,
  any: phrases,
  except: v.optional(phrases),
  feedback: v.optional(text),
};

/** What a situation says beside its steps and what they are worth. */
export const situationEntries = {
  id: text,
  situation: text,
  context: v.optional(text),
  meta: v.optional(v.record(v.string(), v.unknown())),
  forbid: v.optional(v.array(forbidden)),
  model: oneOrMore,
  length: v.optional(v.strictObject({ min: v.optional(count), max: v.optional(count) })),
  clauses: v.optional(v.array(text)),
};

/** A pack's scenario: points are said where one step is worth more than another. */
export const scenario = v.strictObject({
  ...situationEntries,
  steps: v.pipe(v.array(v.strictObject({ ...stepEntries, points: v.optional(marks) })), v.nonEmpty()),
});
