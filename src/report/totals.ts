import type { Severity, Verdict } from '../judge/verdict.ts';
import { remember } from '../remember.ts';

/** What became of one agent's transcripts. */
export interface AgentTotal {
  /** null where transcripts name nobody. */
  agent: string | null;
  transcripts: number;
  scored: number;
  /** Sum of scores. */
  scores: number;
  lowest: number | null;
  passed: number;
  violations: Record<Severity, number>;
  points: number;
}

/** How often one rule was broken. */
export interface RuleTotal {
  rule: string;
  severity: Severity;
  violations: number;
  transcripts: number;
  points: number;
}

/** Adds up agents and rules while verdicts stream by: memory grows with those, not with the corpus. */
export class Totals {
  transcripts = 0;
  readonly #agents = new Map<string | null, AgentTotal>();
  readonly #rules = new Map<string, RuleTotal>();

  add(verdict: Verdict): void {
    this.transcripts++;
    const total = remember(this.#agents, verdict.agent, () => newAgent(verdict.agent));
    total.transcripts++;
    if (verdict.score !== null) {
      total.scored++;
      total.scores += verdict.score;
      total.lowest = Math.min(total.lowest ?? verdict.score, verdict.score);
      if (verdict.passed) total.passed++;
    }
    const broken = new Set<string>();
    for (const { rule, severity, points } of verdict.violations) {
      total.violations[severity]++;
      total.points += points;
      const sum = remember(this.#rules, rule, () => newRule(rule, severity));
      sum.violations++;
      sum.points += points;
      if (!broken.has(rule)) sum.transcripts++;
      broken.add(rule);
    }
  }

  /** The lowest mean first; those without a score last. */
  agents(): AgentTotal[] {
    return [...this.#agents.values()].sort(
      (a, b) => (mean(a) ?? Infinity) - (mean(b) ?? Infinity) || order(a.agent ?? '', b.agent ?? ''),
    );
  }

  /** Those that cost most first. */
  rules(): RuleTotal[] {
    return [...this.#rules.values()].sort(
      (a, b) => b.points - a.points || b.violations - a.violations || order(a.rule, b.rule),
    );
  }
}

export function mean({ scores, scored }: AgentTotal): number | null {
  return scored === 0 ? null : scores / scored;
}

/** By code, so that reports are the same bytes on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function newAgent(agent: string | null): AgentTotal {
  const violations = { error: 0, warning: 0, info: 0 };
  return { agent, transcripts: 0, scored: 0, scores: 0, lowest: null, passed: 0, violations, points: 0 };
}

function newRule(rule: string, severity: Severity): RuleTotal {
  return { rule, severity, violations: 0, transcripts: 0, points: 0 };
}
