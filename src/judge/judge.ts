/** Transcript × Ruleset → Verdict. */
import { KINDS } from '../kinds/index.ts';
import type { Finding, Judgement, Rule } from '../kinds/kind.ts';
import type { Locale } from '../locale/locale.ts';
import type { Ruleset } from '../pack/compile.ts';
import { Scanner, type Senses } from '../phrase/scan.ts';
import { score } from '../score/scorecard.ts';
import { detectLanguage } from '../text/language.ts';
import type { Language, Transcript } from '../transcript/transcript.ts';
import { Scene } from './scene.ts';
import { senses as allSenses } from './senses.ts';
import { unsuppressed } from './suppress.ts';
import type { Check, Verdict, Violation } from './verdict.ts';

/** What one rule found in one transcript. */
export interface RuleResult {
  rule: Rule;
  judgement: Judgement;
}

/** Judges transcripts by one ruleset. */
export class Judge {
  private readonly ruleset: Ruleset;
  private readonly locale: Locale;
  private readonly scanner: Scanner;

  constructor(ruleset: Ruleset, locale: Locale, senses: Senses = allSenses()) {
    this.ruleset = ruleset;
    this.locale = locale;
    this.scanner = new Scanner(ruleset.book, senses);
  }

  /** @returns what was found, scored and put into words */
  judge(transcript: Transcript): Verdict {
    const scene = this.scene(transcript);
    const results = this.ruleset.rules.map((rule) => ({ rule, judgement: judgeRule(rule, scene) }));
    return this.verdict(scene, results);
  }

  /** The transcript as rules see it. */
  scene(transcript: Transcript): Scene {
    return new Scene(transcript, languageOf(transcript), this.scanner);
  }

  private verdict(scene: Scene, results: readonly RuleResult[]): Verdict {
    const { transcript, language } = scene;
    const card = score(results, this.ruleset.scorecard);
    const violations = results
      .flatMap((result) => this.violations(scene, result, card.costs.get(result.rule.id) ?? []))
      .sort((a, b) => a.turn - b.turn || a.span[0] - b.span[0] || (a.rule < b.rule ? -1 : 1));
    const checkList = results.map((result) => this.check(result, card.costs.get(result.rule.id) ?? []));
    const count = (outcome: string): number => checkList.filter((check) => check.outcome === outcome).length;
    return {
      file: transcript.file,
      id: transcript.id,
      agent: transcript.agent,
      language,
      meta: transcript.meta,
      turns: transcript.turns.map((turn) => ({
        role: turn.role,
        speaker: turn.speaker,
        text: turn.text,
        start: turn.start,
        time: turn.time,
        position: turn.origin.locate(0),
      })),
      score: card.score,
      scoreBeforeVeto: card.scoreBeforeVeto,
      vetoedBy: card.vetoedBy,
      passed: card.passed,
      sections: card.sections,
      checks: { passed: count('pass'), failed: count('fail'), notApplicable: count('na') },
      silenced: scene.silenced.length,
      known: scene.silenced.filter(({ only }) => only !== undefined).length,
      checkList,
      deductions: card.deductions,
      violations,
    };
  }

  private check({ rule, judgement }: RuleResult, costs: readonly number[]): Check {
    const points = costs.reduce((sum, cost) => sum + cost, 0);
    const check: Check = { rule: rule.id, outcome: judgement.outcome, points };
    return judgement.outcome === 'na' ? { ...check, reason: this.locale.say(judgement.reason) } : check;
  }

  private violations(scene: Scene, { rule, judgement }: RuleResult, costs: readonly number[]): Violation[] {
    if (judgement.outcome !== 'fail') return [];
    return judgement.findings.map((finding, index) =>
      this.violation(scene, rule, finding, costs[index] ?? 0),
    );
  }

  private violation(scene: Scene, rule: Rule, finding: Finding, points: number): Violation {
    const { turn, folded } = scene.turns[finding.turn]!;
    const span = finding.span ? folded.span(finding.span[0], finding.span[1]) : ([0, 0] as const);
    const from = turn.origin.locate(span[0]);
    // The end of a word at the end of a line belongs to that line, not to the start of the next.
    const last = span[1] > span[0] ? turn.origin.locate(span[1] - 1) : from;
    const to = span[1] > span[0] ? { line: last.line, column: turn.origin.locate(span[1]).column } : from;
    const sameLine = span[1] > span[0] && turn.origin.locate(span[1]).line === last.line;
    const violation: Violation = {
      rule: rule.id,
      kind: rule.kind,
      severity: rule.severity,
      points,
      clauses: rule.clauses,
      turn: finding.turn + 1,
      role: turn.role,
      line: from.line,
      column: from.column,
      endLine: last.line,
      endColumn: span[1] > span[0] && !sameLine ? last.column + 1 : to.column,
      text: turn.text.slice(span[0], span[1]),
      span,
      message: this.locale.say(finding.message),
    };
    if (rule.instead !== undefined) violation.instead = rule.instead;
    if (finding.searched) violation.searched = linesOf(scene, finding.searched);
    return violation;
  }
}

/** @returns what a rule makes of a transcript: in its language and where its `when` holds */
export function judgeRule(rule: Rule, scene: Scene): Judgement {
  if (rule.language && rule.language !== scene.language) {
    return {
      outcome: 'na',
      reason: { key: 'na.language', values: { wanted: rule.language, found: scene.language } },
    };
  }
  const unmet = scene.unmet(rule);
  if (unmet) return { outcome: 'na', reason: unmet };
  return unsuppressed(rule, KINDS.get(rule.kind)!.judge(rule.body, rule, scene), scene);
}

function languageOf(transcript: Transcript): Language {
  return transcript.language ?? detectLanguage(transcript.turns.map((turn) => turn.text));
}

function linesOf(
  scene: Scene,
  [first, last]: readonly [number, number],
): { fromLine: number; toLine: number } {
  const end = scene.turns[last]!.turn;
  return {
    fromLine: scene.turns[first]!.turn.origin.locate(0).line,
    toLine: end.origin.locate(end.text.length).line,
  };
}
