import type { Source } from './formats/format.ts';
import type { Position, Turn } from './transcript.ts';

/** A comment that silences rules: `courtesy-disable-next-line RULE[, RULE] -- reason`. */
interface Suppression {
  rules: string[];
  reason: string;
  at: Position;
  /** For the next reply after its line; otherwise for what stands on its line. */
  next: boolean;
}

const COMMENT = /^\s*(?:#\s*)?courtesy-(\S+)\s*(.*?)\s*$/s;

/** Gathers the suppressions of a file while it is read, and puts them on its replies at the end. */
export class Suppressions {
  private readonly source: Source;
  private readonly list: Suppression[] = [];

  constructor(source: Source) {
    this.source = source;
  }

  /**
   * Looks for a suppression in a comment.
   * @param comment without its mark
   */
  add(comment: string, at: Position): void {
    const [, word = '', rest = ''] = COMMENT.exec(comment) ?? [];
    if (word === '') return;
    if (word !== 'disable-next-line' && word !== 'disable-line') {
      this.source.problem({ key: 'suppress.unknown', values: { word: `courtesy-${word}` } }, at);
      return;
    }
    const [names = '', ...reasons] = rest.split(/(?:^|\s)(?:--+|—+)(?:\s|$)/);
    const rules = names.split(/[\s,，、]+/).filter(Boolean);
    const reason = reasons.join(' -- ').trim();
    if (rules.length === 0) this.source.problem({ key: 'suppress.no-rule' }, at);
    else if (reason === '')
      this.source.problem({ key: 'suppress.no-reason', values: { rule: rules[0]! } }, at);
    else this.list.push({ rules, reason, at, next: word === 'disable-next-line' });
  }

  /**
   * Fills `Turn.suppressed`. One that stands at no reply is noted: it may have been meant for something.
   * @param replies every reply of the file; `line` is where its value begins, if that is above its words
   */
  apply(replies: readonly { turn: Turn; line?: number }[]): void {
    if (this.list.length === 0) return;
    /** Turns by the line they begin on, and by every line they stand on. */
    const beginning = new Map<number, Turn[]>();
    const standing = new Map<number, Turn[]>();
    for (const { turn, line } of replies) {
      const first = turn.origin.locate(0).line;
      const from = Math.min(first, line ?? first);
      put(beginning, from, turn);
      const to = turn.origin.locate(turn.text.length).line;
      for (let at = from; at <= to; at++) put(standing, at, turn);
    }
    const lines = [...beginning.keys()].sort((a, b) => a - b);
    for (const { rules, reason, at, next } of this.list) {
      const { line } = at;
      const meant = (next ? beginning.get(firstAfter(lines, line) ?? 0) : standing.get(line)) ?? [];
      if (meant.length === 0) this.source.note({ key: 'suppress.nothing' }, at);
      // The same for all of its turns: one that silences something on any of them is used.
      const suppressed = rules.map((rule) => ({ rule, reason, line }));
      for (const turn of meant) turn.suppressed = [...(turn.suppressed ?? []), ...suppressed];
    }
  }
}

function put(turns: Map<number, Turn[]>, line: number, turn: Turn): void {
  const list = turns.get(line);
  if (list) list.push(turn);
  else turns.set(line, [turn]);
}

/** The first of ascending lines that is behind a line. */
function firstAfter(lines: readonly number[], line: number): number | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lines[middle]! > line) high = middle;
    else low = middle + 1;
  }
  return lines[low];
}
