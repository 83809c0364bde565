import type { Role, Transcript, Turn } from '../transcript.ts';
import type { ReadOptions, Source } from './format.ts';
import { applyStamps, parseStamp, type Stamp } from './stamp.ts';
import type { Layout } from './table-columns.ts';
import { type CellText, cellValue, type TableRow } from './table-row.ts';
import { type Row, transcriptOf } from './talk.ts';
import { metaKey } from './text-meta.ts';

/** Times stay as they are written until the conversation is whole: most of memory is rows that wait. */
interface Said extends Row {
  at?: string;
  from?: string;
  to?: string;
}

/** What the exports of WeChat write in the column for the kind of a message. */
const WORDS = new Set(['1', '文本', 'text', '']);
const SYSTEM = new Set(['10000', '系统消息', '系统通知', 'system']);

/** One conversation of a table of turns while its rows are gathered. */
export class TableTalk {
  readonly id: string;
  /** Whether rows of the same id were let go before. */
  readonly again: boolean;
  private readonly rows: Said[] = [];
  private readonly meta: Map<string, unknown>;
  private readonly changing = new Set<string>();
  private agent = '';
  private language = '';
  private sent = false;

  constructor(id: string, again: boolean, meta: Record<string, unknown>) {
    this.id = id;
    this.again = again;
    this.meta = new Map(Object.entries(meta));
  }

  get size(): number {
    return this.rows.length;
  }

  add(row: TableRow, { text, origin }: CellText, { columns, others }: Layout): void {
    const said: Said = { text, origin };
    const label = cellValue(row, columns.role);
    const speaker = cellValue(row, columns.speaker);
    if (label !== '' && speaker !== '') said.speaker = speaker;
    if (columns.sent !== undefined) this.addSender(row, said, columns.sent, columns.type, speaker);
    else if (label !== '' || speaker !== '') said.label = label || speaker;
    const [at, from, to] = [columns.time, columns.start, columns.end].map((column) => cellValue(row, column));
    if (at) said.at = at;
    if (from) said.from = from;
    if (to) said.to = to;
    this.agent ||= cellValue(row, columns.agent);
    this.language ||= cellValue(row, columns.language);
    for (const [column, name] of others) this.addMeta(metaName(name), cellValue(row, column));
    this.rows.push(said);
  }

  /** The turns with the times and the roles that only the whole conversation tells. */
  transcript(source: Source, options: ReadOptions): Transcript | undefined {
    const transcript = transcriptOf(source, options, {
      rows: this.rows,
      id: this.id,
      agent: this.agent || undefined,
      language: this.language,
      meta: Object.fromEntries(this.meta),
    });
    if (!transcript) return undefined;
    if (this.sent) source.note({ key: 'wechat.owner' }, transcript.turns[0]!.origin.locate(0));
    applyTimes(transcript.turns, this.rows);
    return transcript;
  }

  /** In an export of somebody's own chats it is the owner who serves. */
  private addSender(
    row: TableRow,
    said: Said,
    sent: number,
    type: number | undefined,
    speaker: string,
  ): void {
    const kind = cellValue(row, type).toLowerCase();
    const own = /^(?:1|true|yes|是)$/i.test(cellValue(row, sent));
    const role: Role = SYSTEM.has(kind) ? 'system' : own ? 'agent' : 'customer';
    said.role = role;
    if (role !== 'system' && speaker !== '') said.speaker = speaker;
    if (!WORDS.has(kind) && role !== 'system') said.opaque = [[0, said.text.length]];
    this.sent = true;
  }

  private addMeta(name: string, value: string): void {
    if (value === '' || this.changing.has(name)) return;
    const known = this.meta.get(name);
    const plain = numeric(value);
    if (known === undefined) this.meta.set(name, plain);
    else if (known !== plain) {
      this.meta.delete(name);
      this.changing.add(name);
    }
  }
}

/** The name in `meta` of a column; what has a place of its own in a transcript keeps the name it has in the file. */
export function metaName(header: string): string {
  const key = metaKey(header);
  return key === undefined || key === 'id' || key === 'agent' || key === 'language' ? header : key;
}

const numeric = (value: string) =>
  /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(value) ? Number(value) : value;

/** @param turns one for each of `rows` */
function applyTimes(turns: readonly Turn[], rows: readonly Said[]): void {
  const stamped: [Turn, Stamp][] = [];
  const ends: [Turn, Stamp, Stamp][] = [];
  for (const [index, turn] of turns.entries()) {
    const { at, from, to } = rows[index]!;
    const start = from === undefined ? undefined : momentOf(from);
    const end = to === undefined ? undefined : momentOf(to);
    const stamp = at === undefined ? undefined : momentOf(at);
    if (typeof start === 'number') turn.start = start;
    if (typeof end === 'number' && end >= (turn.start ?? 0)) turn.end = end;
    if (typeof stamp === 'object') stamped.push([turn, stamp]);
    else if (typeof start === 'object') stamped.push([turn, start]);
    if (typeof start === 'object' && typeof end === 'object') ends.push([turn, start, end]);
  }
  const starts = turns.map((turn) => turn.start);
  applyStamps(stamped);
  for (const [turn, start, end] of ends) {
    const length = turn.time === undefined ? end.asOffset - start.asOffset : end.asClock - start.asClock;
    if (turn.start !== undefined && length >= 0) turn.end = turn.start + length;
  }
  // Seconds that the table states are better than what times of day give.
  for (const [index, start] of starts.entries()) if (start !== undefined) turns[index]!.start = start;
}

/** Seconds from the beginning, or a stamp; a time since 1970 is a stamp in UTC. */
function momentOf(value: string): number | Stamp | undefined {
  if (/^\d{10}(?:\d{3})?$/.test(value)) {
    const date = new Date(Number(value.padEnd(13, '0')));
    return parseStamp(`${date.toISOString().slice(0, 19)}Z`);
  }
  if (/^\d{1,6}(?:\.\d{1,9})?$/.test(value)) return Number(value);
  return parseStamp(value);
}
