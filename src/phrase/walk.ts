/**
 * Walks a program from a hit. Each step becomes a function that knows what follows it, so that nothing is looked up on
 * the way; a memory of (fork, place) bounds the cost by steps × places whatever the pack.
 */
import { remember } from '../remember.ts';
import { DOT, NEWLINE, SPACE, unitSet } from '../text/units.ts';
import { atEdge, CLAUSE_MARKS, endsHan, SENTENCE_END, withEmoji } from './edge.ts';
import { END, type Program, type Step } from './program.ts';

/** @returns where the way ends that leads on from an offset, the first that fits; -1 where none does */
export type Walk = (around: Surroundings, at: number) => number;

/** What a walk reads of the turn beside its characters. */
export interface Surroundings {
  text: string;
  /** Tells this turn from all others that are walked. */
  number: number;
  /** Where forks ended that were met again and again, by fork and place. */
  ends: Map<Walk, Map<number, number>> | null;
  /** All spans of an entity or regular expression. */
  all(kind: 'entity' | 'regex', name: string): readonly (readonly [number, number])[];
  stemOf(word: string): string;
  /** Whether the writer left a space at this offset that folding took out: in chats often the only break. */
  spaced(at: number): boolean;
}

const isSentenceEnd = unitSet(SENTENCE_END);
const isBlank = unitSet(' \n');
const isPause = withEmoji(`${CLAUSE_MARKS} `);

/** @returns the walk of a program, which ends in no word's midst */
export function walkOf({ steps, start }: Program, forwards: boolean): Walk {
  const direction = forwards ? FORWARDS : BACKWARDS;
  const walks: Walk[] = [];
  const walk = (number: number): Walk => (number === END ? arrive : walks[number]!);
  // Whatever a step leads to was added before it.
  for (const step of steps) walks.push(direction.step(step, steps, walk));
  return walk(start);
}

/** Of shout and shouting the one that the text has: a way that ends inside a word leads nowhere. */
const arrive: Walk = ({ text }, at) => (insideWord(text, at) ? -1 : at);

/** So many forks of a kind are walked again sooner than they are remembered; a walk made to be long pays for a memory. */
const FORKS_FOR_FREE = 256;

function fork(branch: Walk): Walk {
  let turn = 0;
  let visits = 0;
  return (around, at) => {
    if (turn !== around.number) {
      turn = around.number;
      visits = 0;
    }
    if (++visits <= FORKS_FOR_FREE) return branch(around, at);
    around.ends ??= new Map();
    const ends = remember(around.ends, branch, () => new Map<number, number>());
    return remember(ends, at, () => branch(around, at));
  };
}

/** Steps that lead one way in reading direction or against it. */
class Direction {
  private readonly forwards: boolean;
  private readonly sign: 1 | -1;
  /** From an offset to the unit that the next step would take. */
  private readonly ahead: 0 | -1;

  constructor(forwards: boolean) {
    this.forwards = forwards;
    this.sign = forwards ? 1 : -1;
    this.ahead = forwards ? 0 : -1;
  }

  step(step: Step, steps: readonly Step[], walk: (number: number) => Walk): Walk {
    switch (step.do) {
      case 'text':
        return this.text(step.text, walk(step.next));
      case 'edge':
        return edge(step.side, walk(step.next));
      case 'stem':
        return this.stem(step.word, walk(step.next));
      case 'space':
        return this.idle(isBlank, false, walk(step.next));
      case 'pause':
        return this.idle(isPause, true, walk(step.next));
      case 'gap':
        return fork(step.next === END ? this.farthest(step.max) : this.leap(step.max, walk(step.next)));
      case 'words':
        return this.byFirst(step.of.map((word) => ({ word, walk: this.text(word, walk(step.next)) })));
      case 'split':
        return this.split(step, steps, walk);
      default:
        return fork(this.look(step.do, step.name, walk(step.next)));
    }
  }

  private text(wanted: string, next: Walk): Walk {
    const { length } = wanted;
    const { ahead } = this;
    const reach = length * this.sign;
    if (length === 1) {
      const unit = wanted.charCodeAt(0);
      return (around, at) => (unitAt(around.text, at + ahead) === unit ? next(around, at + reach) : -1);
    }
    return this.forwards
      ? (around, at) => (around.text.startsWith(wanted, at) ? next(around, at + length) : -1)
      : (around, at) =>
          at >= length && around.text.startsWith(wanted, at - length) ? next(around, at - length) : -1;
  }

  private stem(word: string, next: Walk): Walk {
    return (around, at) => {
      const [from, to] = wordAround(around.text, at);
      if (to === from || around.stemOf(around.text.slice(from, to)) !== word) return -1;
      return next(around, this.forwards ? to : from);
    };
  }

  /** Passes what stands idle here; `none` where there need be nothing. */
  private idle(isIdle: Uint8Array, none: boolean, next: Walk): Walk {
    const { ahead, sign } = this;
    return (around, at) => {
      const { text } = around;
      let place = at;
      while (isIdle[unitAt(text, place + ahead)] === 1 && !endsHan(text, place + ahead)) place += sign;
      return place !== at || none || !insideWord(text, at) ? next(around, place) : -1;
    };
  }

  private split(
    { to, firsts }: Extract<Step, { do: 'split' }>,
    steps: readonly Step[],
    walk: (number: number) => Walk,
  ): Walk {
    if (firsts) {
      const wordOf = (number: number): string => (steps[number] as Extract<Step, { do: 'text' }>).text;
      return this.byFirst(to.map((number) => ({ word: wordOf(number), walk: walk(number) })));
    }
    return fork(firstOf(to.map(walk)));
  }

  /** Branches that each begin with a word: the next unit tells which of them may be taken. */
  private byFirst(branches: readonly { word: string; walk: Walk }[]): Walk {
    const { ahead } = this;
    const sorted = new Map<number, Walk[]>();
    for (const { word, walk } of branches) {
      const first = word.charCodeAt(this.forwards ? 0 : word.length - 1);
      remember(sorted, first, () => []).push(walk);
    }
    const byUnit = new Map([...sorted].map(([unit, walks]) => [unit, fork(firstOf(walks))]));
    return (around, at) => byUnit.get(unitAt(around.text, at + ahead))?.(around, at) ?? -1;
  }

  private look(kind: 'entity' | 'regex', name: string, next: Walk): Walk {
    const [here, there] = this.forwards ? ([0, 1] as const) : ([1, 0] as const);
    return (around, at) => {
      for (const span of around.all(kind, name)) {
        const end = span[here] === at ? next(around, span[there]) : -1;
        if (end >= 0) return end;
      }
      return -1;
    };
  }

  /** Tries the nearest place first, to the gap's length or the sentence's end. */
  private leap(max: number, next: Walk): Walk {
    const { ahead, sign, forwards } = this;
    return (around, at) => {
      const { text } = around;
      for (let place = at, last = at + sign * max; ; place += sign) {
        const end = next(around, place);
        if (end >= 0) return end;
        const passed = unitAt(text, place + ahead);
        if (place === last || passed === NONE || isSentenceEnd[passed] === 1) return -1;
        if (passed === DOT && endsSentence(text, forwards ? place : place - 1)) return -1;
      }
    };
  }

  /** A gap at the end of an exception takes all that it may. */
  private farthest(max: number): Walk {
    const { ahead, sign } = this;
    return (around, at) => {
      const { text } = around;
      let place = at;
      for (const last = at + sign * max; place !== last; place += sign) {
        const passed = unitAt(text, place + ahead);
        if (passed === NONE || isSentenceEnd[passed] === 1) break;
      }
      return place;
    };
  }
}

const FORWARDS = new Direction(true);
const BACKWARDS = new Direction(false);

function firstOf(walks: readonly Walk[]): Walk {
  if (walks.length === 1) return walks[0]!;
  return (around, at) => {
    for (const walk of walks) {
      const end = walk(around, at);
      if (end >= 0) return end;
    }
    return -1;
  };
}

function edge(side: 'start' | 'end', next: Walk): Walk {
  return (around, at) => (atEdge(around.text, at, side) || around.spaced(at) ? next(around, at) : -1);
}

/** A full stop before a blank; the one in 3.5 or example.com goes on. */
function endsSentence(text: string, dot: number): boolean {
  const next = unitAt(text, dot + 1);
  return next === NONE || next === SPACE || next === NEWLINE;
}

/** No folded text has it. */
const NONE = 0;

/** @returns the unit at an offset, NONE outside of the text: reading beyond its end is slow */
const unitAt = (text: string, at: number): number =>
  at >= 0 && at < text.length ? text.charCodeAt(at) : NONE;

/** Digits, and the letters of Latin words. */
export const isWordUnit = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0xdf && unit <= 0x24f);

/** Whether the offset stands between two letters of one Latin word. */
export function insideWord(text: string, at: number): boolean {
  return isWordUnit(unitAt(text, at)) && isWordUnit(unitAt(text, at - 1));
}

/** The Latin word that the offset stands in or at either end of. */
function wordAround(text: string, at: number): [number, number] {
  let from = at;
  let to = at;
  while (isWordUnit(unitAt(text, to))) to++;
  while (isWordUnit(unitAt(text, from - 1))) from--;
  return [from, to];
}
