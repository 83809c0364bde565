import { IdSet } from '../id-set.ts';

/** In bytes, as rows are weighed: what is held while it is not known whether a conversation goes on. */
const WINDOW = 128 * 1024 * 1024;
/** What an object with a place, a label and a time costs besides its words. */
const OVERHEAD = 400;

interface Held<State> {
  id: string;
  state: State;
  weight: number;
  order: number;
}

/**
 * Gathers rows by conversation in one pass and bounded memory, in whatever order they come.
 *
 * A conversation is held until the file ends or the rows held weigh more than a window of 128 MB (a quarter of it
 * as long as no two conversations mixed); then the one that has gone longest without a row is let go. So a file of contiguous conversations streams at any size, one
 * where conversations overlap in time (as a chat system's log has them) does too, and a file of up to some
 * 300,000 rows may be in any order at all. Only rows of one conversation that are farther apart than the window
 * come as two, and the reader says so; nothing is read twice, which standard input and archives would not allow,
 * and nothing is written to disk.
 */
export class Groups<State> {
  /** The one that has waited longest is first. */
  private readonly held = new Map<string, Held<State>>();
  private readonly gone = new IdSet();
  private readonly make: (id: string, again: boolean) => State;
  private readonly window: number;
  private last: Held<State> | undefined;
  private weight = 0;
  /** Whether rows of one conversation stood apart: only then is the whole window worth its memory. */
  private mixed = false;
  private count = 0;

  /** @param make a conversation without rows; `again` where rows of that id were let go before */
  constructor(make: (id: string, again: boolean) => State, window = WINDOW) {
    this.make = make;
    this.window = window;
  }

  /** The conversation that a row is to be added to. */
  of(id: string): State {
    if (this.last?.id === id) return this.last.state;
    let group = this.held.get(id);
    if (group) {
      this.held.delete(id);
      this.mixed = true;
    } else {
      const own = flat(id);
      group = { id: own, state: this.make(own, this.gone.has(own)), weight: 0, order: this.count++ };
    }
    this.held.set(group.id, group);
    this.last = group;
    return group.state;
  }

  /** To be called when a row was added to the one that `of` gave last. @param length of its words, in UTF-16 units */
  grew(length: number): void {
    const weight = 2 * length + OVERHEAD;
    this.last!.weight += weight;
    this.weight += weight;
  }

  /** The one to let go of while more is held than the window lets. */
  full(): State | undefined {
    if (this.weight <= (this.mixed ? this.window : this.window / 4)) return undefined;
    const [oldest] = this.held.values();
    return this.release(oldest!);
  }

  /** What is still held, in the order of first rows. */
  *rest(): Generator<State> {
    const groups = [...this.held.values()].sort((a, b) => a.order - b.order);
    for (const group of groups) yield this.release(group);
  }

  private release(group: Held<State>): State {
    this.held.delete(group.id);
    this.gone.add(group.id);
    this.weight -= group.weight;
    if (this.last === group) this.last = undefined;
    return group.state;
  }
}

/** A copy that does not keep alive the megabyte of text that it was cut from. */
const flat = (text: string) => Buffer.from(text, 'utf16le').toString('utf16le');
