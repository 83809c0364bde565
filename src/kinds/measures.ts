/** What `timing` can measure, one function a measure. */
import type { Scene } from '../judge/scene.ts';
import type { Message } from '../judge/verdict.ts';
import {
  gapBetween,
  type Moment,
  onCallClock,
  overBy,
  parseMoment,
  secondsFrom,
  workdaysFrom,
} from './clock.ts';
import type { Rule, SetId } from './kind.ts';

export const MEASURES = ['response', 'silence', 'overlap', 'speech-rate', 'ring'] as const;
export type Measure = (typeof MEASURES)[number] | 'span';

/** What a limit is given in. */
export type Unit = 'seconds' | 'workdays' | 'rings' | 'rate';

export interface Taking {
  unit: Unit;
  /** Only gaps after the rule's role has said one of these. */
  after?: SetId;
  /** Metadata names, for the time between the two. */
  from?: string;
  to?: string;
}

/** One thing that was measured. */
export interface Measured {
  value: number;
  /** The turn that answers for it. */
  turn: number;
  /** The turns in which an apology would excuse it; asked for only where there is something to excuse. */
  near: () => readonly number[];
}

/** A stretch between two turns. */
interface Gap {
  before: number;
  after: number;
}

/** @returns what was measured, or why nothing could be */
type Take = (taking: Taking, rule: Rule, scene: Scene) => Measured[] | Message;

export const TAKE: Readonly<Record<Measure, Take>> = {
  response: (taking, rule, scene) => gaps(responses(rule, scene), taking, rule, scene),
  silence: (taking, rule, scene) => gaps(silences(taking, rule, scene), taking, rule, scene),
  overlap,
  'speech-rate': speechRate,
  ring,
  span,
};

/** From the end of the customer's last turn to the start of the answer. */
function responses(rule: Rule, scene: Scene): Gap[] {
  const found: Gap[] = [];
  let waiting: number | null = null;
  scene.turns.forEach(({ role }, turn) => {
    if (rule.by.includes(role)) {
      if (waiting !== null) found.push({ before: waiting, after: turn });
      waiting = null;
    } else if (role === 'customer') waiting = turn;
  });
  return found;
}

/** Between any two turns where the role is due to speak: it is answering, goes on, or has asked to wait. */
function silences(taking: Taking, rule: Rule, scene: Scene): Gap[] {
  const found: Gap[] = [];
  let before: number | null = null;
  scene.turns.forEach(({ role }, turn) => {
    if (role === 'system') return;
    const heldBySelf = before !== null && rule.by.includes(scene.turns[before]!.role);
    const othersTurn = heldBySelf && !rule.by.includes(role) && taking.after === undefined;
    if (before !== null && !othersTurn) found.push({ before, after: turn });
    // Whoever is still speaking while another puts in a word breaks the silence too.
    if (before === null || !outlasts(scene, before, turn)) before = turn;
  });
  return found;
}

function outlasts(scene: Scene, earlier: number, later: number): boolean {
  if (onCallClock(scene, earlier) !== onCallClock(scene, later)) return false;
  return (overBy(scene, earlier) ?? -Infinity) > (overBy(scene, later) ?? Infinity);
}

function gaps(all: readonly Gap[], taking: Taking, rule: Rule, scene: Scene): Measured[] | Message {
  const asked = taking.after === undefined ? null : askedToWait(taking.after, rule, scene);
  const due = asked ? all.filter(({ before }) => asked[before]) : all;
  if (due.length === 0) return { key: 'na.not-triggered' };
  const spoken = scene.spoken(rule.by);
  const measured: Measured[] = [];
  let next = 0;
  for (const { before, after } of due) {
    const value =
      taking.unit === 'workdays' ? workdays(before, after, scene) : gapBetween(scene, before, after);
    while (next < spoken.length && spoken[next]! < after) next++;
    // Where somebody else ends the gap, the role's next turn answers for it, or else its last.
    const turn = spoken[next] ?? spoken.at(-1);
    if (value === undefined || turn === undefined) continue;
    measured.push({
      value,
      turn,
      near: () => [...lastWords(before, rule, scene), ...firstWords(after, rule, scene)],
    });
  }
  return measured.length > 0 ? measured : { key: 'na.no-times' };
}

/** Turn by turn, whether the role has asked to wait the last time it spoke. */
function askedToWait(set: SetId, rule: Rule, scene: Scene): boolean[] {
  let asked = false;
  return scene.turns.map(({ role }, turn) => {
    if (rule.by.includes(role)) {
      const goesOn = turn > 0 && scene.turns[turn - 1]!.role === role;
      asked = (goesOn && asked) || scene.hits(turn, set).length > 0;
    }
    return asked;
  });
}

function workdays(before: number, after: number, scene: Scene): number | undefined {
  const from = parseMoment(scene.turns[before]!.turn.time);
  const to = parseMoment(scene.turns[after]!.turn.time);
  return from && to ? (workdaysFrom(from, to) ?? undefined) : undefined;
}

/** What the role last said up to a turn: the end of that breath. */
function lastWords(upTo: number, rule: Rule, scene: Scene): number[] {
  const last = scene.spoken(rule.by).findLast((turn) => turn <= upTo);
  return last === undefined ? [] : scene.breath(last).filter((turn) => turn <= upTo);
}

/** What the role first says from a turn on: the beginning of that breath. */
function firstWords(from: number, rule: Rule, scene: Scene): number[] {
  const first = scene.spoken(rule.by).find((turn) => turn >= from);
  return first === undefined ? [] : scene.breath(first).filter((turn) => turn >= from);
}

/** By how much the role starts before the customer's turn ends; one interruption a turn of the customer's. */
function overlap(_: Taking, rule: Rule, scene: Scene): Measured[] | Message {
  const measured: Measured[] = [];
  let speaking: number | null = null;
  let pairs = 0;
  scene.turns.forEach(({ role }, turn) => {
    if (role === 'customer') speaking = turn;
    if (speaking === null || !rule.by.includes(role)) return;
    pairs++;
    const value = overlapOf(scene, speaking, turn);
    if (value === undefined) return;
    measured.push({ value, turn, near: () => scene.breath(turn) });
    if (value > 0) speaking = null;
  });
  if (pairs === 0) return { key: 'na.not-triggered' };
  return measured.length > 0 ? measured : { key: 'na.no-times' };
}

function overlapOf(scene: Scene, speaking: number, turn: number): number | undefined {
  const { start } = scene.turns[turn]!.turn;
  const other = scene.turns[speaking]!.turn;
  if (start === undefined || other.start === undefined || other.end === undefined) return undefined;
  if (start < other.start || isBackChannel(scene, turn) || isBackChannel(scene, speaking)) return 0;
  return Math.max(0, other.end - start);
}

const BACK_CHANNEL_ZH = /^[嗯对好是的哦噢喔啊唔呃行明白,.。，、!?~\s]{1,8}$/u;
const BACK_CHANNEL_EN = new Set('uh huh mm mhm hm hmm m yes yeah yep ok okay right sure i see'.split(' '));

/** A word that tells the other to go on: 嗯, 好的, uh-huh. */
function isBackChannel(scene: Scene, turn: number): boolean {
  const { text } = scene.turns[turn]!.folded;
  if (BACK_CHANNEL_ZH.test(text)) return true;
  const words = text.split(/[^\p{L}]+/u).filter((word) => word !== '');
  return words.length > 0 && words.length <= 4 && words.every((word) => BACK_CHANNEL_EN.has(word));
}

/** A shorter turn says little about how fast somebody speaks, in seconds. */
const SHORTEST_TURN = 3;
/** In Chinese, a Han character, a spoken digit or a foreign word. */
const syllables = () => /\p{Script=Han}|\p{N}|\p{Script=Latin}+/gu;
const words = () => /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

function speechRate(_: Taking, rule: Rule, scene: Scene): Measured[] | Message {
  const counted = scene.language === 'zh' ? syllables() : words();
  const measured: Measured[] = [];
  for (const turn of scene.spoken(rule.by)) {
    const { start, end, text } = scene.turns[turn]!.turn;
    if (start === undefined || end === undefined || end - start < SHORTEST_TURN) continue;
    const count = text.match(counted)?.length ?? 0;
    measured.push({ value: (count * 60) / (end - start), turn, near: () => scene.breath(turn) });
  }
  return measured.length > 0 ? measured : { key: 'na.no-times' };
}

const RINGS = 'ring_count';

function ring(_: Taking, rule: Rule, scene: Scene): Measured[] | Message {
  const found = scene.transcript.meta[RINGS];
  const value = Number(found ?? Number.NaN);
  if (found === '' || Number.isNaN(value)) return { key: 'na.meta', values: { key: RINGS } };
  return atPickUp(value, rule, scene);
}

/** The time between two metadata values. */
function span({ from, to, unit }: Taking, rule: Rule, scene: Scene): Measured[] | Message {
  const start = momentAt(from!, scene);
  const end = momentAt(to!, scene);
  if ('key' in start) return start;
  if ('key' in end) return end;
  const value = unit === 'workdays' ? workdaysFrom(start, end) : secondsFrom(start, end);
  if (value === null) return { key: 'na.meta-not-date', values: { from: from!, to: to! } };
  return atPickUp(value, rule, scene);
}

function momentAt(key: string, scene: Scene): Moment | Message {
  const value = scene.transcript.meta[key];
  if (value === undefined || value === null || value === '') return { key: 'na.meta', values: { key } };
  return parseMoment(value) ?? { key: 'na.meta-not-time', values: { key, value: String(value) } };
}

/** What the whole transcript is measured by: answered for, and excused, where the role first speaks. */
function atPickUp(value: number, rule: Rule, scene: Scene): Measured[] | Message {
  if (scene.turns.length === 0) return { key: 'na.no-turns' };
  return [{ value, turn: scene.spoken(rule.by)[0] ?? 0, near: () => firstWords(0, rule, scene) }];
}
