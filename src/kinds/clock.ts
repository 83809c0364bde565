/** Times as transcripts and their metadata write them, and how long lies between two of them. */
import type { Scene } from '../judge/scene.ts';

/** A point in time; parts that were not written are null. */
export interface Moment {
  /** Days since 1970-01-01, on the writer's calendar. */
  day: number | null;
  /** Seconds since midnight, on the writer's clock. */
  seconds: number;
  /** Seconds by which the writer's clock is ahead of UTC. */
  ahead: number | null;
}

const DAY = 86_400;
const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/;
const TIME = /^(\d{1,2})[:：](\d{2})(?:[:：](\d{2}(?:[.,]\d+)?))?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * @param value ISO 8601, `2026-02-17 09:00`, a date, or a time of day such as `09:00`
 * @returns null where it is none of these
 */
export function parseMoment(value: unknown): Moment | null {
  const text = (value instanceof Date ? value.toISOString() : String(value ?? '')).trim();
  const date = DATE.exec(text);
  const day = date ? dayOf(Number(date[1]), Number(date[2]), Number(date[3])) : null;
  if (date && day === null) return null;
  const rest = text.slice(date?.[0].length ?? 0).replace(/^[T\s]+/i, '');
  if (rest === '') return date ? { day, seconds: 0, ahead: null } : null;
  const time = TIME.exec(rest);
  if (!time) return null;
  const [hours, minutes, seconds] = [
    Number(time[1]),
    Number(time[2]),
    Number(time[3]?.replace(',', '.') ?? 0),
  ];
  if (hours > 24 || minutes > 59 || seconds >= 61) return null;
  return { day, seconds: hours * 3600 + minutes * 60 + seconds, ahead: aheadOf(time[4]) };
}

function dayOf(year: number, month: number, date: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.getTime() / 1000 / DAY : null;
}

function aheadOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  if (zone.toUpperCase() === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}

/** A time of day is taken to be on the other's date, or on the next day where it would lie before it. */
export function secondsFrom(from: Moment, to: Moment): number {
  const days = from.day === null || to.day === null ? 0 : to.day - from.day;
  const zones = from.ahead === null || to.ahead === null ? 0 : from.ahead - to.ahead;
  const passed = days * DAY + to.seconds - from.seconds + zones;
  return passed < 0 && (from.day === null || to.day === null) ? passed + DAY : passed;
}

/**
 * Days from Monday to Friday that begin after the first moment and no later than the second.
 * @returns null where a date is not known
 */
export function workdaysFrom(from: Moment, to: Moment): number | null {
  return from.day === null || to.day === null ? null : workdaysUpTo(to.day) - workdaysUpTo(from.day);
}

function workdaysUpTo(day: number): number {
  // Day 0 was a Thursday, so the Monday before it was day −3.
  const sinceMonday = day + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
}

/** Slow speech: a turn whose end is not given is taken to last this long, so that no gap is overstated. */
const HAN_A_SECOND = 2;
const LETTERS_A_SECOND = 6;

/** When a turn was over at the latest, on the clock of `startOf`; undefined where it has no times. */
export function overBy(scene: Scene, turn: number): number | undefined {
  const end = scene.endOf(turn);
  const start = scene.startOf(turn);
  if (end !== undefined || start === undefined) return end;
  const { text } = scene.turns[turn]!.turn;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return start + han / HAN_A_SECOND + (text.length - han) / LETTERS_A_SECOND;
}

/**
 * Seconds from the end of one turn to the start of another.
 * @returns undefined where one has no time, or theirs are on different clocks
 */
export function gapBetween(scene: Scene, from: number, to: number): number | undefined {
  if (onCallClock(scene, from) !== onCallClock(scene, to)) return undefined;
  const over = overBy(scene, from);
  const start = scene.startOf(to);
  return over === undefined || start === undefined ? undefined : start - over;
}

/** Seconds since the conversation began, as against a time of day. */
export const onCallClock = (scene: Scene, turn: number): boolean =>
  scene.turns[turn]!.turn.start !== undefined;
