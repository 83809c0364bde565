import { LineMap } from './line-map.ts';
import type { Origin, Position } from './transcript.ts';

/** From the root to a value: keys of objects and indexes of arrays. */
export type JsonPath = readonly (string | number)[];

/** Where the values of one container begin, by key or index. */
type Children = ReadonlyMap<string, number> | readonly number[];

interface Level {
  /** Offset of the container in the text. */
  at: number;
  children: Children;
}

/**
 * Finds values in the text of a JSON document that has already parsed, so that the text need not be parsed with
 * positions when nothing in it will be pointed at. Only the containers on the way to a value are looked
 * through, each once while neighbours are asked for; nothing recurses, so nesting may be as deep as it likes.
 */
export class JsonPlaces {
  private readonly text: string;
  private readonly place: (offset: number) => Position;
  private readonly levels: (Level | undefined)[] = [];

  /**
   * @param text valid JSON, without BOM
   * @param line for JSON that is one line of a file: that line's number
   */
  constructor(text: string, line?: number) {
    this.text = text;
    const map = new LineMap(text);
    this.place = line === undefined ? (offset) => map.at(offset) : (offset) => ({ line, column: offset + 1 });
  }

  /** The position of the value at `path`, or of the innermost container that there is on the way. */
  at(path: JsonPath): Position {
    return this.place(this.find(path));
  }

  /**
   * The origin of the string at `path`: offsets in its value lead to the characters, or the escapes, that stand
   * for them in the file.
   * @param from for a part of the string: the offset in the value where it begins
   */
  origin(path: JsonPath, from = 0): Origin {
    // Violations come in ascending offsets, so the walk goes on from where it stopped.
    let offset = -1;
    let at = 0;
    return {
      locate: (wanted) => {
        const target = wanted + from;
        if (offset < 0 || target < offset) [offset, at] = [0, this.find(path) + 1];
        for (; offset < target && this.text.charCodeAt(at) !== QUOTE; offset++) at = afterUnit(this.text, at);
        return this.place(at);
      },
    };
  }

  private find(path: JsonPath): number {
    let at = skipSpace(this.text, 0);
    for (const [depth, key] of path.entries()) {
      let level = this.levels[depth];
      if (level?.at !== at) {
        level = { at, children: childrenAt(this.text, at) };
        this.levels[depth] = level;
        this.levels.length = depth + 1;
      }
      const { children } = level;
      const child = Array.isArray(children)
        ? (children as readonly number[])[Number(key)]
        : (children as ReadonlyMap<string, number>).get(String(key));
      if (child === undefined) return at;
      at = child;
    }
    return at;
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const COLON = 58;

function skipSpace(text: string, at: number): number {
  while (text.charCodeAt(at) <= 32) at++;
  return at;
}

/** The offset behind one UTF-16 unit of a string's value: `\n` and `\u00e9` stand for one. */
function afterUnit(text: string, at: number): number {
  if (text.charCodeAt(at) !== BACKSLASH) return at + 1;
  return text[at + 1] === 'u' ? at + 6 : at + 2;
}

/** @param at at the opening quote; @returns the offset behind the closing one */
function afterString(text: string, at: number): number {
  at++;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE || Number.isNaN(unit)) return at + 1;
    at += unit === BACKSLASH ? 2 : 1;
  }
}

function afterValue(text: string, at: number): number {
  let depth = 0;
  for (; at < text.length; at++) {
    switch (text[at]) {
      case '"':
        at = afterString(text, at) - 1;
        if (depth === 0) return at + 1;
        break;
      case '{':
      case '[':
        depth++;
        break;
      case '}':
      case ']':
        if (depth <= 1) return depth === 1 ? at + 1 : at;
        depth--;
        break;
      case ',':
        if (depth === 0) return at;
    }
  }
  return at;
}

function childrenAt(text: string, at: number): Children {
  const array: number[] = [];
  const object = new Map<string, number>();
  const open = text[at];
  if (open !== '{' && open !== '[') return array;
  at = skipSpace(text, at + 1);
  while (at < text.length && text[at] !== '}' && text[at] !== ']') {
    if (open === '{') {
      const end = afterString(text, at);
      // Of a key that stands twice the last is kept, as JSON.parse keeps it.
      const key = JSON.parse(text.slice(at, end)) as string;
      at = skipSpace(text, end);
      if (text.charCodeAt(at) === COLON) at = skipSpace(text, at + 1);
      object.set(key, at);
    } else array.push(at);
    at = skipSpace(text, afterValue(text, at));
    if (text.charCodeAt(at) === COMMA) at = skipSpace(text, at + 1);
  }
  return open === '{' ? object : array;
}
