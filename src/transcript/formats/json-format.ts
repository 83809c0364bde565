import { htmlText } from '../html-text.ts';
import type { JsonPath } from '../json-places.ts';
import type { Origin, Transcript } from '../transcript.ts';
import type { Format, ReadOptions, Source } from './format.ts';
import { isObject, type Json, type JsonDocument, jsonDocuments } from './json-documents.ts';
import { type Row, type Talk, transcriptOf } from './talk.ts';

/** A vendor's JSON: how it is known and how a conversation in it is taken apart. */
export interface JsonReader {
  name: string;
  about: Format['about'];
  example: string;
  /** Keys that tell this format from others: all of one of the lists are in the file's beginning. */
  keys: readonly (readonly string[])[];
  /** Whether a value is a conversation. They are looked for in arrays and objects around them. */
  isConversation(value: unknown): boolean;
  read(conversation: Json, at: JsonPlace): Talk | Promise<Talk>;
}

const EXTENSIONS = ['json', 'jsonl', 'ndjson'] as const;
/** How deep conversations may stand in what an API wraps around them. */
const DEEPEST = 5;

/** Makes a format of a vendor's JSON: a document, a list of conversations or JSON Lines of either. */
export function jsonFormat(reader: JsonReader): Format {
  const signs = reader.keys.map((keys) => keys.map((key) => new RegExp(`"${key}"\\s*:`)));
  return {
    name: reader.name,
    about: reader.about,
    example: reader.example,
    extensions: EXTENSIONS,
    recognise({ text }) {
      if (!/^\s*[{[]/.test(text)) return 0;
      return signs.some((keys) => keys.every((key) => key.test(text))) ? 0.95 : 0;
    },
    async *read(source, options) {
      const leftOut = new Map<string, number>();
      for await (const document of jsonDocuments(source))
        yield* talks(reader, source, options, document, leftOut);
      for (const [key, count] of leftOut) source.note({ key, values: { count } });
    },
  };
}

async function* talks(
  reader: JsonReader,
  source: Source,
  options: ReadOptions,
  document: JsonDocument,
  leftOut: Map<string, number>,
): AsyncGenerator<Transcript> {
  const found = find(document.value, reader.isConversation, []);
  for (const path of found.others) source.problem({ key: 'json.no-conversation' }, document.places.at(path));
  for (const [conversation, path] of found.conversations) {
    const talk = await reader.read(conversation as Json, new JsonPlace(source, document, path, leftOut));
    const transcript = transcriptOf(source, options, talk);
    if (transcript) yield transcript;
  }
}

interface Found {
  conversations: (readonly [unknown, JsonPath])[];
  /** Elements of lists of conversations that are none. */
  others: JsonPath[];
}

function find(value: unknown, is: (value: unknown) => boolean, path: JsonPath): Found {
  if (is(value)) return { conversations: [[value, path]], others: [] };
  const found: Found = { conversations: [], others: [] };
  if (path.length >= DEEPEST || typeof value !== 'object' || value === null) return found;
  const list = Array.isArray(value);
  const others: JsonPath[] = [];
  for (const [key, child] of list ? value.entries() : Object.entries(value)) {
    const within = find(child, is, [...path, key]);
    for (const one of within.conversations) found.conversations.push(one);
    for (const one of within.others) found.others.push(one);
    if (list && within.conversations.length === 0) others.push([...path, key]);
  }
  if (found.conversations.length > 0) found.others.push(...others);
  return found;
}

/** Where a conversation stands in its document: makes rows with their places, and says what is skipped. */
export class JsonPlace {
  private readonly source: Source;
  private readonly document: JsonDocument;
  private readonly path: JsonPath;
  private readonly left: Map<string, number>;

  constructor(source: Source, document: JsonDocument, path: JsonPath, left: Map<string, number>) {
    this.source = source;
    this.document = document;
    this.path = path;
    this.left = left;
  }

  /** The whole document: APIs put what several conversations share beside them. */
  get root(): Json {
    return isObject(this.document.value) ? this.document.value : {};
  }

  /**
   * The objects of a list; others are problems. One that the file breaks off in is left out: that is said already.
   * @param path from the conversation
   */
  *objects(list: unknown, ...path: JsonPath): Generator<readonly [Json, JsonPath]> {
    if (!Array.isArray(list)) return;
    for (const [index, value] of list.entries()) {
      const at = [...path, index];
      if (this.document.broken([...this.path, ...at])) continue;
      if (isObject(value)) yield [value, at];
      else this.noText(at);
    }
  }

  /** A row with the text at a path from the conversation. What is no string is a problem. */
  row(value: unknown, path: JsonPath, rest: Omit<Row, 'text' | 'origin'>): Row[] {
    if (typeof value === 'string') return [{ ...rest, text: value, origin: this.origin(path) }];
    this.noText(path.slice(0, -1));
    return [];
  }

  /** A row with what a reader of the HTML at a path sees. */
  async html(value: string, path: JsonPath, rest: Omit<Row, 'text' | 'origin'>): Promise<Row> {
    const seen = await htmlText(value);
    const html = this.origin(path);
    return { ...rest, text: seen.text, origin: seen.origin((offset) => html.locate(offset)) };
  }

  /** @param from the offset in the string's value where the text begins */
  origin(path: JsonPath, from = 0): Origin {
    return this.document.places.origin([...this.path, ...path], from);
  }

  /** Counts what was written but is no speech to be judged; it is noted once for the file. */
  leftOut(key: 'json.internal-notes' | 'json.redacted'): void {
    this.left.set(key, (this.left.get(key) ?? 0) + 1);
  }

  private noText(path: JsonPath): void {
    const index = path.findLast((key) => typeof key === 'number') ?? 0;
    const turn = Number(index) + 1;
    this.source.problem(
      { key: 'json.turn-without-text', values: { turn } },
      this.document.places.at([...this.path, ...path]),
    );
  }
}
