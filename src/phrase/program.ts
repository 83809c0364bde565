/** What stands around a template's anchor, as a small graph of steps that is walked at a hit. */
import type { Node } from './template.ts';

export type Step =
  | { do: 'text'; text: string; next: number }
  | { do: 'space' | 'pause'; next: number }
  | { do: 'gap'; max: number; next: number }
  /** `firsts`: the characters that its branches begin with, where all begin with text. */
  | { do: 'split'; to: number[]; firsts?: string }
  /** One of these, in this order. */
  | { do: 'words'; of: string[]; firsts: string; next: number }
  | Look
  | { do: 'stem'; word: string; next: number }
  | { do: 'edge'; side: 'start' | 'end'; next: number };

type Text = Extract<Node, { is: 'text' }>;
/** For something that is found by its make. */
export type Look = { do: 'entity' | 'regex'; name: string; next: number };

/** Step -1 is the end. Plain data, so that a compiled ruleset can be kept on disk. */
export interface Program {
  steps: Step[];
  start: number;
}

export const END = -1;

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
        if (node.of.every(({ is }) => is === 'text')) return add(words(node.of as Text[], next));
        return add(split(node.of.map((branch) => link(branch, next))));
    }
  };
  const first = (text: string): string => text.at(forwards ? 0 : -1)!;
  const split = (to: number[]): Step => {
    const texts = to.map((number) => (number === END ? undefined : steps[number]!));
    const firsts = texts.map((step) => (step?.do === 'text' ? first(step.text) : ''));
    return firsts.includes('')
      ? { do: 'split', to }
      : { do: 'split', to, firsts: [...new Set(firsts)].join('') };
  };
  const words = (texts: readonly Text[], next: number): Step => {
    const of = texts.map(({ text }) => text);
    return { do: 'words', of, firsts: [...new Set(of.map(first))].join(''), next };
  };
  const start = chain(nodes, END);
  return { steps, start };
}
