import { safe } from './safe.ts';

/**
 * Text as GitHub Flavored Markdown shows it literally, on one line: no markup, HTML, mentions, references to issues or
 * addresses made into links come out of what somebody said. Backslash escapes are those of CommonMark 2.4.
 */
export function markdownText(text: string): string {
  return safe(text)
    .replace(/[\\`*_[\]#~|!$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//')
    .replace(/\b(www)\./gi, '$1&#46;');
}

/** The same inside an HTML element, where markdown is not read. */
export function htmlText(text: string): string {
  return safe(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('@', '&#64;');
}

/**
 * A GFM table. Cells are markdown already.
 * @param numbers which columns stand to the right; by default those that hold numbers only
 */
export function markdownTable(
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  numbers = headings.map((_, index) => rows.every((row) => typeof row[index] === 'number')),
): string[] {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(headings), line(numbers.map((right) => (right ? '---:' : '---'))), ...rows.map(line)];
}
