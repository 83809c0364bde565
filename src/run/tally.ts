/** Counts what came of a run while verdicts stream by. */
import type { Severity, Summary, Verdict } from '../judge/verdict.ts';
import { SEVERITIES } from '../report/texts.ts';

export type FailOn = 'error' | 'warning' | 'info' | 'never';

/** What makes a run fail. */
export interface Gates {
  failOn: FailOn;
  maxWarnings?: number;
  minScore?: number;
}

/** What came of some conversations: plain data, which threads send. */
export interface Counts {
  /** Each once where its conversations stand together. */
  files: string[];
  transcripts: number;
  turns: number;
  /** Rules that were applicable. */
  applicable: number;
  known: number;
  languages: string[];
  severities: Record<Severity, number>;
  /** Of those that have one. */
  scores: number[];
}

export const noCounts = (): Counts => ({
  files: [],
  transcripts: 0,
  turns: 0,
  applicable: 0,
  known: 0,
  languages: [],
  severities: { error: 0, warning: 0, info: 0 },
  scores: [],
});

/** Adds one conversation. */
export function count(counts: Counts, verdict: Verdict): void {
  if (counts.files.at(-1) !== verdict.file) counts.files.push(verdict.file);
  counts.transcripts++;
  counts.turns += verdict.turns.length;
  // A rule that somebody silenced was looked at, too.
  counts.applicable += verdict.checks.passed + verdict.checks.failed + (verdict.silenced ?? 0);
  counts.known += verdict.known ?? 0;
  if (!counts.languages.includes(verdict.language)) counts.languages.push(verdict.language);
  for (const { severity } of verdict.violations) counts.severities[severity]++;
  if (verdict.score !== null) counts.scores.push(verdict.score);
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
  private readonly counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  private scored = 0;
  private scores = 0;
  private lowest = Number.POSITIVE_INFINITY;
  private readonly gates: Gates;

  constructor(gates: Gates) {
    this.gates = gates;
  }

  add(verdict: Verdict): void {
    const counts = noCounts();
    count(counts, verdict);
    this.addAll(counts);
  }

  addAll(counts: Counts): void {
    for (const file of counts.files) this.files.add(file);
    this.transcripts += counts.transcripts;
    this.turns += counts.turns;
    this.applicable += counts.applicable;
    this.known += counts.known;
    for (const language of counts.languages) this.languages.add(language);
    for (const severity of SEVERITIES) this.counts[severity] += counts.severities[severity];
    for (const score of counts.scores) {
      this.scored++;
      this.scores += score;
      this.lowest = Math.min(this.lowest, score);
    }
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
