/** The trainer's own marks: written down once, they survive every grading. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { Message } from '../judge/verdict.ts';
import { PackError, type PackProblem } from '../pack/problem.ts';
import { checked } from '../pack/schema.ts';
import { type Place, parseYaml } from '../pack/source.ts';
import { nearest } from '../text/nearest.ts';
import type { Sheet } from './answers.ts';
import type { Exercise } from './exercise.ts';
import { STEP_OF_MARKS } from './exercise-schema.ts';
import type { Mark } from './mark.ts';

export const OVERRIDES_NAME = 'overrides.yaml';

export interface Override {
  trainee: string;
  item: string;
  points: number;
  reason?: string;
  by?: string;
  /** Where it is written. */
  place: Place;
}

const text = v.pipe(v.string(), v.nonEmpty());

/** The schema of overrides.yaml: checked here and published for editors. */
export const overridesSchema = (): v.GenericSchema =>
  v.array(
    v.strictObject({
      trainee: v.union([text, v.number()]),
      item: v.union([text, v.number()]),
      points: v.pipe(v.number(), v.minValue(0), v.multipleOf(STEP_OF_MARKS)),
      reason: v.optional(text),
      by: v.optional(text),
    }),
  );

/** @returns the file beside an exercise; undefined where there is none */
export function overridesBeside(exercise: string): string | undefined {
  const file = path.join(path.dirname(exercise), OVERRIDES_NAME);
  return existsSync(file) ? file : undefined;
}

/** @throws PackError where the file cannot be read or is not of the form */
export function loadOverrides(file: string): Override[] {
  const name = file.replaceAll('\\', '/');
  let yaml: string;
  try {
    yaml = readFileSync(file, 'utf8');
  } catch (error) {
    const why = (error as Error).message;
    throw new PackError([{ file: name, line: 0, column: 0, message: unreadable(why) }]);
  }
  return parseOverrides(name, yaml);
}

const unreadable = (why: string): Message => ({ key: 'override.unreadable', values: { why } });

/** @param file as problems name it */
export function parseOverrides(file: string, yaml: string): Override[] {
  const source = parseYaml(file, yaml);
  if (source.data === null || source.data === undefined) return [];
  const entries = checked(overridesSchema(), source) as Omit<Override, 'place'>[];
  return entries.map((one, index) => ({
    ...one,
    trainee: String(one.trainee),
    item: String(one.item),
    place: source.place([index]),
  }));
}

/**
 * @returns what puts the trainer's mark in the place of the program's
 * @throws PackError with every override that fits nothing
 */
export function overriding(
  overrides: readonly Override[],
  exercise: Exercise,
  sheets: readonly Sheet[],
): (trainee: string, mark: Mark) => Mark {
  const problems = overrides.flatMap((one, index): PackProblem[] => {
    const message = misfit(one, overrides.slice(0, index), exercise, sheets);
    return message ? [{ ...one.place, message }] : [];
  });
  if (problems.length > 0) throw new PackError(problems);
  return (trainee, mark) => {
    const found = overrides.find((one) => one.trainee === trainee && one.item === mark.item);
    if (!found) return mark;
    const { points, reason, by } = found;
    return {
      ...mark,
      points,
      override: { points, ...(reason === undefined ? {} : { reason }), ...(by === undefined ? {} : { by }) },
    };
  };
}

function misfit(
  { trainee, item, points }: Override,
  before: readonly Override[],
  exercise: Exercise,
  sheets: readonly Sheet[],
): Message | null {
  const names = [...new Set(sheets.map((sheet) => sheet.trainee))];
  if (!names.includes(trainee)) return unknown('trainee', trainee, names);
  if (sheets.filter((sheet) => sheet.trainee === trainee).length > 1)
    return { key: 'override.several-sheets', values: { trainee } };
  const asked = exercise.items.find(({ id }) => id === item);
  if (!asked)
    return unknown(
      'item',
      item,
      exercise.items.map(({ id }) => id),
    );
  if (points > asked.points)
    return { key: 'override.too-many', values: { item, points, most: asked.points } };
  const first = before.find((one) => one.trainee === trainee && one.item === item);
  if (first) return { key: 'override.doubled', values: { trainee, item, line: first.place.line } };
  return null;
}

function unknown(what: 'trainee' | 'item', name: string, known: readonly string[]): Message {
  const near = nearest(name, known);
  if (near !== null) return { key: `override.unknown-${what}-near`, values: { name, near } };
  return { key: `override.unknown-${what}`, values: { name, known: known.join(', ') } };
}

/** @returns the overrides that give what the program gives anyway */
export function idle(
  overrides: readonly Override[],
  marks: (trainee: string, item: string) => Mark,
): Override[] {
  return overrides.filter(({ trainee, item, points }) => marks(trainee, item).given === points);
}
