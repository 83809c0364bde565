/**
 * A pack's ladder turns one agent's violations within one calendar month into steps, as a norm's disciplinary clause
 * defines them: each violation a warning, so many warnings a reprimand, so many reprimands a suspension.
 */
import type { AgentMonth, Severity, Verdict, Violation } from '../judge/verdict.ts';
import type { LadderSpec } from '../pack/shape.ts';
import { remember } from '../remember.ts';

/** A step that a violation led to. */
export interface Reached {
  step: string;
  agent: string;
  month: string;
  /** The violations of the month so far. */
  violations: number;
  at: Violation;
}

const GRAVITY: Record<Severity, number> = { info: 0, warning: 1, error: 2 };
const VIOLATION = 'violation';

/** Counts violations by agent and month while verdicts stream by. */
export class Ladder {
  /** Violations that could not be counted: nobody's, or of no known month. */
  uncounted = 0;
  private readonly spec: LadderSpec;
  private readonly counted = new Map<string, AgentMonth>();

  constructor(spec: LadderSpec) {
    this.spec = spec;
  }

  /** @returns the steps beyond the first that this transcript's violations led to, in their order */
  add(verdict: Verdict): Reached[] {
    const least = GRAVITY[this.spec.violation ?? 'error'];
    const serious = verdict.violations.filter(({ severity }) => GRAVITY[severity] >= least);
    // Two rules broken by one utterance are one incident.
    const firstOfTurn = serious.filter(
      (one, index) => serious.findIndex(({ turn }) => turn === one.turn) === index,
    );
    return firstOfTurn.flatMap((violation) => this.count(verdict, violation));
  }

  private count(verdict: Verdict, violation: Violation): Reached[] {
    const date = dateOf(verdict, violation);
    const agent = verdict.agent ?? (typeof verdict.meta.agent === 'string' ? verdict.meta.agent : null);
    if (agent === null || date === null) {
      this.uncounted++;
      return [];
    }
    const month = date.slice(0, 7);
    const record = remember(this.counted, `${month} ${agent}`, () => ({
      agent,
      month,
      steps: [],
      incidents: [],
    }));
    const { file, id } = verdict;
    const { rule, turn, line } = violation;
    record.incidents.push({ file, id, rule, turn, line, date });
    const before = new Map(record.steps.map(({ name, count }) => [name, count]));
    record.steps = this.stepsAfter(record.incidents.length);
    return record.steps
      .filter(({ name, count }, index) => index > 0 && count > (before.get(name) ?? 0))
      .map(({ name }) => ({ step: name, agent, month, violations: record.incidents.length, at: violation }));
  }

  /** Every so many of one step make one of the next. */
  private stepsAfter(violations: number): AgentMonth['steps'] {
    const counts = new Map([[VIOLATION, violations]]);
    return this.spec.steps.map(({ name, after, of }) => {
      const count = Math.floor((counts.get(of) ?? counts.get(VIOLATION)!) / after);
      counts.set(name, count);
      return { name, count };
    });
  }

  /** Everybody who reached a step, by month and then by name. */
  months(): AgentMonth[] {
    return [...this.counted.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
  }
}

function dateOf(verdict: Verdict, violation: Violation): string | null {
  const candidates = [
    verdict.turns[violation.turn - 1]?.time,
    verdict.meta.date,
    verdict.turns.find((turn) => turn.time !== undefined)?.time,
  ];
  const known = candidates.find((one) => typeof one === 'string' && /^\d{4}-\d{2}/.test(one));
  return typeof known === 'string' ? known.slice(0, 10) : null;
}
