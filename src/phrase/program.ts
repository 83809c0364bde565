/**
 * What stands around a template's anchor, verified at a hit. A program is a small graph of steps that is
 * walked with a memory of (step, place), so that its cost is bounded by steps × places whatever the pack.
 */
import { remember } from '../remember.ts';
import type { Node } from './template.ts';

export type Step =
  | { do: 'text'; text: string; next: number }
  | { do: 'space' | 'pause'; next: number }
  | { do: 'gap'; max: number; next: number }
  | { do: 'split'; to: number[] }
  | { do: 'entity' | 'regex'; name: string; next: number }
  | { do: 'stem'; word: string; next: number }
  | { do: 'edge'; side: 'start' | 'end'; next: number };

/** Step -1 is the end. Plain data, so that a compiled ruleset can be kept on disk. */
export interface Program {
  steps: Step[];
  start: number;
}

/** What a walk reads of the turn beside its characters. */
export interface Surroundings {
  text: string;
  /** Where walks of this turn ended, by program and by (step, place): the next hit does not walk there again. */
  walked: Map<Program, Map<number, number>>;
  /** Ends of spans of an entity or regular expression that start at `at` (or, backwards, starts of those that end there). */
  spans(kind: 'entity' | 'regex', name: string, at: number, forwards: boolean): readonly number[];
  stemOf(word: string): string;
  /** Whether the writer left a space at this offset that folding took out: in chats often the only break. */
  spaced(at: number): boolean;
}

const END = -1;
const SENTENCE_END = '。!?;\n…';
const CLAUSE_MARKS = `${SENTENCE_END},:、—～~.()（）"“”「」『』`;

/**
 * @param nodes what stands after an anchor, or before it (then `forwards` is false and it is walked backwards)
 */
export function compileProgram(nodes: readonly Node[], forwards: boolean): Program {
  const steps: Step[] = [];
  const add = (step: Step): number => steps.push(step) - 1;
  const chain = (items: readonly Node[], next: number): number => {
    const ordered = forwards ? items : [...items].reverse();
    return ordered.reduceRight((after, item) => link(item, after), next);
  };
  const link = (node: Node, next: number): number => {
    switch (node.is) {
      case 'text':
        return add({ do: 'text', text: node.text, next });
      case 'space':
      case 'pause':
        return add({ do: node.is, next });
      case 'gap':
        return add({ do: 'gap', max: node.max, next });
      case 'entity':
        return add({ do: 'entity', name: node.name, next });
      case 'regex':
        return add({ do: 'regex', name: node.source, next });
      case 'stem':
        return add({ do: 'stem', word: node.word, next });
      case 'edge':
        return add({ do: 'edge', side: node.side, next });
      case 'seq':
        return chain(node.of, next);
      case 'choice':
        return add({ do: 'split', to: node.of.map((branch) => link(branch, next)) });
    }
  };
  const start = chain(nodes, END);
  return { steps, start };
}

/**
 * @returns the offset at which the program ends when walked from `at`, the first way that fits; -1 where none does
 */
export function walk(program: Program, around: Surroundings, at: number, forwards: boolean): number {
  const known = remember(around.walked, program, () => new Map<number, number>());
  const width = around.text.length + 1;

  const go = (step: number, place: number): number => {
    if (step === END) return place;
    const key = step * width + place;
    const before = known.get(key);
    if (before !== undefined) return before;
    let end = -1;
    for (const [next, there] of moves(program.steps[step]!, around, place, forwards)) {
      end = go(next, there);
      if (end >= 0) break;
    }
    known.set(key, end);
    return end;
  };
  return go(program.start, at);
}

function* moves(
  step: Step,
  around: Surroundings,
  at: number,
  forwards: boolean,
): Generator<readonly [number, number]> {
  const { text } = around;
  const sign = forwards ? 1 : -1;
  const unit = (place: number): string => text[forwards ? place : place - 1] ?? '';
  switch (step.do) {
    case 'text': {
      const from = forwards ? at : at - step.text.length;
      if (from >= 0 && text.startsWith(step.text, from)) yield [step.next, at + sign * step.text.length];
      return;
    }
    case 'split':
      for (const next of step.to) yield [next, at];
      return;
    case 'gap':
      for (let taken = 0; taken <= step.max; taken++) {
        yield [step.next, at + sign * taken];
        const passed = unit(at + sign * taken);
        if (passed === '' || SENTENCE_END.includes(passed)) return;
        if (passed === '.' && endsSentence(text, forwards ? at + taken : at - taken - 1)) return;
      }
      return;
    case 'space':
    case 'pause': {
      let place = at;
      while (isIdle(unit(place), step.do)) place += sign;
      if (place !== at || step.do === 'pause' || !insideWord(text, at)) yield [step.next, place];
      return;
    }
    case 'edge':
      if (atEdge(text, at, step.side) || around.spaced(at)) yield [step.next, at];
      return;
    case 'stem': {
      const [from, to] = wordAround(text, at);
      if (to > from && around.stemOf(text.slice(from, to)) === step.word)
        yield [step.next, forwards ? to : from];
      return;
    }
    default:
      for (const there of around.spans(step.do, step.name, at, forwards)) yield [step.next, there];
  }
}

/** A full stop before a blank; the one in 3.5 or example.com goes on. */
function endsSentence(text: string, dot: number): boolean {
  const next = text[dot + 1];
  return next === undefined || next === ' ' || next === '\n';
}

function isIdle(char: string, step: 'space' | 'pause'): boolean {
  if (char === '') return false;
  return char === ' ' || char === '\n' || (step === 'pause' && CLAUSE_MARKS.includes(char));
}

const LETTER = /[a-z0-9\u00df-\u024f]/;

/** Whether the offset stands between two letters of one Latin word. */
export function insideWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && LETTER.test(text[at - 1]!) && LETTER.test(text[at]!);
}

/** The Latin word that the offset stands in or at either end of. */
function wordAround(text: string, at: number): [number, number] {
  let from = at;
  let to = at;
  while (to < text.length && LETTER.test(text[to]!)) to++;
  while (from > 0 && LETTER.test(text[from - 1]!)) from--;
  return [from, to];
}

function atEdge(text: string, at: number, side: 'start' | 'end'): boolean {
  const step = side === 'start' ? -1 : 1;
  let place = side === 'start' ? at - 1 : at;
  while (text[place] === ' ') place += step;
  const char = text[place];
  return char === undefined || CLAUSE_MARKS.includes(char);
}
