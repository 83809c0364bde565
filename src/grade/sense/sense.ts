import type { Remark } from '../mark.ts';
import type { Reading } from '../reading.ts';

/** Something that a marker sees at a glance and that makes an answer worth nothing. */
export interface Sense {
  remark: Remark;
  sees(reading: Reading): boolean;
}
