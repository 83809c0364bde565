/** Texts that say the same, whatever stands between their words: signs, blanks, line breaks, Markdown. */

const isWord = (char: string) => /[\p{L}\p{N}]/u.test(char);

/** The letters and digits of a text, NFKC, lower case. */
export function lettersOf(text: string): string {
  return [...text.normalize('NFKC').toLowerCase()].filter(isWord).join('');
}

/** Closing signs that belong to the words before them. */
const CLOSERS = /^[。．.？?！!，,、；;：:”」』’"')）\]】》…*~]*/;

/**
 * Where a text goes on behind words that it begins with.
 * @param letters what `lettersOf` gives for these words
 * @returns the offset behind them and their closing signs; undefined where the text does not begin with them
 */
export function behind(text: string, letters: string): number | undefined {
  if (letters === '') return undefined;
  let at = 0;
  let met = 0;
  for (const char of text) {
    if (met === letters.length) break;
    at += char.length;
    const said = lettersOf(char);
    if (!letters.startsWith(said, met)) return undefined;
    met += said.length;
  }
  if (met < letters.length) return undefined;
  // `call` does not begin with `cal`.
  if (/[a-z\d]$/.test(letters) && /^[a-z\d]/i.test(text.slice(at))) return undefined;
  return at + CLOSERS.exec(text.slice(at))![0].length;
}
