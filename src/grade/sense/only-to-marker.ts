import { said } from '../reading.ts';
import { core } from './likeness.ts';
import type { Sense } from './sense.ts';

/** Letters beside the plea that are still no answer. */
const LITTLE = { zh: 4, en: 12 } as const;

export const onlyToMarker: Sense = {
  remark: 'addresses-marker',
  sees: (reading) => reading.toMarker.length > 0 && core(said(reading)).length <= LITTLE[reading.language],
};
