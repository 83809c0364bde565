/** English inflections, by Porter's stemmer of natural. It is loaded once English is met, not before. */

let stemmer: { stem(word: string): string } | null = null;

/** Makes `stemOf` ready. */
export async function loadStemmer(): Promise<void> {
  stemmer ??= (await import('natural/lib/natural/stemmers/porter_stemmer.js')).default;
}

/**
 * @param word one Latin word in lower case
 * @returns what its inflections share; the word itself before `loadStemmer`
 */
export function stemOf(word: string): string {
  return stemmer ? stemmer.stem(word) : word;
}
