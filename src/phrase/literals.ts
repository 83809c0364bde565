/** Finds, in a template's tree, the literal words by which the automaton notices the template. */
import type { Node } from './template.ts';

/** A template cut at its anchor: literals that one scan finds, and what must stand before and after. */
export interface Anchored {
  literals: string[];
  before: Node[];
  after: Node[];
}

/** More spellings than this are not listed; the rest of the template is verified at the hit instead. */
const MOST_SPELLINGS = 64;
/** A template that falls into more pieces than this is no phrase that anybody wrote. */
const MOST_CUTS = 2000;

/**
 * Every spelling of a tree that is only text, choices and spaces.
 * @returns the spellings, or null where it has a gap, an entity, … or too many spellings
 */
export function spellings(node: Node): string[] | null {
  return measure(node).count > MOST_SPELLINGS ? null : [...new Set(spell(node))];
}

function spell(node: Node): string[] {
  switch (node.is) {
    case 'text':
      return [node.text];
    case 'space':
      return [' '];
    case 'choice':
      return node.of.flatMap(spell);
    case 'seq':
      return node.of.reduce(
        (all, item) => {
          const next = spell(item);
          return all.flatMap((head) => next.map((tail) => join(head, tail)));
        },
        [''],
      );
    default:
      throw new Error(`${node.is} has no spelling`);
  }
}

/** How many spellings there are (∞ where they cannot be listed) and how telling the least of them is. */
interface Measure {
  count: number;
  least: number;
}

const measured = new WeakMap<Node, Measure>();

function measure(node: Node): Measure {
  let known = measured.get(node);
  if (!known) {
    known = take(node);
    measured.set(node, known);
  }
  return known;
}

function take(node: Node): Measure {
  switch (node.is) {
    case 'text':
      return { count: 1, least: weight(node.text) };
    case 'space':
      return { count: 1, least: 0 };
    case 'choice': {
      const branches = node.of.map(measure);
      return {
        count: branches.reduce((sum, { count }) => sum + count, 0),
        least: Math.min(...branches.map(({ least }) => least)),
      };
    }
    case 'seq':
      return node.of.map(measure).reduce(both, { count: 1, least: 0 });
    default:
      return { count: Number.POSITIVE_INFINITY, least: 0 };
  }
}

const both = (a: Measure, b: Measure): Measure => ({ count: a.count * b.count, least: a.least + b.least });

const join = (head: string, tail: string): string =>
  tail.startsWith(' ') && head.endsWith(' ') ? head + tail.slice(1) : head + tail;

/** Han characters tell more than Latin letters: how selective a literal is. */
function weight(text: string): number {
  let sum = 0;
  for (const char of text) sum += char > '\u2e7f' ? 1 : 0.4;
  return sum;
}

/**
 * Cuts a template at its most telling literals. A template whose only words stand in choices that
 * cannot be listed is split, one anchored template a branch.
 * @returns the cuts; null where it has no words at all (only entities, regular expressions and gaps)
 */
export function anchor(node: Node, budget = { cuts: MOST_CUTS }): Anchored[] | null {
  if (--budget.cuts < 0) return null;
  const items = node.is === 'seq' ? node.of : [node];
  const cut = bestRun(items);
  if (cut) return [cut];
  const at = items.findIndex((item) => item.is === 'choice' || item.is === 'seq');
  if (at < 0) return null;
  const item = items[at] as { of: Node[]; is: 'choice' | 'seq' };
  const branches = item.is === 'choice' ? item.of : [item];
  const all: Anchored[] = [];
  for (const branch of branches) {
    const inner = branch.is === 'seq' ? branch.of : [branch];
    const cuts = anchor({ is: 'seq', of: [...items.slice(0, at), ...inner, ...items.slice(at + 1)] }, budget);
    if (!cuts) return null;
    all.push(...cuts);
  }
  return all;
}

/** The run of items whose least telling spelling tells most; of equals, the one with fewer spellings. */
function bestRun(items: readonly Node[]): Anchored | null {
  let best: readonly [from: number, to: number] | null = null;
  let bestScore = 0;
  for (let from = 0; from < items.length; from++) {
    // A space at either end would be trimmed off the literals and then be missing beside them.
    if (items[from]!.is === 'space') continue;
    let run: Measure = { count: 1, least: 0 };
    for (let to = from + 1; to <= items.length; to++) {
      run = both(run, measure(items[to - 1]!));
      if (run.count > MOST_SPELLINGS) break;
      const score = run.least - run.count * 0.001;
      if (run.least === 0 || score <= bestScore || items[to - 1]!.is === 'space') continue;
      bestScore = score;
      best = [from, to];
    }
  }
  if (!best) return null;
  const [from, to] = best;
  const before = items.slice(0, from);
  const after = items.slice(to);
  const literals = spell({ is: 'seq', of: items.slice(from, to) }).map((text) => {
    // A space that parts the literal from what stands beside it is the literal's own; at an edge it is none.
    const opened = opensAt(before.at(-1)) ? text.trimStart() : text;
    return opensAt(after[0]) ? opened.trimEnd() : opened;
  });
  return { literals: [...new Set(literals)], before, after };
}

const opensAt = (beside: Node | undefined): boolean => beside === undefined || beside.is === 'edge';
