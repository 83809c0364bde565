import { type Position, type Stretch, stretches } from '../transcript.ts';
import type { Line } from './format.ts';

/** A line of Markdown as it reads, without its marks. */
export interface CleanLine extends Line {
  /** Where it stands in the file. */
  place(column: number): Position;
}

/** Quotes, bullets, check boxes, numbers and the marks of a heading before the words. */
const LEAD = /^\s*(?:>\s?)*\s*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,4}[.)]\s+)?(?:#{1,6}\s+)?/;
/** Bold and code marks, italics around the whole of what begins the line, escapes. */
const MARK = /\*\*|__|`+|\\(?=[\\`*_{}[\]()#+\-.!|<>~])/g;
const ITALIC = /^([*_])(?![*_\s])([^*_]{1,60})\1/;

export function cleanLine({ text, line }: Line): CleanLine {
  const lead = LEAD.exec(text)![0].length;
  const parts: Stretch[] = [];
  let clean = '';
  const take = (from: number, to: number) => {
    if (from >= to) return;
    parts.push({ offset: clean.length, line, column: from + 1 });
    clean += text.slice(from, to);
  };
  let at = lead;
  const italic = ITALIC.exec(text.slice(lead, lead + 70));
  if (italic) {
    take(lead + 1, lead + italic[0].length - 1);
    at = lead + italic[0].length;
  }
  for (const mark of text.matchAll(MARK)) {
    if (mark.index < at) continue;
    take(at, mark.index);
    at = mark.index + mark[0].length;
  }
  take(at, text.length);
  if (parts.length === 0) parts.push({ offset: 0, line, column: lead + 1 });
  const origin = stretches(parts);
  return { text: clean, line, place: (column) => origin.locate(column - 1) };
}
