/**
 * @param make called where the map does not have the key yet
 * @returns what the map holds for the key
 */
export function remember<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** In units of a text, and in texts. */
const LONGEST_KEPT = 80;
const MOST_KEPT = 4096;

/**
 * @param look what is said of a text, the same each time; not undefined
 * @returns the same, looked up where a short text comes again
 */
export function kept<Value>(look: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (text.length > LONGEST_KEPT) return look(text);
    if (known.size >= MOST_KEPT) known.clear();
    return remember(known, text, () => look(text));
  };
}
