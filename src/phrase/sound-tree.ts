/**
 * A tree of the sounds of literals, laid out as a double array (Aoe 1989): from node n the sound of code c leads to node
 * base[n] + c, if that node says that n is the one it hangs on. It is made with the phrasebook and kept with it.
 */
import { soundOf, sounds } from '../text/sound.ts';

/** A node branches no further where so few literals are left: comparing them is cheaper than more nodes. */
const FEW = 3;

/** In arrays that are read from disk as they lie. The root is node 0. */
export interface SoundTree {
  /** The sounds that there are; the code of each is its place, from 1. */
  sounds: string;
  /** Of each node, next to each other: its base, doubled, and one more where it has literals; the node it hangs on. */
  nodes: Int32Array;
  /** The literals that end at each node, or that are left there, and where those of each node start and end. */
  literals: Uint32Array;
  starts: Uint32Array;
}

/** What there is of a node. It is little, since a text is looked through for each of its words. */
export const NODE = 2;
export const BASE = 0;
export const PARENT = 1;

/** No base or no parent. */
const NONE = -1;

/** A node that has not found its place yet, or has just got it. */
interface Waiting {
  node: number;
  depth: number;
  members: readonly number[];
}

/** @param literals folded, none empty; a literal is named by its place in this list */
export function soundTree(literals: readonly string[]): SoundTree {
  const table = sounds();
  const soundAt = (text: string, at: number): number => soundOf(table, text.charCodeAt(at));
  const heard = new Set<number>();
  for (const literal of literals) for (let at = 0; at < literal.length; at++) heard.add(soundAt(literal, at));
  // Those of one script lie together, and so do the branches that its texts take.
  const ordered = [...heard].sort((a, b) => a - b);
  const codes = new Map(ordered.map((sound, place) => [sound, place + 1]));
  const layout = new Layout();
  const atNode: number[][] = [];
  // Breadth first, so that the nodes near the root, which have most branches, are laid out while there is room.
  let level: Waiting[] = [{ node: 0, depth: 0, members: literals.map((_, number) => number) }];
  while (level.length > 0) {
    const next: Waiting[] = [];
    for (const { node, depth, members } of level) {
      const branches = new Map<number, number[]>();
      const ended: number[] = [];
      for (const literal of members) {
        const text = literals[literal]!;
        if (node > 0 && (members.length <= FEW || text.length === depth)) ended.push(literal);
        else {
          const code = codes.get(soundAt(text, depth))!;
          const branch = branches.get(code);
          if (branch) branch.push(literal);
          else branches.set(code, [literal]);
        }
      }
      atNode[node] = ended;
      if (branches.size === 0) continue;
      const base = layout.place(node, [...branches.keys()]);
      for (const [code, inside] of branches)
        next.push({ node: base + code, depth: depth + 1, members: inside });
    }
    level = next;
  }
  return { sounds: String.fromCharCode(...ordered), ...layout.laidOut(atNode) };
}

/** Finds room for the branches of each node. */
class Layout {
  private readonly base: number[] = [];
  private readonly parent: number[] = [NONE];
  /** No place before this is free. */
  private free = 1;

  /** @returns the node's base */
  place(node: number, codes: readonly number[]): number {
    const { base, parent } = this;
    while (parent[this.free] !== undefined) this.free++;
    const least = Math.min(...codes);
    let at = Math.max(0, this.free - least);
    while (codes.some((code) => parent[at + code] !== undefined)) at++;
    base[node] = at;
    for (const code of codes) parent[at + code] = node;
    return at;
  }

  laidOut(atNode: readonly (readonly number[] | undefined)[]): Omit<SoundTree, 'sounds'> {
    const { length } = this.parent;
    const nodes = new Int32Array(length * NODE);
    const starts = new Uint32Array(length + 1);
    const literals: number[] = [];
    for (let node = 0; node < length; node++) {
      const own = atNode[node] ?? [];
      nodes[node * NODE + BASE] = (this.base[node] ?? NONE) * 2 + Math.min(1, own.length);
      nodes[node * NODE + PARENT] = this.parent[node] ?? NONE;
      literals.push(...own);
      starts[node + 1] = literals.length;
    }
    return { nodes, literals: Uint32Array.from(literals), starts };
  }
}
