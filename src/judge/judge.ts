/** Transcript × Ruleset → Verdict. */
import { KINDS } from '../kinds/index.ts';
import { type Finding, type Judgement, notApplicable, type Rule } from '../kinds/kind.ts';
import type { Locale } from '../locale/locale.ts';
import type { Ruleset } from '../pack/compile.ts';
import { Scanner } from '../phrase/scan.ts';
import type { Senses } from '../phrase/turn-hits.ts';
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

export interface JudgeOptions {
  /** Whether verdicts carry a `checkList`, which costs more than judging does. */
  listChecks?: boolean;
  senses?: Senses;
}

/** Judges transcripts by one ruleset. */
export class Judge {
  private readonly ruleset: Ruleset;
  private readonly locale: Locale;
  protected readonly scanner: Scanner;
  private readonly listChecks: boolean;

  constructor(
    ruleset: Ruleset,
    locale: Locale,
    { listChecks = true, senses = allSenses() }: JudgeOptions = {},
  ) {
    this.ruleset = ruleset;
    this.locale = locale;
    this.listChecks = listChecks;
    this.scanner = new Scanner(ruleset.book, senses);
  }

  /** @returns what was found, scored and put into words */
  judge(transcript: Transcript): Verdict {
    const scene = this.scene(transcript);
    const results = this.ruleset.rules.map((rule) => ({ rule, judgement: this.judgement(rule, scene) }));
    return this.verdict(scene, results);
  }

  /** The transcript as rules see it. */
  scene(transcript: Transcript): Scene {
    return new Scene(transcript, languageOf(transcript), this.scanner);
  }

  protected judgement(rule: Rule, scene: Scene): Judgement {
    return judgeRule(rule, scene);
  }

  protected verdict(scene: Scene, results: readonly RuleResult[]): Verdict {
    const { transcript, language } = scene;
    const card = score(results, this.ruleset.scorecard);
    const violations = results
      .filter(({ judgement }) => judgement.outcome === 'fail')
      .flatMap((result) => this.violations(scene, result, card.costs.get(result.rule.id) ?? []))
      .sort((a, b) => a.turn - b.turn || a.span[0] - b.span[0] || (a.rule < b.rule ? -1 : 1));
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
      })),
      score: card.score,
      scoreBeforeVeto: card.scoreBeforeVeto,
      vetoedBy: card.vetoedBy,
      passed: card.passed,
      sections: card.sections,
      checks: counted(results),
      silenced: scene.silenced.length,
      known: scene.silenced.filter(({ only }) => only !== undefined).length,
      checkList: this.listChecks
        ? results.map((result) => this.check(result, card.costs.get(result.rule.id) ?? []))
        : [],
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

/** Of a transcript's language: what rules for the other one make of it. */
const OTHER_LANGUAGE: Readonly<Record<Language, Judgement>> = {
  zh: notApplicable('na.language', { wanted: 'en', found: 'zh' }),
  en: notApplicable('na.language', { wanted: 'zh', found: 'en' }),
};

/** @returns what a rule makes of a transcript: in its language and where its `when` holds */
export function judgeRule(rule: Rule, scene: Scene): Judgement {
  if (rule.language && rule.language !== scene.language) return OTHER_LANGUAGE[scene.language];
  const unmet = scene.unmet(rule);
  if (unmet) return { outcome: 'na', reason: unmet };
  return unsuppressed(rule, KINDS.get(rule.kind)!.judge(rule.body, rule, scene), scene);
}

function counted(results: readonly RuleResult[]): Verdict['checks'] {
  const checks = { passed: 0, failed: 0, notApplicable: 0 };
  for (const { judgement } of results) {
    if (judgement.outcome === 'pass') checks.passed++;
    else if (judgement.outcome === 'fail') checks.failed++;
    else checks.notApplicable++;
  }
  return checks;
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
