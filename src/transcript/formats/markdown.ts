import { linesOf } from '../line-ends.ts';
import { type RoleTable, roleTable } from '../roles.ts';
import type { Position, Stretch, Transcript } from '../transcript.ts';
import type { Format, Line, ReadOptions, Source } from './format.ts';
import { type CleanLine, cleanLine } from './markdown-line.ts';
import { readTable } from './table.ts';
import { layoutOf } from './table-columns.ts';
import type { TableRow } from './table-row.ts';
import { Conversation } from './text-conversation.ts';
import { headOf } from './text-label.ts';
import { type Meta, metaBlock } from './text-meta.ts';
import { moved, within } from './within.ts';

const HEADING = /^\s{0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$/;
const RULE = /^\s{0,3}(?:-{3,}|={3,}|\*{3,}|_{3,})\s*$/;
const FENCE = /^\s{0,3}(?:`{3,}|~{3,})/;
const SEPARATOR = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** A line that shows its marks where a label is. */
const MARKED = /^\s*(?:#{1,6}\s|(?:[-*+>]|\d+\.)\s*)?(?:\*\*|__|[-*+]\s|>|#)/;

let shipped: RoleTable | undefined;

/** What stands between headings, rules and tables. */
interface Section {
  title: string | undefined;
  meta: Meta;
  lines: CleanLine[];
  table: TableRow[];
}

/**
 * Transcripts in Markdown: `**坐席**: …`, `- 客户: …`, `> Agent: …`, a heading that is a speaker, and tables with a
 * turn a row. Another heading begins a conversation and is its title and id; rules part conversations as well;
 * front matter is `meta`. Marks are left out of what was said. Where some parts have speakers, parts without are
 * prose and not judged, which a note says; where none has, all is one agent's text.
 */
export const markdown: Format = {
  name: 'markdown',
  about: {
    zh: 'Markdown 里的对话：带说话人的段落、列表或表格',
    en: 'conversations in Markdown: paragraphs, lists or tables',
  },
  example: [
    '# 停电咨询',
    '',
    '**坐席**：您好，请问有什么可以帮您？',
    '',
    '- 客户：我家停电了。',
    '- 坐席：请您**稍等**。',
    '',
  ].join('\n'),
  extensions: ['md', 'markdown'],

  recognise(sample) {
    const named = this.extensions.includes(sample.extension);
    if (!named && sample.extension !== 'txt' && sample.extension !== '') return 0;
    shipped ??= roleTable();
    const roles = shipped;
    const isLabelled = (text: string) => labelOf(text, roles) !== undefined;
    const lines = sample.text.slice(0, 32_768).split(/\r\n?|\n/, 400);
    // A page of prose may well have one line that looks like a label.
    if (named) return someAre(lines, isLabelled) || hasTalk(sample.text, roles) ? 0.8 : 0;
    const marked = lines.filter((text) => MARKED.test(text)).filter(isLabelled).length;
    if (marked < 2) return 0;
    return marked * 2 >= lines.filter(isLabelled).length ? 0.7 : 0;
  },

  *read(source, options) {
    const sections = sectionsOf(source.lines('skip'), options.roles);
    const talks = sections.map((section) => isTalk(section, options));
    const some = talks.some(Boolean);
    if (!some) {
      const lines = sections.flatMap((section) => [...section.lines, blankAfter(section)]);
      yield* conversation(source, options, lines, Object.assign({}, ...sections.map(({ meta }) => meta)));
      return;
    }
    let prose = 0;
    let first: CleanLine | undefined;
    for (const [index, section] of sections.entries()) {
      const { title, meta, lines, table } = section;
      if (talks[index]) {
        const named = { ...(title !== undefined && { id: title, title }), ...meta };
        if (table.length > 0) yield* readTable(source, { ...options, ...tableNames(named) }, table);
        else yield* conversation(source, options, lines, named);
      } else if (table.length > 0 || lines.some((line) => line.text.trim() !== '')) {
        prose++;
        first ??=
          lines.find((line) => line.text.trim() !== '') ?? cleanLine({ text: '', line: table[0]!.line });
      }
    }
    if (prose > 0) source.note({ key: 'markdown.prose', values: { count: prose } }, { line: first!.line });
  },
};

const tableNames = ({ id, ...meta }: Meta) => ({ ...(typeof id === 'string' && { id }), meta });

/** Whether there is a table of turns in a text. */
function hasTalk(text: string, roles: RoleTable): boolean {
  if (!/^\s*\|/m.test(text)) return false;
  const lines = [...linesOf(text)].map((line, index) => ({ text: line, line: index + 1 }));
  return sectionsOf(lines, roles).some((section) => section.table.length > 0 && isTalk(section, { roles }));
}

/** Paragraphs of different sections are no one paragraph. */
const blankAfter = ({ lines }: Section) => cleanLine({ text: '', line: lines.at(-1)?.line ?? 1 });

function* conversation(
  source: Source,
  options: ReadOptions,
  lines: readonly CleanLine[],
  meta: Meta,
): Generator<Transcript> {
  const byNumber = new Map(lines.filter((line) => line.text !== '').map((line) => [line.line, line]));
  const place = (at: Position) => byNumber.get(at.line)?.place(at.column) ?? at;
  for (const transcript of new Conversation(within(source, place), options, [...lines], meta).read()) {
    yield moved(transcript, place);
  }
}

/** The label of somebody who is known, with or without marks. */
function labelOf(text: string, roles: RoleTable): string | undefined {
  const label = speakerHeading(text, roles) ?? headOf(cleanLine({ text, line: 1 }).text, roles)?.label;
  return label !== undefined && roles.lookup(label) ? label : undefined;
}

/** Whether two or more of them are. */
function someAre<T>(all: readonly T[], are: (one: T) => boolean): boolean {
  const first = all.findIndex(are);
  return first >= 0 && all.slice(first + 1).some(are);
}

function isTalk({ lines, table }: Section, options: ReadOptions): boolean {
  if (table.length === 0) return new Conversation(silent, options, [...lines], {}).labelled;
  return (
    layoutOf(
      table.map((row) => row.cells),
      options.roles,
      options.columns,
    ) !== undefined
  );
}

/** To ask whether lines are labelled nothing is read from a source. */
const silent = {} as Source;

function speakerHeading(text: string, roles: RoleTable): string | undefined {
  const title = HEADING.exec(text)?.[1]
    ?.replaceAll(/\*\*|__|[:：]$/g, '')
    .trim();
  return title !== undefined && title.length > 1 && !/[:：<>]/.test(title) && roles.lookup(title)
    ? title
    : undefined;
}

function sectionsOf(lines: Iterable<Line>, roles: RoleTable): Section[] {
  const sections: Section[] = [{ title: undefined, meta: {}, lines: [], table: [] }];
  let front: Line[] | undefined;
  let comment = false;
  let previous: Line | undefined;
  const begin = (title: string | undefined) => sections.push({ title, meta: {}, lines: [], table: [] });
  for (const line of lines) {
    const { text } = line;
    const last = sections.at(-1)!;
    if (line.line === 1 && text.trim() === '---') front = [];
    else if (front) {
      if (text.trim() === '---' || front.length > 100) {
        Object.assign(last.meta, metaBlock(front, true) ?? {});
        front = undefined;
      } else front.push(line);
    } else if (comment || /^\s*<!--/.test(text)) comment = !text.includes('-->');
    else if (FENCE.test(text)) continue;
    else if (isTableLine(text, previous, last)) addTableLine(sections, line, previous);
    else {
      if (last.table.length > 0) begin(last.title);
      addLine(sections, line, roles, begin);
    }
    previous = line;
  }
  // A head that never ends is none.
  for (const line of front ?? []) sections[0]!.lines.push(cleanLine(line));
  return sections;
}

function addLine(sections: Section[], line: Line, roles: RoleTable, begin: (title?: string) => void): void {
  const last = sections.at(-1)!;
  const heading = HEADING.exec(line.text);
  const speaker = heading && speakerHeading(line.text, roles);
  const clean = cleanLine(line);
  const head = heading && headOf(clean.text, roles);
  // A heading that is a speaker opens a turn as a label does.
  if (speaker) last.lines.push({ ...clean, text: `${speaker}:` });
  else if (head?.label !== undefined && roles.lookup(head.label)) last.lines.push(clean);
  else if (heading) begin(clean.text.replace(/\s#+\s*$/, '').trim());
  else if (RULE.test(line.text)) begin(last.title);
  else last.lines.push(clean);
}

/** A table begins where a separator follows its header; from there on lines with bars belong to it. */
function isTableLine(text: string, previous: Line | undefined, last: Section): boolean {
  if (last.table.length > 0) return text.includes('|') && text.trim() !== '';
  return text.includes('|') && SEPARATOR.test(text) && (previous?.text.includes('|') ?? false);
}

function addTableLine(sections: Section[], line: Line, previous: Line | undefined): void {
  let last = sections.at(-1)!;
  if (last.table.length === 0) {
    // The header was taken for a line.
    last.lines.pop();
    if (last.lines.some(({ text }) => text.trim() !== '')) {
      sections.push({ title: last.title, meta: last.meta, lines: [], table: [] });
      last = sections.at(-1)!;
    }
    last.lines = [];
    last.table.push(new BarRow(previous!));
  } else if (!SEPARATOR.test(line.text)) last.table.push(new BarRow(line));
}

class BarRow implements TableRow {
  readonly line: number;
  readonly cells: string[] = [];
  private readonly columns: number[] = [];

  constructor({ text, line }: Line) {
    this.line = line;
    const indent = /^\s*\|?/.exec(text)![0].length;
    let from = indent;
    for (const bar of text.slice(indent).matchAll(/(?<!\\)\||$/g)) {
      const to = indent + bar.index;
      if (bar[0] === '' && text.slice(from, to).trim() === '' && this.cells.length > 0) break;
      this.cells.push(text.slice(from, to));
      this.columns.push(from + 1);
      from = to + 1;
    }
  }

  parts(cell: number): readonly Stretch[] {
    return [{ offset: 0, line: this.line, column: this.columns[cell]! }];
  }
}
