import type { Verdict, Violation } from '../../judge/verdict.ts';
import { parseMoment } from '../../kinds/clock.ts';
import { arithmeticRows } from '../arithmetic.ts';
import type { ReportContext } from '../reporter.ts';
import { type PageRule, ROLES, SEVERITIES, type Talk, type WireRow, type WireViolation } from './data.ts';

/** Numbers names in the order in which they come. */
class Names {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(name: string | null): number {
    if (name === null || name === '') return -1;
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

/** Makes verdicts into what the page reads. What it keeps grows with rules, agents and teams, not with the corpus. */
export class Wire {
  readonly #context: ReportContext;
  readonly #rules = new Names();
  readonly #described: PageRule[] = [];
  readonly #agents = new Names();
  readonly #teams = new Names();
  #file: string | undefined;

  constructor(context: ReportContext) {
    this.#context = context;
  }

  get names(): { rules: PageRule[]; agents: string[]; teams: string[] } {
    return { rules: this.#described, agents: this.#agents.list, teams: this.#teams.list };
  }

  row(verdict: Verdict): WireRow {
    const { id, file, agent, meta, score, passed, turns, violations } = verdict;
    const counts = SEVERITIES.map((level) => violations.filter(({ severity }) => severity === level).length);
    const byRule = new Map<number, [count: number, points: number]>();
    for (const violation of violations) {
      const rule = this.#rule(violation);
      const [count, points] = byRule.get(rule) ?? [0, 0];
      byRule.set(rule, [count + 1, points + violation.points]);
    }
    const rules = [...byRule].flatMap(([rule, [count, points]]) => [rule, count, round(points)]);
    const repeated = file === this.#file;
    this.#file = file;
    const team = typeof meta.team === 'string' || typeof meta.team === 'number' ? String(meta.team) : null;
    return [
      id,
      repeated ? 0 : file,
      this.#agents.of(agent),
      this.#teams.of(team),
      dayOf(verdict),
      score === null ? null : round(score),
      passed ? 1 : 0,
      turns.length,
      counts[0]!,
      counts[1]!,
      counts[2]!,
      rules,
    ];
  }

  talk(verdict: Verdict): Talk {
    return {
      turns: verdict.turns.map(({ role, text, speaker, time, start }) => [
        ROLES.indexOf(role),
        text,
        speaker || 0,
        time || (start === undefined ? 0 : clock(start)),
      ]),
      violations: verdict.violations.map((violation) => this.#violation(verdict, violation)),
      sum: arithmeticRows(verdict, this.#context.locale).map(({ sign, number, what, how }) => [
        sign,
        number,
        what,
        how,
      ]),
    };
  }

  #violation(verdict: Verdict, violation: Violation): WireViolation {
    const { locale } = this.#context;
    const { turn, span, message, clauses, instead, searched, severity, line, column } = violation;
    const rule = this.#rule(violation);
    const known = this.#described[rule]!;
    const wire: WireViolation = {
      rule,
      severity: SEVERITIES.indexOf(severity),
      points: round(violation.points),
      turn: turn - 1,
      span,
      place: `${verdict.file}:${line}:${column}`,
      message,
    };
    if (clauses.join() !== known.clauses.join()) wire.clauses = clauses;
    if (instead !== undefined && instead !== known.instead) wire.instead = instead;
    if (searched !== undefined) {
      const { fromLine: from, toLine: to } = searched;
      wire.searched = locale.say(from === to ? 'report.searched-line' : 'report.searched', { from, to });
    }
    return wire;
  }

  #rule({ rule, severity, clauses, instead }: Violation): number {
    const number = this.#rules.of(rule);
    if (number === this.#described.length) {
      const info = this.#context.rules.get(rule);
      this.#described.push({
        id: rule,
        title: info?.title ?? rule,
        severity: SEVERITIES.indexOf(info?.severity ?? severity),
        clauses: info?.clauses ?? clauses,
        source: info?.source ?? '',
        instead: info?.instead ?? instead,
        why: info?.why,
      });
    }
    return number;
  }
}

/** The day of the conversation on the writer's calendar, -1 where nothing tells it. */
function dayOf({ meta, turns }: Verdict): number {
  for (const value of [meta.date, turns.find((turn) => turn.time !== undefined)?.time]) {
    const day = value === undefined ? null : (parseMoment(value)?.day ?? null);
    if (day !== null) return day;
  }
  return -1;
}

/** Seconds from the beginning as 1:02:03 or 2:03. */
function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
