/**
 * All matches of a global pattern in a text, as `matchAll` gives them, but without a copy of the pattern for each text,
 * which costs more than looking through a short one.
 * @param use must not look for the same pattern itself
 */
export function eachMatch(pattern: RegExp, text: string, use: (match: RegExpExecArray) => void): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += isWide(pattern, text) ? 2 : 1;
    use(match);
  }
}

/** Whether a character of two units stands where the pattern goes on, and is one character to it. */
const isWide = ({ unicode, lastIndex }: RegExp, text: string): boolean =>
  unicode && text.codePointAt(lastIndex)! > 0xffff;
