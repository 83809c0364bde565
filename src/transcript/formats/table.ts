import { replyTurn } from '../replies.ts';
import type { Position, Transcript } from '../transcript.ts';
import { stretches } from '../transcript.ts';
import { Complaints } from './complaints.ts';
import { type Line, ReadError, type ReadOptions, type Source } from './format.ts';
import { languageOf } from './language-tag.ts';
import { type Layout, layoutOf } from './table-columns.ts';
import { Groups } from './table-groups.ts';
import { cellText, cellValue, type TableRow } from './table-row.ts';
import { metaName, TableTalk } from './table-talk.ts';
import { Conversation } from './text-conversation.ts';
import { moved, within } from './within.ts';

/** As many rows tell what the columns hold. */
const SAMPLE = 50;

export interface TableOptions extends ReadOptions {
  /** The id of a conversation that the table gives none, instead of the file's name. */
  id?: string;
  /** What is known of all its conversations. */
  meta?: Record<string, unknown>;
  /** How many bytes of rows are held back while conversations may go on, for tests. */
  window?: number;
}

const isBlank = (row: TableRow) => row.cells.every((cell) => cell.trim() === '');

/**
 * The conversations of a table, wherever it stands: CSV, a sheet, Markdown, a document. Columns are found by their
 * names, in the first rows, or are those that `columns:` of the configuration names. There may be
 * - a turn a row (who, what; the conversation's id, the agent's number and times where there are columns for
 *   them). Rows of one id are one conversation, in whatever order (`Groups`); a blank id is that of the row above.
 *   Without a column for ids all rows are one conversation;
 * - a conversation a cell: lines with labels, read as plain text is;
 * - a reply of a bot a row (`response`, `答复`): each is a template, with its placeholders.
 * Other columns are `meta` of the conversation where their value is the same in all its rows.
 * Throws ReadError where no column holds what was said.
 */
export function* readTable(
  source: Source,
  options: TableOptions,
  rows: Iterable<TableRow>,
): Generator<Transcript> {
  const input = rows[Symbol.iterator]();
  const ahead: TableRow[] = [];
  for (let next = input.next(); !next.done; next = input.next()) {
    if (!isBlank(next.value)) ahead.push(next.value);
    if (ahead.length === SAMPLE) break;
  }
  const first = ahead[0];
  if (!first) return;
  const cells = ahead.map((row) => row.cells);
  const layout = layoutOf(cells, options.roles, options.columns);
  if (!layout) {
    const columns = first.cells.map((cell) => cell.trim().slice(0, 40)).slice(0, 20);
    throw new ReadError(
      { key: 'table.no-text', values: { columns: columns.join(', ') } },
      { line: first.line },
    );
  }
  tell(source, layout, ahead);
  function* body(): Generator<TableRow> {
    yield* ahead.slice(layout!.header + 1);
    for (let next = input.next(); !next.done; next = input.next()) if (!isBlank(next.value)) yield next.value;
  }
  const reader = new TableReader(
    source,
    options,
    layout,
    layout.header < 0 ? 0 : cells[layout.header]!.length,
  );
  try {
    for (const transcript of reader.read(body())) yield transcript;
  } finally {
    reader.complaints.done();
  }
}

function tell(source: Source, layout: Layout, rows: readonly TableRow[]): void {
  const line = rows[Math.max(0, layout.header)]!.line;
  for (const name of layout.missing) source.note({ key: 'table.no-column', values: { name } }, { line });
  if (layout.header < 0) source.note({ key: 'table.no-header' }, { line });
  if (layout.header > 0)
    source.note({ key: 'table.above-header', values: { rows: layout.header } }, { line });
}

class TableReader {
  readonly complaints: Complaints;
  private readonly source: Source;
  private readonly options: TableOptions;
  private readonly layout: Layout;
  private readonly width: number;

  /** @param width how many cells the header has; 0 where there is none */
  constructor(source: Source, options: TableOptions, layout: Layout, width: number) {
    this.source = source;
    this.options = options;
    this.layout = layout;
    this.width = width;
    this.complaints = new Complaints(source);
  }

  read(rows: Iterable<TableRow>): Iterable<Transcript> {
    if (this.layout.kind === 'turns') return this.turns(rows);
    return this.layout.kind === 'replies' ? this.replies(rows) : this.conversations(rows);
  }

  private *turns(rows: Iterable<TableRow>): Generator<Transcript> {
    const { columns } = this.layout;
    const { id: name = this.source.stem, meta = {} } = this.options;
    const groups = new Groups<TableTalk>(
      (id, again) => new TableTalk(id, again, { ...meta }),
      this.options.window,
    );
    let id = name;
    for (const row of rows) {
      this.check(row, columns.text!);
      id = cellValue(row, columns.id) || id;
      const said = cellText(row, columns.text);
      if (!said) continue;
      const talk = groups.of(id);
      if (talk.again && talk.size === 0) {
        this.complaints.say(
          { key: 'table.far-apart', values: { id: id.slice(0, 80) } },
          said.origin.locate(0),
        );
      }
      talk.add(row, said, this.layout);
      groups.grew(said.text.length);
      for (let full = groups.full(); full; full = groups.full()) yield* this.transcript(full);
    }
    for (const talk of groups.rest()) yield* this.transcript(talk);
  }

  private *transcript(talk: TableTalk): Generator<Transcript> {
    const transcript = talk.transcript(this.source, this.options);
    if (transcript) yield transcript;
  }

  private *conversations(rows: Iterable<TableRow>): Generator<Transcript> {
    const { columns } = this.layout;
    for (const row of rows) {
      this.check(row, columns.text!);
      const cell = row.cells[columns.text!];
      if (cell === undefined || cell.trim() === '') continue;
      const lines: Line[] = cell.split(/\r\n?|\n/).map((text, index) => ({ text, line: index + 1 }));
      const starts = [0, ...[...cell.matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length)];
      const origin = stretches(row.parts(columns.text!));
      const place = ({ line, column }: Position) => origin.locate(starts[line - 1]! + column - 1);
      const meta = { ...this.meta(row), id: this.id(row), agent: cellValue(row, columns.agent) };
      const language = cellValue(row, columns.language);
      const conversation = new Conversation(within(this.source, place), this.options, lines, {
        ...meta,
        ...(language && { language }),
      });
      for (const transcript of conversation.read()) yield moved(transcript, place);
    }
  }

  private *replies(rows: Iterable<TableRow>): Generator<Transcript> {
    const { columns } = this.layout;
    for (const row of rows) {
      this.check(row, columns.response!);
      const said = cellText(row, columns.response);
      const turn = said && replyTurn({ value: said.text, origin: said.origin });
      if (!turn) continue;
      const language = languageOf(cellValue(row, columns.language));
      yield {
        file: this.source.file,
        id: this.id(row),
        agent: null,
        ...(language && { language }),
        meta: { template: 'table', partial: true, ...this.meta(row) },
        turns: [turn],
        rolesKnown: true,
      };
    }
  }

  private id(row: TableRow): string {
    const { id: name = this.source.stem } = this.options;
    return cellValue(row, this.layout.columns.id) || `${name}:${row.line}`;
  }

  private meta(row: TableRow): Record<string, unknown> {
    const values = this.layout.others.map(([column, name]) => [metaName(name), cellValue(row, column)]);
    return { ...this.options.meta, ...Object.fromEntries(values.filter(([, value]) => value !== '')) };
  }

  /** Says where a row has not the cells that its header has, so that words may be lost. */
  private check(row: TableRow, needed: number): void {
    const { cells, line } = row;
    if (this.width === 0 || cells.length === this.width) return;
    const values = { cells: cells.length, columns: this.width };
    if (cells.length <= needed) this.complaints.say({ key: 'table.short-row', values }, { line });
    else if (cells.slice(this.width).some((cell) => cell.trim() !== '')) {
      this.complaints.say({ key: 'table.long-row', values }, { line });
    }
  }
}
