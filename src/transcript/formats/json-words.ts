import type { ReplyText } from '../replies.ts';
import { isObject, type JsonDocument } from './json-documents.ts';

export type Path = readonly (string | number)[];

/** Nested deeper, it is no reply. */
const DEEPEST = 40;

/**
 * The strings within a value that stand under one of these keys, directly or in lists, in the file's order.
 * @param spoken whether what stands under a key is shown or said
 * @param key the key that the value itself stands under
 */
export function* wordsIn(
  value: unknown,
  path: Path,
  spoken: (key: string) => boolean,
  key = '',
): Generator<readonly [string, Path]> {
  if (typeof value === 'string') {
    if (spoken(key)) yield [value, path];
  } else if (path.length > DEEPEST) {
    return;
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* wordsIn(item, [...path, index], spoken, key);
  } else if (isObject(value)) {
    for (const [name, child] of Object.entries(value)) yield* wordsIn(child, [...path, name], spoken, name);
  }
}

/** The objects and lists under a key, wherever they stand in a value; not looked for within each other. */
export function* valuesUnder(
  value: unknown,
  keys: ReadonlySet<string>,
  path: Path = [],
): Generator<readonly [unknown, Path]> {
  if (path.length > DEEPEST || typeof value !== 'object' || value === null) return;
  const list = Array.isArray(value);
  for (const [key, child] of list ? value.entries() : Object.entries(value)) {
    if (!list && keys.has(String(key))) yield [child, [...path, key]];
    else yield* valuesUnder(child, keys, [...path, key]);
  }
}

export function replyAt(document: JsonDocument, value: string, path: Path): ReplyText {
  return { value, origin: document.places.origin(path) };
}
