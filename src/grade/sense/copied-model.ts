import type { Reading } from '../reading.ts';
import { likeness } from './likeness.ts';

/** From here on an answer is the key with a character changed. */
const SAME = 0.95;

/** Whether the answer is a model answer. Who knows it by heart keeps the marks; the trainer is told. */
export const copiesModel = ({ original, item }: Reading): boolean =>
  item.model.some((model) => likeness(original, model, SAME) >= SAME);
