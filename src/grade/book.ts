/** The grade book of a class: what reports are made of. Plain data; the same sheets give the same book. */
import type { Irregularity } from './answers.ts';
import type { Exercise } from './exercise.ts';
import type { MarkedSheet } from './mark.ts';

/** Two trainees' answers to one item that look too alike to have been written apart. */
export interface Alike {
  item: string;
  trainees: readonly [string, string];
  /** 0 to 1; 1 is the same words. */
  likeness: number;
}

export interface ItemStatistics {
  item: string;
  /** Mean share of the points earned, 0 to 1: the higher, the easier. */
  facility: number;
  /** Corrected item–total correlation, -1 to 1; null where marks do not vary or fewer than three were marked. */
  discrimination: number | null;
  /** Steps most often left out, with the number of trainees. */
  omitted: { step: string; count: number }[];
}

export interface ClassStatistics {
  trainees: number;
  passed: number;
  /** Per cent, one decimal; null for an empty class. */
  mean: number | null;
  median: number | null;
  /** Sample standard deviation; null for fewer than two. */
  deviation: number | null;
  lowest: number | null;
  highest: number | null;
  items: ItemStatistics[];
  /** Wordings most often marked down: rule id (null for an item's own) and its title or feedback. */
  wordings: { rule: string | null; title: string; count: number }[];
}

export interface GradeBook {
  exercise: Exercise;
  /** By trainee, in the order of code points; then by file. */
  sheets: MarkedSheet[];
  irregularities: { trainee: string; file: string; one: Irregularity }[];
  alike: Alike[];
  statistics: ClassStatistics;
}
