/** Phrases that are a turn of their own, but for punctuation, signs, particles and asides around them. */
import { unitSet } from '../text/units.ts';
import { ASIDES } from './edge.ts';
import type { Node } from './template.ts';

const PARTICLES = '啊呀呢吧嘛哦喔哈啦呃嗯额唉诶哎咯噢';
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** Stands for phrases that may be of any length, or are not only looked for alone. */
export const ANY_LENGTH = 0xffff_ffff;

let idle: RegExp | null = null;
let words: Uint8Array | null = null;
let asides: RegExp | null = null;

/** Whether nothing is said in a part of a turn. */
export function isIdle(text: string): boolean {
  idle ??= new RegExp(`^(?:[\\p{P}\\p{S}\\s${PARTICLES}]|${ASIDES})*$`, 'u');
  return idle.test(text);
}

/** @returns how many units of the text are surely none of those that may stand around: all must be the phrase's */
export function wordUnits(text: string): number {
  words ??= unitsOfWords();
  asides ??= new RegExp(ASIDES, 'g');
  const said = text.replace(asides, '');
  let count = 0;
  for (let at = 0; at < said.length; at++) count += words[said.charCodeAt(at)]!;
  return count;
}

function unitsOfWords(): Uint8Array {
  const set = unitSet('abcdefghijklmnopqrstuvwxyz0123456789').fill(1, FIRST_HAN, LAST_HAN + 1);
  for (const particle of PARTICLES) set[particle.charCodeAt(0)] = 0;
  return set;
}

/** @returns how many such units a match of the nodes has at most; Infinity where that cannot be told */
export function longestOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => sum + longest(node), 0);
}

function longest(node: Node): number {
  switch (node.is) {
    case 'text':
      return node.text.length;
    case 'gap':
      return node.max;
    case 'seq':
      return longestOf(node.of);
    case 'choice':
      return Math.max(...node.of.map(longest));
    case 'space':
    case 'pause':
    case 'edge':
      return 0;
    default:
      return Number.POSITIVE_INFINITY;
  }
}
