/**
 * Finds literals by their sounds, with a tree of sounds that is walked from every place of a text. The tree is made
 * with the phrasebook and kept with it.
 */
import { soundOf, sounds } from '../text/sound.ts';
import { type Groups, joinGroups, type Texts } from './texts.ts';

/** A node branches no further where so few literals are left: comparing them is cheaper than more nodes. */
const FEW = 3;

/** In arrays that are read from disk as they lie. The root is node 0; branch n leads to node n + 1. */
export interface SoundTree {
  /** For each branch the node that it leaves and the sound that it stands for. */
  from: Uint32Array;
  sound: Uint32Array;
  /** A hash table of the branches with open addressing: numbers plus one, 0 for none; a power of two of slots. */
  slots: Uint32Array;
  /** The literals that end at each node, or that are left there. */
  literals: Groups;
}

/** @param literals folded, none empty; a literal is named by its place in this list */
export function soundTree(literals: readonly string[]): SoundTree {
  const table = sounds();
  const from: number[] = [];
  const sound: number[] = [];
  const atNode: number[][] = [[]];
  const waiting = [{ node: 0, depth: 0, members: literals.map((_, number) => number) }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth, members } = next;
    const branches = new Map<number, number[]>();
    for (const literal of members) {
      const text = literals[literal]!;
      if (node > 0 && (members.length <= FEW || text.length === depth)) atNode[node]!.push(literal);
      else {
        const heard = soundOf(table, text.charCodeAt(depth));
        const branch = branches.get(heard);
        if (branch) branch.push(literal);
        else branches.set(heard, [literal]);
      }
    }
    for (const [heard, inside] of branches) {
      from.push(node);
      sound.push(heard);
      atNode.push([]);
      waiting.push({ node: from.length, depth: depth + 1, members: inside });
    }
  }
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(from.length * 2 + 2)));
  for (let branch = 0; branch < from.length; branch++) {
    let slot = slotOf(from[branch]!, sound[branch]!, slots.length);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = branch + 1;
  }
  return {
    from: Uint32Array.from(from),
    sound: Uint32Array.from(sound),
    slots,
    literals: joinGroups(atNode),
  };
}

/** The upper bits of a product, as many as it takes to number the slots. */
const slotOf = (node: number, sound: number, size: number): number =>
  Math.imul(Math.imul(node, 0x85ebca6b) ^ sound, 0x9e3779b1) >>> (Math.clz32(size) + 1);

export class LiteralIndex {
  private readonly texts: Texts;
  private readonly tree: SoundTree;
  /** By sound, the node that literals with this first sound are under. */
  private readonly first = new Uint32Array(65536);
  private readonly sound = sounds();
  /** Of the text at hand, the sound of each unit. */
  private heard = new Uint16Array(1024);

  constructor(texts: Texts, tree: SoundTree) {
    this.texts = texts;
    this.tree = tree;
    for (let branch = 0; branch < tree.from.length; branch++)
      if (tree.from[branch] === 0) this.first[tree.sound[branch]!] = branch + 1;
  }

  /** Calls `found` for each literal whose sounds stand in the folded text: by place, then by the literal's number. */
  each(text: string, found: (literal: number, start: number, length: number) => void): void {
    const { sound, first } = this;
    const { length } = text;
    if (length > this.heard.length) this.heard = new Uint16Array(length * 2);
    const { heard } = this;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      heard[at] = sound[unit]! || unit;
    }
    for (let at = 0; at < length; at++) {
      const node = first[heard[at]!]!;
      if (node !== 0) this.walk(node, at, length, found);
    }
  }

  private walk(
    under: number,
    at: number,
    length: number,
    found: (literal: number, start: number, length: number) => void,
  ): void {
    const { ends, flat } = this.tree.literals;
    const { heard } = this;
    let several: number[] | null = null;
    let one = -1;
    for (let node = under, depth = 1; node !== 0; depth++) {
      for (let i = ends[node - 1]!; i < ends[node]!; i++) {
        const literal = flat[i]!;
        if (!this.stands(literal, at, depth, length)) continue;
        if (one < 0) one = literal;
        else {
          several ??= [one];
          several.push(literal);
        }
      }
      node = at + depth < length ? this.child(node, heard[at + depth]!) : 0;
    }
    if (several) for (const literal of several.sort(ascending)) found(literal, at, this.lengthOf(literal));
    else if (one >= 0) found(one, at, this.lengthOf(one));
  }

  private child(node: number, sound: number): number {
    const { slots, from, sound: sounds } = this.tree;
    let slot = slotOf(node, sound, slots.length);
    for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
      const branch = slots[slot]! - 1;
      if (from[branch] === node && sounds[branch] === sound) return branch + 1;
    }
    return 0;
  }

  /** Whether the rest of a literal's sounds stands here, of which the first are known to. */
  private stands(literal: number, at: number, known: number, length: number): boolean {
    const { text, ends } = this.texts;
    const { heard, sound } = this;
    const from = literal === 0 ? 0 : ends[literal - 1]!;
    const size = ends[literal]! - from;
    if (at + size > length) return false;
    for (let i = known; i < size; i++) {
      const unit = text.charCodeAt(from + i);
      if (heard[at + i] !== (sound[unit]! || unit)) return false;
    }
    return true;
  }

  private lengthOf(literal: number): number {
    const { ends } = this.texts;
    return ends[literal]! - (literal === 0 ? 0 : ends[literal - 1]!);
  }
}

const ascending = (a: number, b: number): number => a - b;
