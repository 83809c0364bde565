import { Excerpt } from '../excerpt.ts';
import { LineMap } from '../line-map.ts';
import { expressionEnd, hasWords } from '../placeholders.ts';
import { Replies, replyTurn } from '../replies.ts';
import type { Format, Source } from './format.ts';

/** Properties of `[Activity …]` and of cards that are shown or spoken. Those in `LISTS` may hold several, by `|`. */
const SPOKEN = new Set([
  'text',
  'speak',
  'title',
  'subtitle',
  'summary',
  'displaytext',
  'fallbacktext',
  'prompt',
]);
const LISTS = new Set(['suggestedactions', 'buttons', 'choices']);

/** The same in a card written as JSON. */
const JSON_TEXT = /"(?:text|speak|title|subtitle|summary|displayText|fallbackText)"\s*:\s*"/g;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * Bot Framework language generation. A transcript is a template by its name; its variations, the texts of
 * `[Activity]` and of cards are turns. What is only a reference to another template is none: its words are read
 * where they stand.
 */
export const lg: Format = {
  name: 'lg',
  about: {
    zh: 'Bot Framework 的 .lg 回复模板',
    en: 'Bot Framework language generation templates (.lg)',
  },
  example: `> courtesy-disable-next-line bot/curt -- 法务要求原文
# Refuse
- 不行。

# Greeting(user)
- IF: \${user.name != null}
    - 您好，\${user.name}！
- ELSE:
    - 您好！

# Help
[Activity
    Text = 请问有什么可以帮您？
    SuggestedActions = 查询账单 | 转人工
]
`,
  extensions: ['lg'],

  recognise({ extension, text }) {
    if (extension === 'lg') return 0.95;
    // Each of what is its own has one of these, and few other texts have.
    if (!/\$\{|\[[AHC]|!#/.test(text)) return 0;
    // Markdown has headings and lists too.
    const template = /^\s*#\s*[\w.]+\s*\([^()\n]*\)\s*$/m.test(text);
    const own = /^\s*[-*+]\s*(?:IF|SWITCH)\s*:\s*\$\{|^\s*\[(?:Activity|HeroCard|CardAction)\s*$|^>\s*!#\s/m;
    return template && own.test(text) ? 0.7 : 0;
  },

  *read(source) {
    const file = new LgFile(source);
    file.read();
    yield* file.replies.done();
  },
};

interface Row {
  text: string;
  /** Offset in the file. */
  at: number;
}

class LgFile {
  readonly replies: Replies;
  private readonly source: Source;
  private readonly text: string;
  private readonly map: LineMap;
  private readonly rows: Row[];
  private row = 0;
  private name = '';
  private texts: Excerpt[] = [];

  constructor(source: Source) {
    this.source = source;
    this.replies = new Replies(source, 'lg');
    this.text = source.text();
    this.map = new LineMap(this.text);
    this.rows = [...this.text.matchAll(/([^\r\n]*)(?:\r\n?|\n|$)/g)].map((match) => ({
      text: match[1]!,
      at: match.index,
    }));
  }

  read(): void {
    for (; this.row < this.rows.length; this.row++) this.line(this.rows[this.row]!);
    this.end();
  }

  private line({ text, at }: Row): void {
    const comment = /^\s*>(.*)$/.exec(text);
    const head = /^\s*#\s*([^\s(]+)/.exec(text);
    const variation = /^\s*[-*+]\s*/.exec(text);
    if (comment) this.replies.suppressions.add(comment[1]!, this.map.at(at + text.indexOf('>')));
    else if (head) {
      this.end();
      this.name = head[1]!;
    } else if (variation) this.variation(text, at, variation[0].length);
    else if (/^\s*\[[^\]]*\]\([^)]*\)\s*$/.test(text) || text.trim() === '') return;
    else if (/^\s*\[\s*[\p{L}_][\w.]*\s*$/u.test(text) && this.name !== '') this.structure();
    else this.source.problem({ key: 'lg.stray-line' }, this.map.at(at + text.search(/\S/)));
  }

  private end(): void {
    const texts = this.texts.map((excerpt) => ({
      value: excerpt.text,
      origin: excerpt.origin((offset) => this.map.at(offset)),
    }));
    this.replies.add({ id: this.name }, texts);
    this.texts = [];
  }

  private variation(text: string, at: number, from: number): void {
    const rest = text.slice(from);
    if (/^(?:IF|ELSE\s*IF|ELSE|SWITCH|CASE|DEFAULT)\s*:/i.test(rest)) return;
    if (rest.startsWith('```')) this.block(at + from);
    else this.add(at + from, at + text.length);
  }

  /** Text between ``` and ```, which may hold line breaks. Expressions within may hold the mark. */
  private block(at: number): void {
    const from = at + 3;
    let end = from;
    while (end < this.text.length && !this.text.startsWith('```', end)) {
      const expression = this.text.startsWith('${', end) ? expressionEnd(this.text, end) : -1;
      if (this.text[end] === '\\') end++;
      end = expression > 0 ? expression : end + 1;
    }
    if (end >= this.text.length) {
      this.source.problem({ key: 'lg.open-block' }, this.map.at(at));
      this.row = this.rows.length;
      return;
    }
    const content = this.text.slice(from, end);
    if (/^\s*[[{"]/.test(content) && /"\s*:/.test(content)) this.json(from, end);
    else this.add(from, end);
    this.goTo(end);
  }

  /** A card as JSON with expressions in it, which make it none: only its texts are looked for. */
  private json(from: number, end: number): void {
    const content = this.text.slice(from, end);
    for (const match of content.matchAll(JSON_TEXT)) {
      const begin = from + match.index + match[0].length;
      let close = begin;
      while (close < end && this.text[close] !== '"') {
        const expression = this.text.startsWith('${', close) ? expressionEnd(this.text, close) : -1;
        if (this.text[close] === '\\') close++;
        close = expression > 0 ? expression : close + 1;
      }
      this.add(begin, Math.min(close, end));
    }
  }

  private goTo(offset: number): void {
    while (this.row + 1 < this.rows.length && this.rows[this.row + 1]!.at <= offset) this.row++;
  }

  /** `[Activity` and the properties until `]`. */
  private structure(): void {
    const open = this.rows[this.row]!;
    for (this.row++; this.row < this.rows.length; this.row++) {
      const { text, at } = this.rows[this.row]!;
      if (/^\s*\]/.test(text)) return;
      if (/^\s*#\s*\S/.test(text)) break;
      const comment = /^\s*>(.*)$/.exec(text);
      if (comment) this.replies.suppressions.add(comment[1]!, this.map.at(at + text.indexOf('>')));
      const property = /^\s*([\w.]+)\s*=\s*/.exec(text);
      if (!property) continue;
      const key = property[1]!.toLowerCase();
      const from = at + property[0].length;
      if (this.text.startsWith('```', from)) {
        if (SPOKEN.has(key)) this.block(from);
      } else if (SPOKEN.has(key)) this.add(from, at + text.length);
      else if (LISTS.has(key)) this.list(from, at + text.length);
    }
    this.source.problem({ key: 'lg.open-structure' }, this.map.at(open.at));
    this.row--;
  }

  private list(from: number, end: number): void {
    let start = from;
    for (let at = from; at <= end; at++) {
      const expression = this.text.startsWith('${', at) ? expressionEnd(this.text, at) : -1;
      if (expression > 0) at = expression - 1;
      else if (this.text[at] === '\\') at++;
      else if (at === end || this.text[at] === '|') {
        this.add(start, at);
        start = at + 1;
      }
    }
  }

  /** Adds a text unless it only refers to others. Escapes outside of expressions are what they stand for. */
  private add(from: number, end: number): void {
    const excerpt = new Excerpt();
    let copied = from;
    for (let at = from; at < end; at++) {
      const expression = this.text.startsWith('${', at) ? expressionEnd(this.text, at) : -1;
      if (expression > 0) at = expression - 1;
      else if (this.text[at] === '\\' && at + 1 < end && /[nrt\\$`{}[\]|"#>/-]/.test(this.text[at + 1]!)) {
        const char = this.text[at + 1]!;
        excerpt.add(this.text.slice(copied, at), copied).add(ESCAPES[char] ?? char, at, at + 2);
        copied = at + 2;
        at++;
      }
    }
    excerpt.add(this.text.slice(copied, end), copied);
    const turn = replyTurn({ value: excerpt.text, origin: excerpt.origin((offset) => this.map.at(offset)) });
    if (turn && hasWords(turn.text, turn.opaque ?? [])) this.texts.push(excerpt);
  }
}
