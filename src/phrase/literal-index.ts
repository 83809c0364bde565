/** Finds literals by their sounds, walking the tree of sounds from every place of a text. */
import { sounds } from '../text/sound.ts';
import { LiteralFilter } from './literal-filter.ts';
import { BASE, NODE, PARENT, type SoundTree } from './sound-tree.ts';
import { firstOf, type Texts } from './texts.ts';
import { isWordUnit } from './walk.ts';

/** Of each literal that was found four numbers: which, where it starts and ends, and 1 where it is by ear. */
export type Occurrences = ArrayLike<number>;
export const OCCURRENCE = 4;

/** Shorter literals than this have too many others that sound alike. */
const SHORTEST_BY_EAR = 3;
const NOTHING: Occurrences = [];

const NOWHERE = 0;
const ANYWHERE = 1;
const OUTSIDE_WORDS = 2;
/** In units: what tells enough of a literal where few may begin. */
export const BEGINNING = 3;
/** A power of two: places for beginnings, of which several may share one. */
const PLACES = 1 << 12;

export class LiteralIndex {
  private readonly texts: Texts;
  private readonly tree: SoundTree;
  /** The base of the root. */
  private readonly top: number;
  private readonly sound = sounds();
  /** By sound, its code in the tree, 0 where no literal has it. */
  private readonly codes = new Uint16Array(65536);
  /** By code, where literals begin with the sound: nowhere, anywhere, or in no word's midst but as told below. */
  private readonly begins: Uint8Array;
  /** By the place of a beginning, whether a literal may begin so in a word's midst. */
  private readonly insideWords = new Uint8Array(PLACES);
  /** Of the text at hand, the code of each unit's sound, and one that there is not. */
  private heard = new Uint16Array(1024);
  private found = new Int32Array(1024);
  private used = 0;
  private readonly filter: LiteralFilter;

  /** @param insideWords beginnings of the literals that may begin in the midst of a word */
  constructor(texts: Texts, tree: SoundTree, insideWords: readonly string[]) {
    this.texts = texts;
    this.tree = tree;
    this.top = tree.nodes[BASE]! >> 1;
    for (let at = 0; at < tree.sounds.length; at++) this.codes[tree.sounds.charCodeAt(at)] = at + 1;
    const short = new Set(insideWords.filter(({ length }) => length < BEGINNING).map(([first]) => first));
    this.begins = Uint8Array.from({ length: tree.sounds.length + 1 }, (_, code) => {
      if (code === 0 || tree.nodes[(this.top + code) * NODE + PARENT] !== 0) return NOWHERE;
      const sound = tree.sounds.charAt(code - 1);
      return isWordUnit(sound.charCodeAt(0)) && !short.has(sound) ? OUTSIDE_WORDS : ANYWHERE;
    });
    for (const beginning of insideWords) {
      this.hear(beginning);
      this.insideWords[this.beginningAt(0)] = 1;
    }
    this.filter = new LiteralFilter(texts, (unit) => this.codes[this.sound[unit]! || unit]!);
  }

  /** @returns the literals that stand in the folded text, by place, then by number */
  occurrences(text: string): Occurrences {
    if (!this.filter.mayHave(text)) return NOTHING;
    const { length } = text;
    this.hear(text);
    this.used = 0;
    const { heard, begins, top } = this;
    for (let at = 0; at < length; at++) {
      const code = heard[at]!;
      const where = begins[code]!;
      if (where === ANYWHERE || (where === OUTSIDE_WORDS && this.mayBegin(text, at)))
        this.walk(text, top + code, at);
    }
    this.filter.learn(text, this.used > 0);
    return this.used === 0 ? NOTHING : firstOf(this.found, this.used);
  }

  /** Whether what begins like a word begins one, or may begin in the midst of one. */
  private mayBegin(text: string, at: number): boolean {
    return at === 0 || !isWordUnit(text.charCodeAt(at - 1)) || this.insideWords[this.beginningAt(at)] === 1;
  }

  /** The place of what begins in the text at hand. */
  private beginningAt(at: number): number {
    const { heard } = this;
    const three = Math.imul(Math.imul(heard[at]!, 0x9e35) ^ heard[at + 1]!, 0x9e35) ^ heard[at + 2]!;
    return (three ^ (three >>> 12)) & (PLACES - 1);
  }

  private hear(text: string): void {
    const { length } = text;
    if (length >= this.heard.length) this.heard = new Uint16Array(length * 2);
    const { heard, sound, codes } = this;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      heard[at] = codes[sound[unit]! || unit]!;
    }
    heard[length] = 0;
  }

  /** @param under the node that the sound at the place leads to */
  private walk(text: string, under: number, at: number): void {
    const { nodes } = this.tree;
    const { heard, used } = this;
    for (let node = under, depth = 1; ; depth++) {
      const base = nodes[node * NODE + BASE]!;
      if ((base & 1) === 1) this.compareAll(text, node, at, depth);
      const code = heard[at + depth]!;
      const next = (base >> 1) + code;
      if (code === 0 || next < code || nodes[next * NODE + PARENT] !== node) break;
      node = next;
    }
    if (this.used > used + OCCURRENCE) this.order(used);
  }

  private compareAll(text: string, node: number, at: number, known: number): void {
    const { literals, starts } = this.tree;
    const to = starts[node + 1]!;
    for (let i = starts[node]!; i < to; i++) this.compare(text, literals[i]!, at, known);
  }

  /** Notes the literal where it stands at a place, of which the first sounds are known to. */
  private compare(text: string, literal: number, at: number, known: number): void {
    const { text: all, ends } = this.texts;
    const { heard, sound, codes } = this;
    const from = literal === 0 ? 0 : ends[literal - 1]!;
    const size = ends[literal]! - from;
    if (at + size > text.length) return;
    let others = 0;
    // What is not known first: most literals differ there.
    for (let i = known; i < size; i++) {
      const unit = all.charCodeAt(from + i);
      if (unit === text.charCodeAt(at + i)) continue;
      if (heard[at + i] !== codes[sound[unit]! || unit]) return;
      others++;
    }
    for (let i = 0; i < known; i++) if (all.charCodeAt(from + i) !== text.charCodeAt(at + i)) others++;
    if (others === 0) this.note(literal, at, at + size, 0);
    else if (others === 1 && size >= SHORTEST_BY_EAR) this.note(literal, at, at + size, 1);
  }

  private note(literal: number, start: number, end: number, byEar: 0 | 1): void {
    if (this.used + OCCURRENCE > this.found.length) {
      const longer = new Int32Array(this.found.length * 2);
      longer.set(this.found);
      this.found = longer;
    }
    const { found, used } = this;
    found[used] = literal;
    found[used + 1] = start;
    found[used + 2] = end;
    found[used + 3] = byEar;
    this.used = used + OCCURRENCE;
  }

  /** Puts what was noted from here on, of one place, in the order of its literals: they are few. */
  private order(from: number): void {
    const { found, used } = this;
    for (let next = from + OCCURRENCE; next < used; next += OCCURRENCE) {
      for (let at = next; at > from && found[at - OCCURRENCE]! > found[at]!; at -= OCCURRENCE)
        for (let i = 0; i < OCCURRENCE; i++) {
          const moved = found[at + i]!;
          found[at + i] = found[at - OCCURRENCE + i]!;
          found[at - OCCURRENCE + i] = moved;
        }
    }
  }
}
