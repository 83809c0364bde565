/** Durations and windows as a rule author writes them: 30s, 5m, 2h, 1d, 2 workdays, 3 turns, 20%. */
import type { Duration, Where, Window } from '../kinds/kind.ts';

const SECONDS: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };
const NAMES: Record<string, string> = { sec: 's', second: 's', seconds: 's', 秒: 's', min: 'm', minute: 'm' };
Object.assign(NAMES, {
  minutes: 'm',
  分钟: 'm',
  hour: 'h',
  hours: 'h',
  小时: 'h',
  day: 'd',
  days: 'd',
  天: 'd',
});

function split(value: unknown): [number, string] | null {
  const found = /^\s*(\d+(?:\.\d+)?)\s*([\p{L}%]*)\s*$/u.exec(String(value));
  if (!found) return null;
  const unit = found[2]!;
  return [Number(found[1]), NAMES[unit] ?? unit];
}

/** @returns the duration; null where it is not one. A bare number is seconds. */
export function parseDuration(value: unknown): Duration | null {
  const parts = split(value);
  if (!parts) return null;
  const [amount, unit] = parts;
  if (/^(workdays?|工作日|个工作日)$/.test(unit)) return { workdays: amount };
  const factor = SECONDS[unit || 's'];
  return factor === undefined ? null : { seconds: amount * factor };
}

/** @returns the window; null where it is not one. A bare number is turns. */
export function parseWindow(value: unknown): Window | null {
  if (value === 'sentence') return { in: 'sentence' };
  if (value === 'turn') return { in: 'turns', turns: 1 };
  if (value === 'transcript') return { in: 'transcript' };
  const parts = split(value);
  if (!parts) return null;
  const [amount, unit] = parts;
  if (/^(turns?|轮)?$/.test(unit)) return { in: 'turns', turns: amount };
  const factor = SECONDS[unit];
  return factor === undefined ? null : { in: 'seconds', seconds: amount * factor };
}

/** @returns `first`/`last` as seconds, turns or a share of the transcript (0 to 1); null where it is none of these */
export function parseStretch(at: 'first' | 'last', value: unknown): Where | null {
  const parts = split(value);
  if (!parts) return null;
  const [amount, unit] = parts;
  if (unit === '%') return { at, share: amount / 100 };
  if (/^(turns?|轮)$/.test(unit)) return { at, turns: amount };
  const factor = SECONDS[unit];
  return factor === undefined ? null : { at, seconds: amount * factor };
}
