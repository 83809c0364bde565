/**
 * Which labels of a sheet begin answers, and which are steps within one.
 *
 * Steps are numbered from 1 as answers are, so a number alone tells nothing; the sequence does. Of all ways to read
 * the labels the one is taken that leaves the fewest answers missing and doubled, steps being a run 1, 2, 3 … within
 * an answer. A label that another way, nearly as good, reads differently is unclear, and nothing is made of it.
 */

export interface Candidate {
  /** The number of the item, from 1. */
  number: number;
  form: string;
  /** It can only begin an answer: it says so in words or is followed by the situation. */
  sure: boolean;
  /** A blank line or the beginning of the sheet stands before it. */
  apart: boolean;
}

export type Part = 'answer' | 'step' | 'unclear';

/** What a reading costs. A trainee may well leave an item out; the same number twice is a slip. */
const MISSING = 1;
const WRONG = 3;
const LAYOUT = 2;
/** Readings that differ by less are both to be believed. */
const MARGIN = 2;
/** No sheet has more labels that are looked at in two ways. */
const MOST = 400;

/** @param count how many items there are. @returns one part for each candidate */
export function outline(candidates: readonly Candidate[], count: number): Part[] {
  const parts: Part[] = candidates.map(() => 'step');
  const kept = chain(candidates, count);
  const labels = kept.map((index) => candidates[index]!);
  const open = labels.length <= MOST && new Set(labels.map(({ number }) => number)).size < labels.length;
  const reading = open ? new Reading(labels, count) : undefined;
  for (const [at, index] of kept.entries()) {
    const difference = reading
      ? reading.cost(at, 'step') - reading.cost(at, 'answer')
      : Number.POSITIVE_INFINITY;
    parts[index] = Math.abs(difference) < MARGIN ? 'unclear' : difference > 0 ? 'answer' : 'step';
  }
  return parts;
}

/** The labels of which answers are made: the sure ones, those of the first form, and others that fill their gaps. */
function chain(candidates: readonly Candidate[], count: number): number[] {
  const all = candidates.map((_, index) => index);
  const known = all.filter((index) => candidates[index]!.number > 0 && candidates[index]!.number <= count);
  const sure = all.filter((index) => candidates[index]!.sure);
  const form = candidates[known[0] ?? 0]?.form;
  const first = all.filter((index) => candidates[index]!.form === form);
  const items = (indices: readonly number[]) =>
    new Set(indices.filter((index) => known.includes(index)).map((index) => candidates[index]!.number)).size;
  // A list above the answers is of something else; a word among numbers is a slip.
  const only =
    items(sure) > 0 && (sure.includes(known[0]!) || (items(sure) > 1 && items(sure) >= items(first)));
  const kept = new Set(only ? sure : [...first, ...sure]);
  const steps = runs(candidates, kept);
  for (const index of all) {
    if (kept.has(index) || steps.has(index)) continue;
    const { number } = candidates[index]!;
    const before = [...kept].filter((other) => other < index).map((other) => candidates[other]!.number);
    const after = [...kept].filter((other) => other > index).map((other) => candidates[other]!.number);
    const fits = number > Math.max(0, ...before) && number < Math.min(count + 1, ...after);
    if (fits) kept.add(index);
  }
  return [...kept].sort((a, b) => a - b);
}

/** Labels of other forms than the answers' that count 1, 2, … by themselves. */
function runs(candidates: readonly Candidate[], kept: ReadonlySet<number>): Set<number> {
  const steps = new Set<number>();
  const open = new Map<string, number[]>();
  for (const [index, { form, number }] of candidates.entries()) {
    if (kept.has(index)) continue;
    const run = open.get(form) ?? [];
    if (number === 1) open.set(form, [index]);
    else if (run.length === number - 1) {
      run.push(index);
      for (const one of run) steps.add(one);
    }
  }
  return steps;
}

interface State {
  /** Numbers that have been answered, as `,1,2,`. */
  used: string;
  /** The step that was read last, 0 outside a list. */
  step: number;
  cost: number;
}

/** All ways to read a sequence of labels. */
class Reading {
  private readonly labels: readonly Candidate[];
  private readonly count: number;
  /** Whether blank lines tell labels apart at all. */
  private readonly spaced: boolean;

  constructor(labels: readonly Candidate[], count: number) {
    this.labels = labels;
    this.count = count;
    const rest = labels.slice(1);
    this.spaced = rest.some(({ apart }) => apart) && rest.some(({ apart }) => !apart);
  }

  /** What the best reading costs in which one label is an answer's or a step's. */
  cost(at: number, part: 'answer' | 'step'): number {
    let states: State[] = [{ used: ',', step: 0, cost: 0 }];
    for (const [index, label] of this.labels.entries()) {
      const next = new Map<string, State>();
      const add = (state: State | undefined) => {
        if (!state) return;
        const key = `${state.used}${state.step}`;
        if (state.cost < (next.get(key)?.cost ?? Number.POSITIVE_INFINITY)) next.set(key, state);
      };
      for (const state of states) {
        if (index !== at || part === 'answer') add(this.asAnswer(state, label, index));
        if (index !== at || part === 'step') add(this.asStep(state, label));
      }
      states = [...next.values()];
    }
    // A list of one step is none.
    const ends = states.filter(({ step }) => step !== 1);
    return Math.min(
      Number.POSITIVE_INFINITY,
      ...ends.map(({ used, cost }) => cost + MISSING * (this.count - (used.split(',').length - 2))),
    );
  }

  private asAnswer(
    { used, step, cost }: State,
    { number, apart }: Candidate,
    index: number,
  ): State | undefined {
    if (step === 1) return undefined;
    const layout = this.spaced && !apart && index > 0 ? LAYOUT : 0;
    const wrong = number < 1 || number > this.count || used.includes(`,${number},`);
    if (wrong) return { used, step: 0, cost: cost + WRONG + layout };
    const all = [...used.split(',').slice(1, -1), String(number)].sort();
    return { used: `,${all.join(',')},`, step: 0, cost: cost + layout };
  }

  private asStep({ used, step, cost }: State, { number, sure, apart }: Candidate): State | undefined {
    if (sure || used === ',') return undefined;
    if (step > 0 && number === step + 1) {
      return { used, step: number, cost: cost + (this.spaced && apart ? LAYOUT : 0) };
    }
    return number === 1 && step !== 1 ? { used, step: 1, cost } : undefined;
  }
}
