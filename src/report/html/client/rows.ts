import type { WireRow } from '../data.ts';

/** A transcript as the table, the filters and the charts see it. -1 stands for what is not known. */
export interface Row {
  /** Its place in the file, which finds its conversation too. */
  index: number;
  id: string;
  file: string;
  agent: number;
  team: number;
  day: number;
  score: number | null;
  passed: boolean;
  turns: number;
  /** By severity, the gravest first. */
  counts: readonly [number, number, number];
  violations: number;
  rules: readonly BrokenRule[];
}

export interface BrokenRule {
  rule: number;
  count: number;
  points: number;
}

export function rowsOf(wire: readonly WireRow[]): Row[] {
  let last = '';
  return wire.map((row, index) => {
    const [id, file, agent, team, day, score, passed, turns, errors, warnings, infos, flat] = row;
    if (file !== 0) last = file;
    const rules: BrokenRule[] = [];
    for (let at = 0; at < flat.length; at += 3) {
      rules.push({ rule: flat[at]!, count: flat[at + 1]!, points: flat[at + 2]! });
    }
    rules.sort((a, b) => b.points - a.points);
    return {
      index,
      id,
      file: last,
      agent,
      team,
      day,
      score,
      passed: passed === 1,
      turns,
      counts: [errors, warnings, infos],
      violations: errors + warnings + infos,
      rules,
    };
  });
}

const DAY = 86_400_000;

/** 2026-02-17 for days since 1970-01-01; nothing for -1. */
export function dayText(day: number): string {
  return day < 0 ? '' : new Date(day * DAY).toISOString().slice(0, 10);
}

/** -1 where nothing was chosen. */
export function dayNumber(text: string): number {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? -1 : Math.round(time / DAY);
}
