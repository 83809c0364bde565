/**
 * What a text must have somewhere for a phrase to stand in it, beside the words that announce it. Most phrases that
 * are announced by common words (你, 什么) are known by this not to be there, without walking them.
 */
import type { Node } from './template.ts';

/** Ways to fulfil a need, as places in `Traces`: one of them must be in the text. */
export type Need = readonly number[];

const PLACES = 1024;
/** More needs than this tell little more. */
const MOST_NEEDS = 4;
/** A need that may be fulfilled in so many ways is fulfilled by most texts. */
const MOST_WAYS = 60;
const FIRST_WIDE = 0x2e80;

/** One bit for each Han character, and for each pair of other units, that a text has. Two may share a bit. */
export class Traces {
  private readonly bits = new Uint32Array(PLACES / 32);

  constructor(text: string) {
    for (let at = 0; at < text.length; at++) {
      const place = placeAt(text, at);
      if (place >= 0) this.bits[place >>> 5]! |= 1 << (place & 31);
    }
  }

  /** @returns false where the need is surely not met */
  mayMeet(need: ArrayLike<number>): boolean {
    for (let way = 0; way < need.length; way++) {
      const place = need[way]!;
      if (this.bits[place >>> 5]! & (1 << (place & 31))) return true;
    }
    return false;
  }
}

/** @returns the place of the unit at an offset; -1 where the unit ends the text or a word and stands in no pair */
function placeAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= FIRST_WIDE) return Math.imul(unit, 0x9e3779b1) >>> 22;
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : FIRST_WIDE;
  return next >= FIRST_WIDE ? -1 : Math.imul((unit << 16) | next, 0x85ebca6b) >>> 22;
}

/** @param nodes what stands before or after a phrase's anchor */
export function needsOf(nodes: readonly Node[]): Need[] {
  return nodes
    .flatMap(needsOfNode)
    .filter((need) => need.length <= MOST_WAYS)
    .sort((a, b) => a.length - b.length)
    .slice(0, MOST_NEEDS);
}

function needsOfNode(node: Node): Need[] {
  if (node.is === 'seq') return node.of.flatMap(needsOfNode);
  if (node.is === 'text') {
    const place = telling(node.text);
    return place < 0 ? [] : [[place]];
  }
  if (node.is !== 'choice') return [];
  const ways = node.of.map((branch) => needsOfNode(branch)[0]);
  return ways.every((way) => way !== undefined) ? [[...new Set(ways.flat())]] : [];
}

/** The last place of a text: words begin alike more often than they end alike. */
function telling(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) {
    const place = placeAt(text, at);
    if (place >= 0) return place;
  }
  return -1;
}
