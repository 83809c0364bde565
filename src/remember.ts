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
