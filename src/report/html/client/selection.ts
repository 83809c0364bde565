import type { PageRule } from '../data.ts';
import type { Row } from './rows.ts';

/** What is to be seen; -1 and empty texts ask for nothing. */
export interface Filter {
  text: string;
  agent: number;
  team: number;
  rule: number;
  severity: number;
  clause: string;
  result: '' | 'passed' | 'failed' | 'none';
  from: number;
  to: number;
  low: number;
  high: number;
}

export const NO_FILTER: Readonly<Filter> = {
  text: '',
  agent: -1,
  team: -1,
  rule: -1,
  severity: -1,
  clause: '',
  result: '',
  from: -1,
  to: -1,
  low: -1,
  high: -1,
};

/** Names of agents and teams are asked for with -2 where they are not given. */
export const NOT_GIVEN = -2;

export type SortKey = 'day' | 'id' | 'agent' | 'team' | 'score' | 'violations' | 'worst' | 'order';

export interface Sort {
  key: SortKey;
  down: boolean;
}

export interface Names {
  agents: readonly string[];
  teams: readonly string[];
  rules: readonly PageRule[];
}

export function isFiltered(filter: Filter): boolean {
  return (Object.keys(NO_FILTER) as (keyof Filter)[]).some((key) => filter[key] !== NO_FILTER[key]);
}

/** @param hits transcripts in whose conversation the text was found, as far as they are known */
export function select(rows: readonly Row[], filter: Filter, names: Names, hits: ReadonlySet<number>): Row[] {
  const wanted = filter.text.toLowerCase();
  const ofClause = new Set<number>();
  if (filter.clause !== '') {
    for (const [rule, { clauses }] of names.rules.entries()) {
      if (clauses.includes(filter.clause)) ofClause.add(rule);
    }
  }
  const is = (asked: number, found: number) => asked === -1 || (asked === NOT_GIVEN ? -1 : asked) === found;
  return rows.filter((row) => {
    const { agent, team, day, score, passed, counts, rules } = row;
    if (!is(filter.agent, agent) || !is(filter.team, team)) return false;
    if (filter.rule !== -1 && !rules.some(({ rule }) => rule === filter.rule)) return false;
    if (filter.clause !== '' && !rules.some(({ rule }) => ofClause.has(rule))) return false;
    if (filter.severity !== -1 && counts[filter.severity] === 0) return false;
    if (filter.result !== '') {
      const result = score === null ? 'none' : passed ? 'passed' : 'failed';
      if (result !== filter.result) return false;
    }
    if (filter.from !== -1 && (day === -1 || day < filter.from)) return false;
    if (filter.to !== -1 && (day === -1 || day > filter.to)) return false;
    if (filter.low !== -1 && (score === null || score < filter.low)) return false;
    if (filter.high !== -1 && (score === null || score > filter.high)) return false;
    if (wanted === '' || hits.has(row.index)) return true;
    const named = [row.id, row.file, names.agents[agent] ?? '', names.teams[team] ?? ''];
    return named.some((name) => name.toLowerCase().includes(wanted));
  });
}

/** Sorts a copy. What is not known comes last in either direction; equals keep the order of the file. */
export function sorted(rows: readonly Row[], { key, down }: Sort, names: Names): Row[] {
  const collator = new Intl.Collator(undefined, { numeric: true });
  const value = (row: Row): number | string | null => {
    switch (key) {
      case 'score':
        return row.score;
      case 'violations':
        return row.violations;
      case 'day':
        return row.day === -1 ? null : row.day;
      case 'id':
        return row.id;
      case 'agent':
        return names.agents[row.agent] ?? null;
      case 'team':
        return names.teams[row.team] ?? null;
      case 'worst':
        return row.rules[0] === undefined ? null : names.rules[row.rules[0].rule]!.title;
      case 'order':
        return row.index;
    }
  };
  const keyed = rows.map((row) => ({ row, of: value(row) }));
  keyed.sort((a, b) => {
    if (a.of === null || b.of === null) return Number(a.of === null) - Number(b.of === null);
    const order =
      typeof a.of === 'number' && typeof b.of === 'number'
        ? a.of - b.of
        : collator.compare(String(a.of), String(b.of));
    return (down ? -order : order) || a.row.index - b.row.index;
  });
  return keyed.map(({ row }) => row);
}
