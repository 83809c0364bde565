/** The form of an exercise. What the form cannot say is checked when the exercise is loaded. */
import * as v from 'valibot';
import { marks, oneOrMore, situationEntries, stepEntries, text } from '../pack/scenario-form.ts';
import { listsSchema } from '../pack/schema.ts';

export { STEP_OF_MARKS } from '../pack/scenario-form.ts';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

const item = v.strictObject({
  ...situationEntries,
  points: marks,
  steps: v.pipe(v.array(v.strictObject({ ...stepEntries, points: marks })), v.nonEmpty()),
});

/** The schema of an exercise: checked when it is loaded, and published for editors. */
export const exerciseSchema = (): v.GenericSchema =>
  v.strictObject({
    exercise: text,
    title: text,
    language: v.picklist(['zh', 'en']),
    pack: oneOrMore,
    pass: v.optional(share),
    costs: v.optional(
      v.strictObject({
        error: v.optional(share),
        warning: v.optional(share),
        info: v.optional(share),
      }),
    ),
    lists: v.optional(listsSchema()),
    items: v.pipe(v.array(item), v.nonEmpty()),
  });
