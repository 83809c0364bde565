import { remember } from './remember.ts';

/** In units of a text. */
const LONGEST_KEPT = 80;
/** Texts. */
const MOST_KEPT = 4096;
/** For each text that may be kept so many places for numbers of texts that came lately. */
const PLACES_EACH = 4;

/**
 * @param look what is said of a text, the same each time; not undefined
 * @param most so many texts are kept at a time, a power of two: more where what is said of them is small
 * @returns the same, looked up from the second time on that a short text comes
 */
export function kept<Value>(look: (text: string) => Value, most = MOST_KEPT): (text: string) => Value {
  const met = new Int32Array(PLACES_EACH * most);
  const known = new Map<string, Value>();
  return (text) => {
    if (text.length > LONGEST_KEPT) return look(text);
    // Most texts come once and are not worth a place in the map: they leave a number behind.
    const number = numberOf(text);
    const place = number & (met.length - 1);
    if (met[place] !== number) {
      met[place] = number;
      return look(text);
    }
    const value = known.get(text);
    if (value !== undefined) return value;
    if (known.size >= most) known.clear();
    const own = copyOf(text);
    return remember(known, own, () => look(own));
  };
}

/** FNV-1a over units. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** V8 keeps the whole file alive for a slice of it. */
const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
