import { jsonError } from '../json-error.ts';
import { wholePart } from '../json-part.ts';
import { type JsonPath, JsonPlaces } from '../json-places.ts';
import { LineMap } from '../line-map.ts';
import { type At, ReadError, type Source } from './format.ts';

export type Json = Record<string, unknown>;

/** One JSON text of a file: the whole of it, or one of its lines. */
export interface JsonDocument {
  value: unknown;
  places: JsonPlaces;
  /** Whether the object or array at a path is one that the file breaks off in. */
  broken(path: JsonPath): boolean;
}

/** V8's limit, in UTF-16 units. */
const LONGEST_STRING = 2 ** 29 - 100;

/**
 * The JSON texts of a file, told apart by its first lines: one document, or a document a line (JSON Lines).
 * A line that is broken is a problem and is skipped; a document that is broken is one too, and is read as far
 * as it is whole.
 */
export async function* jsonDocuments(source: Source): AsyncGenerator<JsonDocument> {
  if (!isJsonLines(source)) {
    const document = await parse(source, joinedLines(source));
    if (document) yield document;
    return;
  }
  for (const { text, line } of source.lines('skip')) {
    const document = text.trim() === '' ? undefined : await parse(source, text, line);
    if (document) yield document;
  }
}

/** The whole text with LF for every line end, which keeps lines and columns; lines that were skipped are empty. */
export function joinedLines(source: Source): string {
  const all: string[] = [];
  let length = 0;
  for (const { text, line } of source.lines('skip')) {
    while (all.length < line - 1) all.push('');
    all.push(text);
    length += text.length + 1;
    if (length > LONGEST_STRING) throw new ReadError({ key: 'read.too-large', values: { megabytes: 512 } });
  }
  return all.join('\n');
}

/** Whether lines are documents of their own, as far as the sample shows. */
function isJsonLines(source: Source): boolean {
  const sample = source.sample();
  if (sample.extension === 'jsonl' || sample.extension === 'ndjson') return true;
  const rows = sample.text.split(/\r\n?|\n/, 50).filter((line) => line.trim() !== '');
  const [first = '', second = ''] = rows;
  // One line that is longer than the sample: whatever it is, it is read as a line.
  if (rows.length === 1 && !sample.whole) return true;
  return parses(first) || (!first.trim().startsWith('[') && parses(second) && second.trim().startsWith('{'));
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function parse(source: Source, text: string, line?: number): Promise<JsonDocument | undefined> {
  try {
    return { value: JSON.parse(text), places: new JsonPlaces(text, line), broken: () => false };
  } catch (error) {
    const { reason, offset } = await jsonError(text, error);
    const at = placeOf(text, offset, line);
    // A line is one conversation of many; half of it is better left out than judged as a whole one.
    const part = line === undefined ? await wholePart(text) : undefined;
    source.problem({ key: part ? 'json.cut' : 'json.syntax', values: { reason } }, at);
    if (!part) return undefined;
    const open = new Set(part.open.map((path) => JSON.stringify(path)));
    return {
      value: JSON.parse(part.text),
      places: new JsonPlaces(part.text, line),
      broken: (path) => open.has(JSON.stringify(path)),
    };
  }
}

function placeOf(text: string, offset: number | undefined, line: number | undefined): At {
  if (offset === undefined) return { line: line ?? 1 };
  return line === undefined ? new LineMap(text).at(offset) : { line, column: offset + 1 };
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Strings, and numbers that stand for them; undefined for what is neither. */
export function wordOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A number that is 0 or more, as such or in a string. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** Seconds from milliseconds. */
export function secondsOf(milliseconds: unknown): number | undefined {
  const number = numberOf(milliseconds);
  return number === undefined ? undefined : number / 1000;
}

/**
 * A moment as ISO 8601: as the file writes it, or from Unix time.
 * @param unit how many of the number make a second
 */
export function momentOf(value: unknown, unit = 1000): string | undefined {
  const number = typeof value === 'number' ? value : undefined;
  // Beyond the year 9999 it is no Unix time in that unit.
  if (number !== undefined && number > 0 && number / unit < 253_402_300_800) {
    return new Date((number / unit) * 1000).toISOString();
  }
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)
    ? value.replace(/^(\S{10}) (?=\d)/, '$1T')
    : undefined;
}
