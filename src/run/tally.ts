/** Counts what came of a run while verdicts stream by. */
import type { Summary, Verdict } from '../judge/verdict.ts';

export type FailOn = 'error' | 'warning' | 'info' | 'never';

/** What makes a run fail. */
export interface Gates {
  failOn: FailOn;
  maxWarnings?: number;
  minScore?: number;
}

export class Tally {
  transcripts = 0;
  /** Inputs, or parts of them, that could not be read. */
  problems = 0;
  /** Rules that were applicable, over all transcripts: with none, nothing was judged. */
  applicable = 0;
  readonly languages = new Set<string>();
  private readonly files = new Set<string>();
  private turns = 0;
  private known = 0;
  private readonly counts = { error: 0, warning: 0, info: 0 };
  private scored = 0;
  private scores = 0;
  private lowest = Number.POSITIVE_INFINITY;
  private readonly gates: Gates;

  constructor(gates: Gates) {
    this.gates = gates;
  }

  add(verdict: Verdict): void {
    this.files.add(verdict.file);
    this.transcripts++;
    this.turns += verdict.turns.length;
    // A rule that somebody silenced was looked at, too.
    this.applicable += verdict.checks.passed + verdict.checks.failed + (verdict.silenced ?? 0);
    this.known += verdict.known ?? 0;
    this.languages.add(verdict.language);
    for (const { severity } of verdict.violations) this.counts[severity]++;
    if (verdict.score === null) return;
    this.scored++;
    this.scores += verdict.score;
    this.lowest = Math.min(this.lowest, verdict.score);
  }

  /** The gates that are not passed. */
  failures(): { key: string; values: Record<string, string | number> }[] {
    const { failOn, maxWarnings, minScore } = this.gates;
    const failed = [];
    const levels = {
      error: ['error'],
      warning: ['error', 'warning'],
      info: ['error', 'warning', 'info'],
      never: [],
    };
    const count = levels[failOn].reduce(
      (sum, level) => sum + this.counts[level as keyof typeof this.counts],
      0,
    );
    if (count > 0) failed.push({ key: 'gate.fail-on', values: { count, severity: failOn, level: failOn } });
    if (maxWarnings !== undefined && this.counts.warning > maxWarnings) {
      failed.push({ key: 'gate.max-warnings', values: { count: this.counts.warning, max: maxWarnings } });
    }
    if (minScore !== undefined && this.lowest < minScore) {
      failed.push({ key: 'gate.min-score', values: { score: this.lowest, min: minScore } });
    }
    return failed;
  }

  summary(): Summary {
    return {
      files: this.files.size,
      transcripts: this.transcripts,
      turns: this.turns,
      errors: this.counts.error,
      warnings: this.counts.warning,
      infos: this.counts.info,
      ...(this.known > 0 ? { known: this.known } : {}),
      score: this.scored === 0 ? null : Math.round(this.scores / this.scored),
      passed: this.failures().length === 0,
    };
  }
}
