import { core } from './likeness.ts';
import type { Sense } from './sense.ts';

/** What people write into a box that must not be left empty. */
const NOTHING = new Set('无 略 空 没有 未答 未作答 没写 na none nil nothing blank'.split(' '));

export const empty: Sense = {
  remark: 'empty',
  sees({ original }) {
    const letters = core(original);
    return letters === '' || NOTHING.has(letters);
  },
};
