import type { Language } from '../../transcript/transcript.ts';
import type { Item } from '../exercise.ts';
import type { Remark } from '../mark.ts';

/** Nobody counts: a tenth more or less is as asked. */
const TOLERANCE = 0.1;
/** A short answer has lost the steps that it lacks; beside them half of the share that is missing is taken. */
const SHORT = 0.5;
const LONG = 0.5;
const LONG_AT_MOST = 0.2;

export interface LengthMark {
  remark: Remark | null;
  /** The share of its points that the answer keeps, 0 to 1. */
  keeps: number;
}

/** Characters that are not blank (zh), words (en). */
export function lengthOf(text: string, language: Language): number {
  if (language === 'en') return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return [...text.replace(/\s/g, '')].length;
}

/** @param text what is said, without what is nobody's */
export function judgeLength(text: string, { length }: Item, language: Language): LengthMark {
  const size = lengthOf(text, language);
  const { min = 0, max = Number.POSITIVE_INFINITY } = length ?? {};
  if (size < min * (1 - TOLERANCE)) return { remark: 'too-short', keeps: 1 - SHORT * (1 - size / min) };
  if (size > max * (1 + TOLERANCE))
    return { remark: 'too-long', keeps: 1 - Math.min(LONG_AT_MOST, LONG * (size / max - 1)) };
  return { remark: null, keeps: 1 };
}
