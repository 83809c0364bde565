/**
 * The phrase syntax (after JSGF, as speech grammars write phrases) and its tree.
 *
 *   [x] optional · (a|b) choice · <name> a list or an entity · … a gap inside a sentence (…20: up to 20)
 *   /re/ a regular expression · ^ and $ the start and end of a clause · \ takes the next character as it is
 *   , and other punctuation: a pause that may be said with or without punctuation
 */
import { fold } from '../text/fold.ts';

export type Node =
  | { is: 'text'; text: string }
  | { is: 'space' }
  | { is: 'pause' }
  | { is: 'gap'; max: number }
  | { is: 'seq'; of: Node[] }
  | { is: 'choice'; of: Node[] }
  | { is: 'entity'; name: string }
  | { is: 'regex'; source: string }
  | { is: 'stem'; word: string }
  | { is: 'edge'; side: 'start' | 'end' };

/** Finds what a `<name>` stands for; throws TemplateError for an unknown one. */
export type Lookup = (name: string, offset: number) => Node;

/** A template that cannot be read. `offset` counts UTF-16 code units from 0 in the template. */
export class TemplateError extends Error {
  readonly offset: number;
  readonly key: string;
  readonly values: Record<string, string | number>;
  constructor(key: string, offset: number, values: Record<string, string | number> = {}) {
    super(key);
    this.key = key;
    this.offset = offset;
    this.values = values;
  }
}

export const DEFAULT_GAP = 8;
const LONGEST_GAP = 200;
const DEEPEST = 20;
const PAUSES = ',，、。!！?？;；:：';
const EDGE_AND_GAP = '^$…';
/** A slash after one of these is no regular expression: 24/7. */
const LETTER_OR_DIGIT = /[A-Za-z0-9]$/;
const SYNTAX = `[]()<>|/\\${EDGE_AND_GAP}${PAUSES}`;

/**
 * @param source one template as the pack's author wrote it
 * @param lookup what `<name>` stands for
 * @param openEnds keep a gap at either end: an exception reaches as far as its gaps do
 * @returns its tree, folded as texts are folded
 * @throws TemplateError naming the offset at which the template cannot be read
 */
export function parseTemplate(source: string, lookup: Lookup, openEnds = false): Node {
  const parser = new Parser(source, lookup);
  const node = parser.choice();
  if (parser.at < source.length) {
    throw new TemplateError('template.unopened', parser.at, { found: source[parser.at]! });
  }
  if (sizeOf(node) > MOST_NODES) throw new TemplateError('template.too-large', 0, { max: MOST_NODES });
  return openEnds ? node : trimPauses(node);
}

class Parser {
  at = 0;
  depth = 0;
  readonly source: string;
  readonly lookup: Lookup;
  constructor(source: string, lookup: Lookup) {
    this.source = source;
    this.lookup = lookup;
  }

  choice(): Node {
    if (++this.depth > DEEPEST) throw new TemplateError('template.too-deep', this.at, { max: DEEPEST });
    const branches = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at++;
      branches.push(this.sequence());
    }
    this.depth--;
    return branches.length === 1 ? branches[0]! : { is: 'choice', of: branches };
  }

  sequence(): Node {
    const items: Node[] = [];
    while (this.at < this.source.length && !'|])'.includes(this.source[this.at]!)) this.item(items);
    return items.length === 1 ? items[0]! : { is: 'seq', of: items };
  }

  item(items: Node[]): void {
    const char = this.source[this.at]!;
    // The digits of …4 are no text that a slash could go on.
    const gapped = items.at(-1)?.is === 'gap';
    if (char === '[') {
      items.push(this.optional());
    } else if (char === '(') {
      items.push(this.bracketed(')'));
    } else if (char === '<') {
      items.push(this.reference());
    } else if (char === '…') {
      items.push(this.gap());
    } else if (char === '^' || char === '$') {
      this.at++;
      items.push({ is: 'edge', side: char === '^' ? 'start' : 'end' });
    } else if (char === '/' && (gapped || !LETTER_OR_DIGIT.test(this.source[this.at - 1] ?? ''))) {
      items.push(this.regex());
    } else if (PAUSES.includes(char)) {
      this.refuseRegexHabit(char);
      this.at++;
      if (items.at(-1)?.is !== 'pause') items.push({ is: 'pause' });
    } else if (char === '>') {
      throw new TemplateError('template.unopened', this.at, { found: char });
    } else {
      this.text(items);
    }
  }

  /** Who knows regular expressions writes (x)? for what is [x] here, and would never notice. */
  refuseRegexHabit(char: string): void {
    const after = this.source[this.at + 1];
    if (char !== '?' || after === undefined || after === ' ' || '|])'.includes(after)) return;
    if (')]'.includes(this.source[this.at - 1] ?? ' ')) throw new TemplateError('template.optional', this.at);
  }

  /** An edge that may be left out asks for nothing: whoever writes [,|$] means (,|$), and would accuse too many. */
  optional(): Node {
    const opened = this.at;
    const inside = this.bracketed(']');
    const ways = inside.is === 'choice' ? inside.of : [inside];
    if (ways.some(isEdge)) throw new TemplateError('template.optional-edge', opened);
    return { is: 'choice', of: [inside, { is: 'seq', of: [] }] };
  }

  bracketed(close: ']' | ')'): Node {
    const opened = this.at++;
    const inside = this.choice();
    if (this.source[this.at] !== close) throw new TemplateError('template.unclosed', opened, { close });
    this.at++;
    return inside;
  }

  reference(): Node {
    const opened = this.at;
    const close = this.source.indexOf('>', opened);
    if (close < 0) throw new TemplateError('template.unclosed', opened, { close: '>' });
    this.at = close + 1;
    return this.lookup(this.source.slice(opened + 1, close).trim(), opened);
  }

  gap(): Node {
    const opened = this.at++;
    while (this.source[this.at] === '…') this.at++;
    const digits = /^\d+/.exec(this.source.slice(this.at))?.[0] ?? '';
    this.at += digits.length;
    const max = digits ? Number(digits) : DEFAULT_GAP;
    if (max < 1 || max > LONGEST_GAP) throw new TemplateError('template.gap', opened, { max: LONGEST_GAP });
    return { is: 'gap', max };
  }

  regex(): Node {
    const opened = this.at++;
    let source = '';
    for (; this.at < this.source.length; this.at++) {
      const char = this.source[this.at]!;
      if (char === '/') {
        this.at++;
        if (!source) throw new TemplateError('template.empty-regex', opened);
        return { is: 'regex', source };
      }
      source += char;
      if (char === '\\' && this.at + 1 < this.source.length) source += this.source[++this.at]!;
    }
    throw new TemplateError('template.unclosed', opened, { close: '/' });
  }

  /** Takes characters up to the next piece of syntax; spaces between words become nodes of their own. */
  text(items: Node[]): void {
    let run = '';
    while (this.at < this.source.length) {
      let char = this.source[this.at]!;
      if (char === '\\' && this.at + 1 < this.source.length) char = this.source[++this.at]!;
      else if (SYNTAX.includes(char) && !(char === '/' && LETTER_OR_DIGIT.test(run))) break;
      run += char;
      this.at++;
    }
    const folded = fold(run).text;
    for (const part of folded.split(/(\s+)/)) {
      if (!part) continue;
      items.push(/^\s/.test(part) ? { is: 'space' } : { is: 'text', text: part });
    }
  }
}

/** Lists of lists of lists grow without end, on purpose or not. */
const MOST_NODES = 20_000;
const sizes = new WeakMap<Node, number>();

/** @returns how many nodes a tree has where every list is written out */
function sizeOf(node: Node): number {
  let size = sizes.get(node);
  if (size === undefined) {
    size = 'of' in node ? node.of.reduce((sum, inner) => sum + sizeOf(inner), 1) : 1;
    sizes.set(node, size);
  }
  return size;
}

/** A pause, space or gap at either end of a phrase asks for nothing. */
function trimPauses(node: Node): Node {
  if (node.is === 'choice') {
    const of = node.of.map(trimPauses);
    return of.every((branch, index) => branch === node.of[index]) ? node : { is: 'choice', of };
  }
  if (node.is !== 'seq') return idle(node) ? { is: 'seq', of: [] } : node;
  let from = 0;
  let to = node.of.length;
  while (from < to && idle(node.of[from]!)) from++;
  while (to > from && idle(node.of[to - 1]!)) to--;
  if (from === 0 && to === node.of.length) return node;
  return { is: 'seq', of: node.of.slice(from, to) };
}

const isEdge = (node: Node): boolean =>
  node.is === 'edge' || (node.is === 'seq' && node.of.length === 1 && isEdge(node.of[0]!));

const idle = (node: Node): boolean => node.is === 'pause' || node.is === 'space' || node.is === 'gap';
