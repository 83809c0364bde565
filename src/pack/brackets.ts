/**
 * A template such as `[这个]不归我管` is no YAML as it stands: YAML takes the bracket for a list. Rule authors write
 * it all the same, so where a pack is not YAML, phrases with brackets in them are quoted and it is read again.
 */

/** The text with quotes put in, and the way back to the author's own offsets. */
export interface Quoted {
  text: string;
  /** @param offset in the quoted text @returns where that stands in the author's text */
  original(offset: number): number;
}

const KEY_OR_DASH = /^(\s*(?:- +)*)((?:[^\s'"#[\]{}&*!|>%@`-][^:#]*|"[^"]*"|'[^']*')\s*:(?:\s+|$))?/;
const BLOCK_SCALAR = /(?:^|[\s:-])[|>][+-]?\d*\s*(?:#.*)?$/;

/** @returns the pack with its bracketed phrases quoted; null where it has none */
export function quoteBrackets(text: string): Quoted | null {
  const scanner = new BracketScanner(text);
  scanner.document();
  if (scanner.items.length === 0) return null;
  return insertQuotes(text, scanner.items);
}

type Item = readonly [start: number, end: number];

class BracketScanner {
  readonly items: Item[] = [];
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  document(): void {
    let blockIndent = -1;
    while (this.at < this.text.length) {
      const line = this.line();
      const indent = line.search(/\S/);
      if (blockIndent >= 0 && (indent < 0 || indent > blockIndent)) {
        this.nextLine();
        continue;
      }
      blockIndent = BLOCK_SCALAR.test(line) ? indent : -1;
      this.at += KEY_OR_DASH.exec(line)?.[0].length ?? 0;
      if (blockIndent < 0 && this.text[this.at] === '[') this.blockValue();
      else if (blockIndent < 0 && this.text[this.at] === '{') this.collection();
      this.nextLine();
    }
  }

  /** A value that starts with a bracket: a list, or a phrase that only starts like one. */
  private blockValue(): void {
    const start = this.at;
    const close = this.matching(start);
    const rest = close < 0 ? '' : this.text.slice(close + 1, this.lineEnd(close)).replace(/(^|\s)#.*$/, '');
    if (rest.trim() === '') {
      this.collection();
      return;
    }
    const end = close + 1 + rest.trimEnd().length;
    this.items.push([start, end]);
    this.at = end;
  }

  /** Reads [ … ] or { … } to its end. */
  private collection(): void {
    const map = this.text[this.at++] === '{';
    while (this.at < this.text.length) {
      this.blank();
      const char = this.text[this.at];
      if (char === undefined || char === ']' || char === '}') break;
      if (char === ',') this.at++;
      else this.item(map);
    }
    this.at++;
  }

  private item(inMap: boolean): void {
    if (inMap) this.mapKey();
    const char = this.text[this.at];
    if (char === '"' || char === "'") this.quoted(char);
    else if (char === '{' || (char === '[' && this.isList())) this.collection();
    else this.plain(inMap);
  }

  private mapKey(): void {
    const key = /^(?:"[^"]*"|'[^']*'|[^,:{}[\]]+)\s*:\s+/.exec(this.text.slice(this.at, this.at + 200));
    if (key) this.at += key[0].length;
  }

  /** Whether the bracket here closes where an item of a list may end. */
  private isList(): boolean {
    const close = this.matching(this.at);
    if (close < 0) return true;
    const next = /\S/.exec(this.text.slice(close + 1, close + 400))?.[0];
    return next === undefined || ',]}#'.includes(next);
  }

  private quoted(mark: string): void {
    this.at++;
    while (this.at < this.text.length && this.text[this.at] !== mark)
      this.at += this.text[this.at] === '\\' ? 2 : 1;
    this.at++;
  }

  /** A phrase without quotes: to the comma or bracket that is not its own. */
  private plain(inMap: boolean): void {
    const start = this.at;
    let depth = 0;
    let brackets = false;
    for (; this.at < this.text.length; this.at++) {
      const char = this.text[this.at]!;
      if (depth === 0 && (char === ',' || char === ']' || (inMap && char === '}') || char === '\n')) break;
      if ('[('.includes(char)) depth++;
      else if ('])'.includes(char)) depth--;
      if ('[]'.includes(char)) brackets = true;
    }
    const end = start + this.text.slice(start, this.at).trimEnd().length;
    if (brackets) this.items.push([start, end]);
    if (this.at === start) this.at++;
  }

  private blank(): void {
    for (;;) {
      while (/\s/.test(this.text[this.at] ?? 'x')) this.at++;
      if (this.text[this.at] !== '#') return;
      this.at = this.lineEnd(this.at);
    }
  }

  /** The bracket that closes the one here, on the same line or a few after; -1 where there is none. */
  private matching(open: number): number {
    let depth = 0;
    for (let at = open; at < this.text.length && at < open + 5000; at++) {
      if (this.text[at] === '[') depth++;
      else if (this.text[at] === ']' && --depth === 0) return at;
    }
    return -1;
  }

  private line(): string {
    return this.text.slice(this.at, this.lineEnd(this.at));
  }

  private lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end < 0 ? this.text.length : end;
  }

  private nextLine(): void {
    this.at = this.lineEnd(this.at) + 1;
  }
}

function insertQuotes(text: string, items: readonly Item[]): Quoted {
  /** Offsets in the quoted text at which a character was put in. */
  const added: number[] = [];
  let out = '';
  let from = 0;
  const quote = (): void => {
    added.push(out.length);
    out += "'";
  };
  for (const [start, end] of items) {
    out += text.slice(from, start);
    quote();
    for (const char of text.slice(start, end)) {
      if (char === "'") quote();
      out += char;
    }
    quote();
    from = end;
  }
  out += text.slice(from);
  return { text: out, original: (offset) => offset - added.filter((at) => at < offset).length };
}
