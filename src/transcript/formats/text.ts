import { linesOf } from '../line-ends.ts';
import { type RoleTable, roleTable } from '../roles.ts';
import type { Format, Line, ReadOptions, Source } from './format.ts';
import { Conversation } from './text-conversation.ts';
import { headOf } from './text-label.ts';
import { type Meta, metaBlock } from './text-meta.ts';

const rule = /^\s*(?:-{3,}|={3,})\s*$/;

let shipped: RoleTable | undefined;

/**
 * Plain text with a label before each turn: `坐席: 您好`, `[00:12] 客户：喂`, `小王(客服) 2026-02-17 09:15:02` with
 * the words on the next line. Lines without a label continue the turn. A line of `---` or `===` parts
 * conversations; `key: value` lines in a block between two of them or before the first label are their `meta`.
 * Text that has no labels is one agent's, a turn a paragraph, and a note says so.
 */
export const text: Format = {
  name: 'text',
  about: {
    zh: '带说话人标签的纯文本；没有标签的文字按一位客服的话检查',
    en: "plain text with speaker labels; text without labels is judged as one agent's",
  },
  example:
    '[00:01] 坐席3号：您好，很高兴为您服务。\n[00:04] 客户：我家停电了。\n[00:06] 坐席3号：请您稍等，\n  我马上为您查询。\n',
  extensions: ['txt', 'text'],

  recognise(sample) {
    // `bot:` in there is a key, and what is under it may be no speech.
    if (/^(?:ya?ml|pot?)$/.test(sample.extension)) return 0;
    const labels = /^\s*[{[<]/.test(sample.text) ? 0 : labelsOf(sample.text);
    if (labels > 0) return labels > 1 ? 0.6 : 0.5;
    if (this.extensions.includes(sample.extension)) return 0.3;
    return sample.extension === '' ? 0.1 : 0;
  },

  divisible: { extensions: ['txt', 'text'], lastCut },

  *read(source, options) {
    let held: Conversation | undefined;
    let meta: Meta = {};
    let opened = false;
    let first = true;
    for (const lines of segments(source.lines())) {
      const blank = isBlank(lines);
      const start = first;
      first = false;
      if (blank) {
        opened = start;
        continue;
      }
      const block = metaBlock(lines, opened);
      opened = false;
      if (block) {
        if (held) yield* held.read();
        held = undefined;
        meta = { ...meta, ...block };
        continue;
      }
      const next = new Conversation(source, options, lines, meta);
      // A rule within what somebody says: what follows has no speaker of its own.
      if (held?.labelled && !next.labelled && Object.keys(meta).length === 0) {
        held.extend(lines);
        continue;
      }
      if (held) yield* held.read();
      held = next;
      meta = {};
    }
    if (held) yield* held.read();
  },
};

/** How many lines of a sample have the label of somebody who is known: 0, 1, or 2 for more. */
function labelsOf(text: string): number {
  shipped ??= roleTable();
  let labels = 0;
  for (const line of text.slice(0, 16_384).split(/\r\n?|\n/, 200)) {
    const head = headOf(line, shipped);
    if (head?.label !== undefined && shipped.lookup(head.label) && ++labels > 1) break;
  }
  return labels;
}

/** The lines between rules. A file that begins with a rule has an empty first segment. */
function* segments(lines: Iterable<Line>): Generator<Line[]> {
  let segment: Line[] = [];
  for (const line of lines) {
    // Two characters tell most lines apart from a rule.
    if (line.text.length < 200 && /[-=]/.test(line.text) && rule.test(line.text)) {
      yield segment;
      segment = [];
    } else segment.push(line);
  }
  if (segment.length > 0) yield segment;
}

/**
 * Behind a rule that stands between two conversations of which nothing depends on the other: what is before it is one,
 * and what follows has a speaker of its own or is a head.
 */
function lastCut(text: string, options: ReadOptions): number {
  const found = [...segments(numbered(text))];
  // The first and the last may go on outside; the second is its head where a file begins with a rule.
  for (let at = found.length - 2; at > 2; at--) {
    const [before, after] = [found[at - 1]!, found[at]!];
    if (isConversation(before) && startsAnew(after, options)) return offsetOf(text, after[0]!.line - 1);
  }
  return 0;
}

function* numbered(text: string): Generator<Line> {
  let line = 1;
  for (const one of linesOf(text)) yield { text: one, line: line++ };
}

const isBlank = (lines: readonly Line[]) => lines.every((line) => line.text.trim() === '');

const isConversation = (lines: readonly Line[]) => !isBlank(lines) && metaBlock(lines, false) === undefined;

function startsAnew(lines: readonly Line[], options: ReadOptions): boolean {
  if (isBlank(lines)) return false;
  return metaBlock(lines, false) !== undefined || new Conversation(NOWHERE, options, [...lines], {}).labelled;
}

/** To ask whether lines are labelled nothing is read from a source. */
const NOWHERE = {} as Source;

/** Where a line begins. @param before how many lines stand before it */
function offsetOf(text: string, before: number): number {
  const end = /\r\n?|\n/g;
  for (let line = 0; line < before; line++) end.exec(text);
  return end.lastIndex;
}
