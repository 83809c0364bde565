import type { Turn } from '../transcript.ts';

/** A time that stands at a turn: either seconds from the beginning or a time of day, told apart by `applyStamps`. */
export interface Stamp {
  /** The digits read as [h:]mm:ss, and as the same with a colon less: `09:15` is 555 s and 9 h 15 min. */
  asOffset: number;
  asClock: number;
  /** True where it can be no time of day: `72:10`, `00:12.5`. */
  surelyOffset: boolean;
  /** `2026-02-17` */
  date?: string;
  /** `Z` or `+08:00` */
  zone?: string;
  /** Whether seconds were given. */
  exact: boolean;
  /** The end of a range, read as an offset. */
  end?: number;
}

const TIME = '(\\d{1,3})[:：](\\d{2})(?:[:：](\\d{2}))?(?:[.,](\\d{1,6}))?';
const DATE = '(\\d{4})(?:-|/|\\.|年)(\\d{1,2})(?:-|/|\\.|月)(\\d{1,2})日?';
const ZONE = '(Z|[+-]\\d{2}:?\\d{2})?';
const STAMP = `(?:${DATE}[T\\s]\\s*)?${TIME}${ZONE}(?:\\s*(?:-->|-|–|—|~|～|至|到)\\s*${TIME})?`;
const OPEN = '[\\[(（【]\\s*';
const CLOSE = '\\s*[\\])）】]';

/** A stamp in brackets or bare, for building the patterns of lines. Its groups are not to be counted on. */
export const STAMP_PATTERN = `(?:${OPEN}${STAMP}${CLOSE}|${STAMP})`.replace(/\((?!\?)(?!（)/g, '(?:');
const whole = new RegExp(`^(?:${OPEN})?${STAMP}(?:${CLOSE})?$`);

/** @param text what STAMP_PATTERN matched */
export function parseStamp(text: string): Stamp | undefined {
  const found = whole.exec(text.trim());
  if (!found) return undefined;
  const [, year, month, day, first, second, third, fraction, zone, first2, second2, third2, fraction2] =
    found;
  const stamp: Stamp = {
    asOffset: seconds(first!, second!, third, fraction),
    asClock: Number(first) * 3600 + Number(second) * 60 + Number(third ?? 0),
    surelyOffset: Number(first) > 23 || Number(second) > 59 || (fraction !== undefined && !year),
    exact: third !== undefined,
  };
  if (year) stamp.date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  if (zone) stamp.zone = zone;
  if (first2) stamp.end = seconds(first2, second2!, third2, fraction2);
  return stamp;
}

function seconds(
  first: string,
  second: string,
  third: string | undefined,
  fraction: string | undefined,
): number {
  const whole = third === undefined ? `${Number(first) * 60 + Number(second)}` : hours(first, second, third);
  return Number(`${whole}.${fraction ?? 0}`);
}

const hours = (h: string, m: string, s: string) => `${Number(h) * 3600 + Number(m) * 60 + Number(s)}`;

/** The first stamp of a recording from its beginning is below this, in seconds. */
const BEGINNING = 300;

/**
 * Gives each turn its `start` or `time` from its stamp. Without a date, stamps are seconds from the beginning
 * if one of them can be nothing else or the first is under five minutes; otherwise times of day.
 * Times of day get the conversation's date, if it states one, and `start` counted from the first of them
 * where seconds are given; past midnight it counts on.
 * @param date `2026-02-17`, the conversation's own
 */
export function applyStamps(stamped: readonly (readonly [Turn, Stamp])[], date?: string): void {
  const first = stamped[0]?.[1];
  if (!first) return;
  const dated = stamped.some(([, stamp]) => stamp.date !== undefined);
  if (!dated && (first.asOffset < BEGINNING || stamped.some(([, stamp]) => stamp.surelyOffset))) {
    for (const [turn, stamp] of stamped) {
      turn.start = stamp.asOffset;
      if (stamp.end !== undefined && stamp.end >= stamp.asOffset) turn.end = stamp.end;
    }
    return;
  }
  let days = 0;
  let last = first.asClock;
  let lastDate = first.date ?? date;
  const exact = stamped.every(([, stamp]) => stamp.exact);
  for (const [turn, stamp] of stamped) {
    if (stamp.date !== undefined && lastDate !== undefined) days += daysBetween(lastDate, stamp.date);
    else if (stamp.asClock < last - 12 * 3600) days++;
    last = stamp.asClock;
    lastDate = stamp.date ?? lastDate;
    turn.time = isoTime(stamp, stamp.date ?? date);
    const start = stamp.asClock - first.asClock + days * 86400;
    if (exact && start >= 0) turn.start = start;
  }
}

function isoTime(stamp: Stamp, date: string | undefined): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const time = [stamp.asClock / 3600, (stamp.asClock / 60) % 60, stamp.asClock % 60].map((part) =>
    two(Math.floor(part)),
  );
  return `${date === undefined ? '' : `${date}T`}${time.join(':')}${stamp.zone ?? ''}`;
}

function daysBetween(from: string, to: string): number {
  if (from === to) return 0;
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Number.isFinite(days) ? days : 0;
}
