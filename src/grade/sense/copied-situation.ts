import { said } from '../reading.ts';
import { core } from './likeness.ts';
import type { Sense } from './sense.ts';

/** Letters beside the copy that are still no answer. */
const LITTLE = { zh: 4, en: 12 } as const;

export const copiedSituation: Sense = {
  remark: 'copied-situation',
  sees: (reading) => reading.copied.length > 0 && core(said(reading)).length <= LITTLE[reading.language],
};
