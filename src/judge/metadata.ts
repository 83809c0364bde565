/** What rules read of a transcript's metadata: its own values, and what follows from its times. */

import { type Moment, parseMoment } from '../kinds/clock.ts';
import type { MetaCondition } from '../kinds/kind.ts';
import type { Transcript } from '../transcript/transcript.ts';

const DAY = 86_400_000;
const HOUR = 3600;

/** Values that need not be given where a date, or the time of the first turn, tells them. */
const DERIVED: Readonly<Record<string, (transcript: Transcript) => string | number | undefined>> = {
  date,
  hour,
};

/** @returns the value a rule's `when: {meta}` is held against; undefined where there is none */
export function metadata(transcript: Transcript, key: string): unknown {
  const { meta } = transcript;
  const derived = Object.hasOwn(DERIVED, key) ? DERIVED[key]!(transcript) : undefined;
  return derived ?? (Object.hasOwn(meta, key) ? meta[key] : undefined);
}

/** A condition as it is written: a value, some values, a span, or whether there is one at all. */
export function metaCondition(value: unknown): MetaCondition {
  if (Array.isArray(value)) return { is: 'one-of', values: value };
  if (value !== null && typeof value === 'object') {
    if ('present' in value) return { is: 'present', present: Boolean(value.present) };
    return { is: 'between', ...(value as { min?: number; max?: number }) };
  }
  return { is: 'one-of', values: [value as string] };
}

export function holds(value: unknown, condition: MetaCondition): boolean {
  switch (condition.is) {
    case 'present':
      return (value !== undefined && value !== null && value !== '') === condition.present;
    case 'one-of':
      return condition.values.some((wanted) => String(wanted).toLowerCase() === String(value).toLowerCase());
    case 'between': {
      const number = Number(value);
      return number >= (condition.min ?? -Infinity) && number <= (condition.max ?? Infinity);
    }
  }
}

/** The day of the conversation on the writer's calendar, as 2026-02-17 however it was written. */
function date(transcript: Transcript): string | undefined {
  const day = moments(transcript).find((moment) => moment.day !== null)?.day;
  return day === undefined || day === null ? undefined : new Date(day * DAY).toISOString().slice(0, 10);
}

/** The hour of the day at which it began, 0 to 23 on the writer's clock. */
function hour(transcript: Transcript): number | undefined {
  if (transcript.meta.hour !== undefined) return undefined;
  const [moment] = moments(transcript, /[:：]/);
  return moment && Math.floor(moment.seconds / HOUR) % 24;
}

function moments({ meta, turns }: Transcript, written = /\d/): Moment[] {
  const first = turns.find((turn) => turn.time !== undefined)?.time;
  return [meta.date, first].flatMap((value) => {
    const moment = written.test(String(value ?? '')) ? parseMoment(value) : null;
    return moment ? [moment] : [];
  });
}
