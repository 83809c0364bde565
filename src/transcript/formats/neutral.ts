import { assignRoles, type Voice } from '../assign-roles.ts';
import type { JsonPath, JsonPlaces } from '../json-places.ts';
import type { Label, RoleTable } from '../roles.ts';
import type { Transcript, Turn } from '../transcript.ts';
import type { Format, ReadOptions, Source } from './format.ts';
import { isObject, type Json, type JsonDocument, jsonDocuments, numberOf, wordOf } from './json-documents.ts';
import { languageOf } from './language-tag.ts';

/** Keys of a conversation that are metadata even outside `meta`. */
const META_KEYS = [
  'channel',
  'date',
  'time',
  'started_at',
  'ended_at',
  'accepted_at',
  'arrived_at',
  'finished_at',
  'ring_count',
  'duration',
  'queue',
  'area',
  'city',
  'department',
  'team',
  'product',
  'title',
  'source',
] as const;

/**
 * Courtesy's own JSON: one conversation a line, or one document that is a conversation, an array of them or
 * `{"conversations": [...]}`. A line or conversation that is broken is a problem with its place, and the rest
 * goes on. Roles are the five role words or any that the role table knows.
 */
export const neutral: Format = {
  name: 'neutral',
  about: {
    zh: 'courtesy 的通用格式：JSONL（一行一段对话）或 JSON',
    en: "courtesy's own format: JSONL (one conversation a line) or JSON",
  },
  example:
    '{"id": "a", "language": "zh", "meta": {"channel": "phone"}, "turns": [{"role": "agent", "text": "您好", "start": 0.0}]}\n',
  extensions: ['jsonl', 'ndjson', 'json'],

  recognise(sample) {
    const json = /^\s*[{[]/.test(sample.text);
    if (json && /"turns"\s*:\s*\[/.test(sample.text)) return 0.9;
    if (json && /"conversations"\s*:\s*\[/.test(sample.text)) return 0.4;
    // A first line that is broken, or longer than the sample.
    return sample.extension === 'jsonl' || sample.extension === 'ndjson' ? 0.3 : 0;
  },

  divisible: { extensions: ['jsonl', 'ndjson'] },

  async *read(source, options) {
    for await (const document of jsonDocuments(source)) yield* conversations(document, source, options);
  },
};

function* conversations(document: JsonDocument, source: Source, options: ReadOptions): Generator<Transcript> {
  const { value } = document;
  const reader = new Reader(source, options.roles, document);
  const within = isObject(value) && !Array.isArray(value.turns) ? value.conversations : undefined;
  const root: JsonPath = Array.isArray(within) ? ['conversations'] : [];
  const list = Array.isArray(within) ? within : value;
  if (!Array.isArray(list)) {
    const transcript = reader.conversation(value, root);
    if (transcript) yield transcript;
    return;
  }
  for (let index = 0; index < list.length; index++) {
    const transcript = reader.conversation(list[index], [...root, index]);
    if (transcript) yield transcript;
  }
}

/** Maps the conversations of one document. */
class Reader {
  private readonly source: Source;
  private readonly roles: RoleTable;
  private readonly document: JsonDocument;
  private readonly places: JsonPlaces;

  constructor(source: Source, roles: RoleTable, document: JsonDocument) {
    this.source = source;
    this.roles = roles;
    this.document = document;
    this.places = document.places;
  }

  conversation(value: unknown, path: JsonPath): Transcript | undefined {
    if (!isObject(value)) return this.skip('json.not-object', path);
    const rows = value.turns;
    if (!Array.isArray(rows) && this.document.broken(path)) return undefined;
    if (!Array.isArray(rows)) return this.skip('json.no-turns', path);
    const labels = this.labels(rows);
    const turns: Turn[] = [];
    for (const [index, row] of rows.entries()) {
      // Where the file breaks off is said already.
      if (this.document.broken([...path, 'turns', index])) continue;
      const turn = this.turn(row, [...path, 'turns', index], labels);
      if (turn) turns.push(turn);
    }
    const speaker = turns.find((turn) => turn.role === 'agent' && turn.speaker !== undefined)?.speaker;
    const rolesKnown = rows.length === 0 || labels.size > 0;
    if (!rolesKnown) this.source.note({ key: 'text.no-labels' }, this.places.at(path));
    const transcript: Transcript = {
      file: this.source.file,
      id: wordOf(value.id) ?? this.source.stem,
      agent: wordOf(value.agent) ?? speaker ?? null,
      meta: metaOf(value),
      turns,
      rolesKnown,
    };
    const language = languageOf(value.language ?? value.lang);
    if (language) transcript.language = language;
    return transcript;
  }

  /** The role words of all turns, so that a name beside known roles can be told from them. */
  private labels(rows: readonly unknown[]): Map<string, Label> {
    const firsts = new Map<string, Voice>();
    for (const row of rows) {
      const label = isObject(row) ? labelOf(row) : undefined;
      if (label === undefined || firsts.has(label)) continue;
      firsts.set(label, { label, firstText: String((row as Json).text ?? '') });
    }
    return assignRoles([...firsts.values()], this.roles);
  }

  private turn(row: unknown, path: JsonPath, labels: ReadonlyMap<string, Label>): Turn | undefined {
    if (!isObject(row) || typeof row.text !== 'string') {
      const turn = Number(path.at(-1)) + 1;
      this.source.problem({ key: 'json.turn-without-text', values: { turn } }, this.places.at(path));
      return undefined;
    }
    const said = labelOf(row);
    const label: Label =
      labels.size === 0 ? { role: 'agent' } : (labels.get(said ?? '') ?? { role: 'unknown' });
    const turn: Turn = { role: label.role, text: row.text, origin: this.places.origin([...path, 'text']) };
    const speaker = wordOf(row.speaker) ?? wordOf(row.name) ?? label.speaker;
    if (speaker !== undefined && !isRoleWord(speaker, this.roles)) turn.speaker = speaker;
    const start = numberOf(row.start);
    const end = numberOf(row.end);
    const time = wordOf(row.time);
    if (start !== undefined) turn.start = start;
    if (end !== undefined) turn.end = end;
    if (time !== undefined) turn.time = time;
    return turn;
  }

  private skip(key: 'json.not-object' | 'json.no-turns', path: JsonPath): undefined {
    this.source.problem({ key }, this.places.at(path));
    return undefined;
  }
}

/** What says who speaks: `role`, or the speaker where there is none. */
const labelOf = (row: Json) => wordOf(row.role) ?? wordOf(row.speaker);

function isRoleWord(speaker: string, roles: RoleTable): boolean {
  const label = roles.lookup(speaker);
  return label !== undefined && label.speaker === undefined;
}

function metaOf(value: Json): Record<string, unknown> {
  const meta: Record<string, unknown> = {};
  for (const key of META_KEYS) if (value[key] !== undefined && value[key] !== null) meta[key] = value[key];
  return isObject(value.meta) ? { ...meta, ...value.meta } : meta;
}
