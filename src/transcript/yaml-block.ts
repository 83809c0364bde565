import type { CST } from 'yaml';
import { Excerpt } from './excerpt.ts';

interface BlockLine {
  /** Offset in the body. */
  at: number;
  indent: number;
  /** End of the words, before CR and LF. */
  end: number;
  blank: boolean;
}

/** The value of a literal `|` or folded `>` scalar with the file's offsets, read as yaml's parser reads it. */
export function blockExcerpt(token: CST.BlockScalar): Excerpt {
  const { source } = token;
  const header = token.props.reduce((sum, prop) => sum + ('source' in prop ? prop.source.length : 0), 0);
  const base = token.offset + header;
  const first = token.props[0];
  const indicator = first && 'source' in first ? first.source : '|';
  const explicit = Number(/[1-9]/.exec(indicator)?.[0] ?? 0);
  const keep = indicator.includes('+');
  const excerpt = new Excerpt();
  const lines = source === '' ? [] : blockLines(source);

  let chomp = lines.length;
  while (chomp > 0 && lines[chomp - 1]!.blank) chomp--;
  if (chomp === 0) {
    const breaks = keep && lines.length > 0 ? Math.max(1, lines.length - 1) : 0;
    for (const line of lines.slice(0, breaks)) excerpt.add('\n', base + line.end);
    return excerpt;
  }
  const begin = lines.findIndex((line) => !line.blank);
  const indent = explicit > 0 ? token.indent + explicit : lines[begin]!.indent;
  for (let index = lines.length - 1; index >= chomp; index--) {
    if (lines[index]!.indent > indent) chomp = index + 1;
  }
  const addBlanks = (line: BlockLine) => {
    const start = line.at + Math.min(indent, line.indent);
    excerpt.add(source.slice(start, line.at + line.indent), base + start);
  };
  for (const line of lines.slice(0, begin)) {
    addBlanks(line);
    excerpt.add('\n', base + line.end);
  }
  addLines(excerpt, source, lines.slice(begin, chomp), indent, indicator[0] === '>', base);
  let end = lines[chomp - 1]!.end;
  for (const line of keep ? lines.slice(chomp) : []) {
    excerpt.add('\n', base + end);
    addBlanks(line);
    end = line.end;
  }
  if (!indicator.includes('-') && (!keep || !excerpt.text.endsWith('\n'))) excerpt.add('\n', base + end);
  return excerpt;
}

function addLines(
  excerpt: Excerpt,
  source: string,
  lines: readonly BlockLine[],
  indent: number,
  folded: boolean,
  base: number,
): void {
  let separator = '';
  /** The end of the line that the separator follows. */
  let after = 0;
  let more = false;
  for (const line of lines) {
    const start = line.at + Math.min(indent, line.indent);
    const deeper = line.indent > indent || source[line.at + line.indent] === '\t';
    if (folded && deeper) {
      if (separator === ' ') separator = '\n';
      else if (!more && separator === '\n') separator = '\n\n';
      more = true;
    } else if (folded && line.blank) {
      if (separator === '\n') excerpt.add('\n', after, after);
      else separator = '\n';
      after = base + line.end;
      continue;
    }
    for (const unit of separator) excerpt.add(unit, after, after);
    excerpt.add(source.slice(start, line.end), base + start);
    after = base + line.end;
    separator = folded && !deeper ? ' ' : '\n';
    if (!deeper) more = false;
  }
}

function blockLines(source: string): BlockLine[] {
  const lines: BlockLine[] = [];
  for (let at = 0; at <= source.length; ) {
    const lineFeed = source.indexOf('\n', at);
    const next = lineFeed < 0 ? source.length : lineFeed;
    const end = next > at && source[next - 1] === '\r' ? next - 1 : next;
    let indent = 0;
    while (at + indent < end && source[at + indent] === ' ') indent++;
    lines.push({ at, indent, end, blank: at + indent === end });
    at = next + 1;
  }
  return lines;
}
