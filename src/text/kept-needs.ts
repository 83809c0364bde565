/** What expressions need, as the build read them: to read all that a run asks about takes longer than judging a short text. */
import { readFileSync, writeFileSync } from 'node:fs';
import { besideBundle } from './beside-bundle.ts';

/** By expression. */
type Kept<Value> = Readonly<Record<string, Value>>;

interface All {
  /** For each way to match: sets of characters, of each of which a match has at least one. */
  needs: Kept<string[][] | null>;
  /** Characters of which every match has one. */
  signs: Kept<string | null>;
}

const FILE = 'regex-needs.json';
let all: All | undefined;

/** @returns what the build kept for the expression, else what `find` finds; null is an answer, too */
export const keptNeeds = (expression: string, find: () => All['needs'][string]) =>
  keptFor(kept().needs, expression, find);

/** The same for signs. */
export const keptSigns = (expression: string, find: () => All['signs'][string]) =>
  keptFor(kept().signs, expression, find);

const keptFor = <Value>(values: Kept<Value>, expression: string, find: () => Value): Value =>
  Object.hasOwn(values, expression) ? values[expression]! : find();

function kept(): All {
  all ??= read();
  return all;
}

function read(): All {
  try {
    return JSON.parse(readFileSync(besideBundle(FILE), 'utf8')) as All;
  } catch {
    return { needs: {}, signs: {} };
  }
}

/** Called by the build. */
export function keepFor(found: All): void {
  writeFileSync(besideBundle(FILE), JSON.stringify(found));
}
