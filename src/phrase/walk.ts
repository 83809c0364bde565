/**
 * Walks a program from a hit, with a memory of (step, place), so that its cost is bounded by steps × places
 * whatever the pack.
 */
import { remember } from '../remember.ts';
import { END, type Look, type Program, type Step } from './program.ts';

type Fork = Extract<Step, { do: 'split' | 'words' | 'gap' }> | Look;

const isFork = (step: Step): step is Fork =>
  step.do === 'split' ||
  step.do === 'words' ||
  step.do === 'gap' ||
  step.do === 'entity' ||
  step.do === 'regex';

/** Forks met so far, and where each (step, place) ended once there were many. */
interface Memory {
  visits: number;
  ends: Map<number, number> | null;
}

/** What a walk reads of the turn beside its characters. */
export interface Surroundings {
  text: string;
  /** What walks of this turn remember: the next hit does not walk the same way again. */
  walked: Map<Program, Memory>;
  /** All spans of an entity or regular expression. */
  all(kind: 'entity' | 'regex', name: string): readonly (readonly [number, number])[];
  /** Ends of spans of an entity or regular expression that start at `at` (or, backwards, starts of those that end there). */
  spans(kind: 'entity' | 'regex', name: string, at: number, forwards: boolean): readonly number[];
  stemOf(word: string): string;
  /** Whether the writer left a space at this offset that folding took out: in chats often the only break. */
  spaced(at: number): boolean;
}

const SENTENCE_END = '。!?;\n…';
const CLAUSE_MARKS = `${SENTENCE_END},:、—～~.()（）"“”「」『』`;

/**
 * @returns the offset at which the program ends when walked from `at`, the first way that fits; -1 where none does
 */
export function walk(program: Program, around: Surroundings, at: number, forwards: boolean): number {
  if (program.steps.length === 0) return at;
  const memory = remember(around.walked, program, () => ({ visits: 0, ends: null }));
  return new Walker(program, around, memory, forwards).follow(program.start, at);
}

/** So many forks are walked again sooner than they are remembered; a walk made to be long pays for a memory. */
const FORKS_FOR_FREE = 256;

class Walker {
  private readonly steps: readonly Step[];
  private readonly around: Surroundings;
  private readonly memory: Memory;
  private readonly forwards: boolean;
  private readonly sign: 1 | -1;

  constructor({ steps }: Program, around: Surroundings, memory: Memory, forwards: boolean) {
    this.steps = steps;
    this.around = around;
    this.memory = memory;
    this.forwards = forwards;
    this.sign = forwards ? 1 : -1;
  }

  /** Takes steps that lead one way, to the end or to a fork. */
  follow(from: number, place: number): number {
    let at = place;
    for (let number = from; number !== END; ) {
      const step = this.steps[number]!;
      if (isFork(step)) return this.fork(number, step, at);
      at = this.pass(step, at);
      if (at < 0) return -1;
      number = step.next;
    }
    // Of shout and shouting the one that the text has: a way that ends inside a word leads nowhere.
    return insideWord(this.around.text, at) ? -1 : at;
  }

  /** @returns where the step leads; -1 where it does not hold */
  private pass(step: Exclude<Step, Fork>, at: number): number {
    const { text } = this.around;
    switch (step.do) {
      case 'text':
        return this.passText(step.text, at);
      case 'edge':
        return atEdge(text, at, step.side) || this.around.spaced(at) ? at : -1;
      case 'stem': {
        const [from, to] = wordAround(text, at);
        if (to === from || this.around.stemOf(text.slice(from, to)) !== step.word) return -1;
        return this.forwards ? to : from;
      }
      default: {
        let place = at;
        while (isIdle(this.unit(place), step.do)) place += this.sign;
        return place !== at || step.do === 'pause' || !insideWord(text, at) ? place : -1;
      }
    }
  }

  private passText(wanted: string, at: number): number {
    const { text } = this.around;
    const { length } = wanted;
    if (this.forwards) return text.startsWith(wanted, at) ? at + length : -1;
    return at >= length && text.startsWith(wanted, at - length) ? at - length : -1;
  }

  private fork(number: number, step: Fork, at: number): number {
    if (
      (step.do === 'split' || step.do === 'words') &&
      step.firsts &&
      !step.firsts.includes(this.unit(at) || '\0')
    )
      return -1;
    if (++this.memory.visits <= FORKS_FOR_FREE) return this.branch(step, at);
    this.memory.ends ??= new Map();
    const key = number * (this.around.text.length + 1) + at;
    return remember(this.memory.ends, key, () => this.branch(step, at));
  }

  private branch(step: Fork, at: number): number {
    if (step.do === 'gap') return this.leap(step, at);
    if (step.do === 'split') {
      for (const next of step.to) {
        const end = this.follow(next, at);
        if (end >= 0) return end;
      }
      return -1;
    }
    if (step.do === 'words') {
      for (const word of step.of) {
        const there = this.passText(word, at);
        const end = there < 0 ? -1 : this.follow(step.next, there);
        if (end >= 0) return end;
      }
      return -1;
    }
    for (const there of this.around.spans(step.do, step.name, at, this.forwards)) {
      const end = this.follow(step.next, there);
      if (end >= 0) return end;
    }
    return -1;
  }

  /** Tries the nearest place first, to the gap's length or the sentence's end. */
  private leap({ max, next }: { max: number; next: number }, at: number): number {
    if (next === END) return this.farthest(max, at);
    for (let taken = 0; taken <= max; taken++) {
      const place = at + this.sign * taken;
      const end = this.follow(next, place);
      if (end >= 0) return end;
      const passed = this.unit(place);
      if (passed === '' || SENTENCE_END.includes(passed)) return -1;
      if (passed === '.' && endsSentence(this.around.text, this.forwards ? place : place - 1)) return -1;
    }
    return -1;
  }

  /** A gap at the end of an exception takes all that it may. */
  private farthest(max: number, at: number): number {
    let place = at;
    for (let taken = 0; taken < max; taken++) {
      const passed = this.unit(place);
      if (passed === '' || SENTENCE_END.includes(passed)) break;
      place += this.sign;
    }
    return place;
  }

  /** The character that the next step would take. */
  private unit(place: number): string {
    return this.around.text.charAt(this.forwards ? place : place - 1);
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
