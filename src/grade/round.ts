import { STEP_OF_MARKS } from './exercise-schema.ts';

/** Halves; a quarter is given to the trainee. */
export const roundMark = (points: number): number => Math.round(points / STEP_OF_MARKS) * STEP_OF_MARKS;
