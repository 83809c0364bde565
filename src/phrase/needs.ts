/**
 * What a text must have somewhere for a phrase to stand in it, beside the words that announce it. Most phrases that
 * are announced by common words (你, 什么) are known by this not to be there, without walking them.
 */
import { commonness } from '../text/commonness.ts';
import { needsOfRegex, often as oftenOfSet } from '../text/regex-needs.ts';
import type { Node } from './template.ts';
import { type Groups, invert, joinGroups } from './texts.ts';

/** Ways to fulfil a need, as places in `Traces`: one of them must be in the text. */
export type Need = readonly number[];

/** A power of two, and the bits by which a hash is shifted down to it. */
const PLACES = 1 << 14;
const SHIFT = 32 - 14;
/** More needs than these tell little more. */
const MOST_NEEDS = 4;
/** A need that may be fulfilled in so many ways is fulfilled by most texts. */
const MOST_WAYS = 400;
/** So does one that texts fulfil as often as this. */
const TOO_COMMON = 0.7;
const FIRST_WIDE = 0x2e80;

/** Tells which needs a text meets: the units, the pairs of neighbours and, of letters, the threes that it has. */
export class Traces {
  /** The needs that each place is a way to meet. */
  private readonly needsAt: Groups;
  /** By need, the number of the text that was the last to meet it. */
  private readonly met: Uint32Array;
  private number = 0;

  /** @param needsAt as `byPlace` gives them */
  constructor(needsAt: Groups) {
    this.needsAt = needsAt;
    // Each need has a way at least, so there are no more needs than ways.
    this.met = new Uint32Array(needsAt.flat.length);
  }

  /** Forgets the text before. */
  read(text: string): void {
    this.number++;
    let before = 0;
    let last = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      this.note(placeOfUnit(unit));
      this.note(placeOfPair(last, unit));
      if (unit < FIRST_WIDE) this.note(placeOfThree(before, last, unit));
      before = last;
      last = unit;
    }
  }

  /** @returns false where the need is surely not met by the text that was read last */
  meets(need: number): boolean {
    return this.met[need] === this.number;
  }

  private note(place: number): void {
    const { flat, ends } = this.needsAt;
    const to = ends[place]!;
    for (let at = place === 0 ? 0 : ends[place - 1]!; at < to; at++) this.met[flat[at]!] = this.number;
  }
}

/**
 * @param needs the ways of each
 * @returns by place, the needs that it is a way to meet; two pieces of a text may share a place, so that a need may
 *   seem met and is not
 */
export const byPlace = (needs: readonly Need[]): Groups => invert(joinGroups(needs), PLACES);

const placeOfUnit = (unit: number): number => Math.imul(unit, 0x9e3779b1) >>> SHIFT;
const placeOfPair = (first: number, second: number): number =>
  Math.imul((first << 16) ^ second, 0x85ebca6b) >>> SHIFT;
const placeOfThree = (first: number, second: number, third: number): number =>
  Math.imul(Math.imul(first, 0x9e3779b1) ^ (second << 16) ^ third, 0xc2b2ae35) >>> SHIFT;

/** A need while it is weighed: its ways, and how often a text fulfils it. */
interface Weighed {
  ways: readonly number[];
  often: number;
}

/** @param nodes what stands before or after a phrase's anchor */
export function needsOf(nodes: readonly Node[]): Need[] {
  return nodes
    .flatMap(needsOfNode)
    .filter(({ ways, often }) => ways.length <= MOST_WAYS && often < TOO_COMMON)
    .sort((a, b) => a.often - b.often)
    .slice(0, MOST_NEEDS)
    .map(({ ways }) => ways);
}

const known = new WeakMap<Node, Weighed[]>();

function needsOfNode(node: Node): Weighed[] {
  let needs = known.get(node);
  if (!needs) {
    needs = weigh(node);
    known.set(node, needs);
  }
  return needs;
}

function weigh(node: Node): Weighed[] {
  switch (node.is) {
    case 'seq':
      return node.of.flatMap(needsOfNode);
    case 'text':
      return needsOfText(node.text);
    case 'regex':
      return needsOfPattern(node.source);
    case 'choice':
      return oneOf(node.of.map((branch) => rarest(needsOfNode(branch))));
    default:
      return [];
  }
}

/** One of several must be met: by any of their ways. */
function oneOf(branches: readonly (Weighed | undefined)[]): Weighed[] {
  const ways = new Set<number>();
  let often = 0;
  for (const branch of branches) {
    if (!branch) return [];
    for (const way of branch.ways) ways.add(way);
    often += branch.often;
  }
  return [{ ways: [...ways], often: Math.min(1, often) }];
}

const rarest = (needs: readonly Weighed[]): Weighed | undefined =>
  needs.reduce((best, need) => (need.often < best.often ? need : best), needs[0]!);

/** Each piece of the text is a need: threes of letters, pairs of others, or the only unit. */
function needsOfText(text: string): Weighed[] {
  const needs: Weighed[] = [];
  for (let at = 0; at < text.length; at++) {
    const [unit, next, third] = [0, 1, 2].map((i) => text.charCodeAt(at + i));
    if (third! < FIRST_WIDE && unit! < FIRST_WIDE && next! < FIRST_WIDE)
      needs.push({ ways: [placeOfThree(unit!, next!, third!)], often: often(text.slice(at, at + 3)) });
    else if (at + 1 < text.length)
      needs.push({ ways: [placeOfPair(unit!, next!)], often: often(text.slice(at, at + 2)) });
    else if (text.length === 1) needs.push({ ways: [placeOfUnit(unit!)], often: often(text) });
  }
  return needs;
}

function needsOfPattern(source: string): Weighed[] {
  const needs = needsOfRegex(source);
  if (!needs) return [];
  const ofSet = (set: string): Weighed => ({
    ways: Array.from({ length: set.length }, (_, at) => placeOfUnit(set.charCodeAt(at))),
    often: Math.min(1, oftenOfSet(set)),
  });
  return oneOf(needs.map((sets) => rarest(sets.map(ofSet))));
}

/** The share of texts that have a piece, as if its characters stood in them independently. */
function often(piece: string): number {
  let product = 1;
  for (const character of piece) product *= commonness(character);
  return product;
}
