/** Situations that call for an answer, and the turns in which it is looked for. */

import type { Breath } from '../judge/breaths.ts';
import type { Scene } from '../judge/scene.ts';
import type { Hit } from '../phrase/turn-hits.ts';
import { gapBetween } from './clock.ts';
import type { Rule, SetId, Trigger, Window } from './kind.ts';

export type Span = Exclude<Window, { in: 'sentence' }>;

export interface Situation {
  /** The turn and the words that called for an answer. */
  turn: number;
  heard: string;
  /** Whether the one who answers said the words: the answer may then stand before them too. */
  own: boolean;
  /** The answering turns, a list for each breath. */
  answer: number[][];
  /** The first turn in which the answer could stand, even if too late; null where there is none. */
  due: number | null;
  /** Whether the transcript ended before the window did. */
  open: boolean;
  /** Whether the window is in seconds and a turn has no time to be measured by. */
  timeless: boolean;
}

interface Ask {
  to: Trigger;
  within: Span;
  unless?: SetId;
}

interface Called {
  turn: number;
  hit: Hit;
}

/** @returns the situations of a transcript in their order; a breath with several triggers is one */
export function situationsOf(ask: Ask, rule: Rule, scene: Scene): Situation[] {
  const { set, alone, by } = ask.to;
  const mayArise = scene.mayBeSaid(set, by) || scene.mayBeSaid(alone, by);
  return mayArise ? new Finder(ask, rule, scene).situations() : [];
}

class Finder {
  private readonly ask: Ask;
  private readonly rule: Rule;
  private readonly scene: Scene;
  private readonly breaths: readonly Breath[];
  /** By breath, what in it calls for an answer. */
  private readonly called: readonly (Called | null)[];

  constructor(ask: Ask, rule: Rule, scene: Scene) {
    this.ask = ask;
    this.rule = rule;
    this.scene = scene;
    this.breaths = scene.breaths;
    this.called = this.breaths.map((breath) => this.firstCall(breath));
  }

  situations(): Situation[] {
    const softenedAt = this.softenedAt();
    const found: Situation[] = [];
    let told = -1;
    this.breaths.forEach((breath, index) => {
      const call = this.called[index];
      if (!call || softenedAt < breath.turns[0]! || this.isSoftened(breath)) return;
      // Whoever comes back to their own words within the window is still in the same situation.
      if (this.isOwn(breath) && breath.turns[0]! <= told) return;
      const situation = this.situation(call, index);
      if (situation.own) told = situation.answer.at(-1)!.at(-1)!;
      found.push(situation);
    });
    return found;
  }

  private isOwn(breath: Breath): boolean {
    return this.rule.by.includes(breath.role);
  }

  private firstCall(breath: Breath): Called | null {
    const { scene, rule, ask } = this;
    for (const turn of breath.turns) {
      const hits = scene.triggers(turn, ask.to);
      if (hits.length > 0 && scene.heardBefore(turn, rule)) return { turn, hit: hits.reduce(firstOf) };
    }
    return null;
  }

  /** The turn from which on the rule's side has said what makes an answer needless. */
  private softenedAt(): number {
    const { scene, rule, ask } = this;
    if (ask.unless === undefined) return Infinity;
    return scene.spoken(rule.by).find((turn) => scene.hits(turn, ask.unless).length > 0) ?? Infinity;
  }

  private isSoftened(breath: Breath): boolean {
    const { scene, ask } = this;
    for (const turn of breath.turns) {
      const hit = scene.hits(turn, ask.unless)[0];
      if (!hit) continue;
      scene.trace?.note('why.softened', { by: scene.text(turn, hit) }, turn);
      return true;
    }
    return false;
  }

  private situation({ turn, hit }: Called, index: number): Situation {
    const { scene, ask } = this;
    const breath = this.breaths[index]!;
    const own = this.isOwn(breath);
    const { spoken, open } = this.answering(index);
    const due = own ? turn : (spoken[0]?.[0] ?? null);
    const common = { turn, heard: scene.text(turn, hit), own, due, open };
    if (ask.within.in !== 'seconds') return { ...common, answer: spoken, timeless: false };

    const over = breath.turns.at(-1)!;
    const { seconds } = ask.within;
    const inTime = (turns: number[]): number[] =>
      turns.filter((answer) => answer <= over || isWithin(seconds, scene, over, answer));
    return {
      ...common,
      answer: spoken.map(inTime).filter((turns) => turns.length > 0),
      timeless: spoken
        .flat()
        .some((answer) => answer > over && gapBetween(scene, over, answer) === undefined),
    };
  }

  /**
   * What the rule's side says next, up to where the other side calls for an answer again; after its own
   * words the breath itself too.
   */
  private answering(index: number): { spoken: number[][]; open: boolean } {
    const { breaths, called, scene } = this;
    const { within } = this.ask;
    const own = this.isOwn(breaths[index]!);
    const over = breaths[index]!.turns.at(-1)!;
    const most = within.in === 'turns' ? within.turns : Infinity;
    const spoken = own ? [breaths[index]!.turns] : [];
    for (let next = index + 1; spoken.length < most; next++) {
      const breath = breaths[next];
      if (!breath) return { spoken, open: true };
      if (this.isOwn(breath)) {
        spoken.push(breath.turns);
        if (within.in === 'seconds' && !isWithin(within.seconds, scene, over, breath.turns[0]!)) break;
      } else if (!own && called[next]) break;
    }
    return { spoken, open: false };
  }
}

/** Of two that start together the longer. */
const firstOf = (a: Hit, b: Hit): Hit =>
  b.start < a.start || (b.start === a.start && b.end > a.end) ? b : a;

const isWithin = (seconds: number, scene: Scene, from: number, to: number): boolean =>
  (gapBetween(scene, from, to) ?? Infinity) <= seconds;
