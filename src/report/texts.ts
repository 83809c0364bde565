import type { Problem, Severity, Violation } from '../judge/verdict.ts';
import type { ReportContext } from './reporter.ts';

/** What machines' formats share: words, places and keys, said the same way in each. */

/** The gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** The message with what to say instead, as two lines: all that fits where a format has one text. */
export function fullMessage(violation: Violation, { locale }: ReportContext): string {
  if (!violation.instead) return violation.message;
  return `${violation.message}\n${locale.say('report.instead')}${violation.instead}`;
}

/** `file:line:column`, as far as it is known. */
export function placeOf({ file, line, column }: Pick<Problem, 'file' | 'line' | 'column'>): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/**
 * JSON on one line in which nothing is left that a terminal obeys or that reorders text: JSON.stringify leaves C1
 * controls, bidi controls and line separators as they are. What it means to a parser is the same.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Half of a surrogate pair is no character: strict readers refuse the whole document for it. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
