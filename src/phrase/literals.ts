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

/**
 * Every spelling of a tree that is only text, choices and spaces.
 * @returns the spellings, or null where it has a gap, an entity, … or too many spellings
 */
export function spellings(node: Node): string[] | null {
  switch (node.is) {
    case 'text':
      return [node.text];
    case 'space':
      return [' '];
    case 'choice': {
      const all = new Set<string>();
      for (const branch of node.of) {
        const some = spellings(branch);
        if (!some) return null;
        for (const one of some) all.add(one);
      }
      return all.size > MOST_SPELLINGS ? null : [...all];
    }
    case 'seq':
      return product(node.of);
    default:
      return null;
  }
}

function product(items: readonly Node[]): string[] | null {
  let all = [''];
  for (const item of items) {
    const next = spellings(item);
    if (!next || all.length * next.length > MOST_SPELLINGS) return null;
    all = all.flatMap((head) => next.map((tail) => join(head, tail)));
  }
  return all;
}

const join = (head: string, tail: string): string =>
  tail.startsWith(' ') && (head === '' || head.endsWith(' ')) ? head + tail.slice(1) : head + tail;

/** Han characters tell more than Latin letters: how selective a literal is. */
function weight(text: string): number {
  let sum = 0;
  for (const char of text.trim()) sum += char > '\u2e7f' ? 1 : 0.4;
  return sum;
}

/**
 * Cuts a template at its most telling literals. A template whose only words stand in choices that
 * cannot be listed is split, one anchored template a branch.
 * @returns the cuts; null where it has no words at all (only entities, regular expressions and gaps)
 */
export function anchor(node: Node): Anchored[] | null {
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
    const cuts = anchor({ is: 'seq', of: [...items.slice(0, at), ...inner, ...items.slice(at + 1)] });
    if (!cuts) return null;
    all.push(...cuts);
  }
  return all;
}

function bestRun(items: readonly Node[]): Anchored | null {
  let best: Anchored | null = null;
  let bestScore = 0;
  for (let from = 0; from < items.length; from++) {
    for (let to = items.length; to > from; to--) {
      const listed = product(items.slice(from, to))?.map((text) => text.trim());
      if (!listed || listed.some((text) => text === '')) continue;
      const score = Math.min(...listed.map(weight)) - listed.length * 0.001;
      if (score <= bestScore) continue;
      bestScore = score;
      best = { literals: [...new Set(listed)], before: items.slice(0, from), after: items.slice(to) };
    }
  }
  return best;
}
