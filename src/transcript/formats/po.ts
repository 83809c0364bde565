import { Excerpt } from '../excerpt.ts';
import { LineMap } from '../line-map.ts';
import type { Position } from '../transcript.ts';
import type { Source } from './format.ts';
import type { Tree } from './selector.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

interface Entry {
  context?: Excerpt;
  id?: Excerpt;
  /** Translations by number; 0 for one without plural forms. */
  texts: Map<number, { excerpt: Excerpt; line: number }>;
  plural: boolean;
  fuzzy: boolean;
  broken: boolean;
}

/** A gettext catalogue as messages by context and id; ids such as `bot.greet` are paths themselves. */
export interface PoFile {
  tree: Tree;
  /** As the header states it. */
  language: string | undefined;
  comments: readonly ({ text: string } & Position)[];
}

class Branch implements Tree {
  text: Tree['text'];
  private readonly within = new Map<string | number, Branch>();

  children(): Iterable<readonly [string | number, Branch]> {
    return this.within;
  }

  child(key: string | number): Branch {
    let child = this.within.get(key);
    if (child) return child;
    child = new Branch();
    this.within.set(key, child);
    return child;
  }
}

/**
 * Reads a .po file by lines, as GNU gettext writes them: no package says where in the file a translation stands.
 * A line that is none is a problem and its message is skipped; fuzzy messages, which programs do not use, are
 * counted in a note.
 */
export function readPo(source: Source): PoFile {
  const text = source.text();
  const map = new LineMap(text);
  const comments: ({ text: string } & Position)[] = [];
  const root = new Branch();
  let language: string | undefined;
  let fuzzy = 0;
  let entry = newEntry();
  let string: Excerpt | undefined;

  const finish = () => {
    if (entry.id && !entry.broken) {
      if (entry.fuzzy && entry.id.text !== '') fuzzy++;
      else if (entry.id.text === '') language ??= languageOfHeader(entry);
      else put(root, entry, map);
    }
    entry = newEntry();
  };

  for (const { 1: line = '', index: at } of text.matchAll(/([^\r\n]*)(?:\r\n?|\n|$)/g)) {
    const mark = /^\s*#(.?)/.exec(line);
    if (mark) {
      if (entry.id || entry.texts.size > 0) finish();
      if (mark[1] === ',' && /\bfuzzy\b/.test(line)) entry.fuzzy = true;
      if (mark[1] !== '~' && mark[1] !== '|') {
        const start = line.indexOf('#');
        comments.push({ text: line.slice(start + 1).replace(/^[.,:]/, ''), ...map.at(at + start) });
      }
      continue;
    }
    if (line.trim() === '') continue;
    const [, space = '', keyword = '', number, gap = '', quoted] =
      /^(\s*)(msgctxt|msgid_plural|msgid|msgstr)?(?:\[(\d{1,2})\])?(\s*)"((?:[^"\\]|\\.)*)"\s*$/.exec(line) ??
      [];
    if (quoted === undefined || (keyword === '' && !string)) {
      source.problem({ key: 'po.syntax' }, map.at(at + line.search(/\S/)));
      entry.broken = true;
      continue;
    }
    if (keyword !== '') {
      const begins = keyword === 'msgctxt' || keyword === 'msgid';
      if (begins && (entry.id || entry.texts.size > 0)) finish();
      string = new Excerpt();
      if (keyword === 'msgctxt') entry.context = string;
      else if (keyword === 'msgid') entry.id = string;
      else if (keyword === 'msgid_plural') entry.plural = true;
      else entry.texts.set(Number(number ?? 0), { excerpt: string, line: map.at(at).line });
    }
    const index = number === undefined ? 0 : number.length + 2;
    addUnescaped(string!, quoted, at + space.length + keyword.length + index + gap.length + 1);
  }
  finish();
  if (fuzzy > 0) source.note({ key: 'po.fuzzy', values: { count: fuzzy } });
  return { tree: root, language, comments };
}

const newEntry = (): Entry => ({ texts: new Map(), plural: false, fuzzy: false, broken: false });

function languageOfHeader({ texts }: Entry): string | undefined {
  return /^Language:\s*(\S+)/m.exec(texts.get(0)?.excerpt.text ?? '')?.[1];
}

function put(root: Branch, entry: Entry, map: LineMap): void {
  let branch = root;
  if (entry.context) branch = branch.child(entry.context.text);
  const id = entry.id!.text;
  for (const key of /^[\w-]+(?:\.[\w-]+)+$/.test(id) ? id.split('.') : [id]) branch = branch.child(key);
  for (const [number, { excerpt, line }] of entry.texts) {
    const place = entry.plural ? branch.child(number) : branch;
    place.text = { value: excerpt.text, origin: excerpt.origin((offset) => map.at(offset)), line };
  }
}

/** Adds a string of one line. @param at the offset of its first character in the file */
function addUnescaped(excerpt: Excerpt, quoted: string, at: number): void {
  let from = 0;
  for (const { 0: whole, 1: code = '', index } of quoted.matchAll(/\\([0-7]{1,3}|x[\da-fA-F]{1,2}|.)/g)) {
    excerpt.add(quoted.slice(from, index), at + from);
    excerpt.add(meaning(code), at + index, at + index + whole.length);
    from = index + whole.length;
  }
  excerpt.add(quoted.slice(from), at + from);
}

function meaning(code: string): string {
  if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
  if (/^x./.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  return ESCAPES[code] ?? code;
}
