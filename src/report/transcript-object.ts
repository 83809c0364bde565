import type { Verdict, Violation } from '../judge/verdict.ts';
import { jsonText } from './texts.ts';

/** What of a verdict the JSON contract writes, in its key order. Keys left undefined are not written. */
export function transcriptObject(verdict: Verdict, options: { allChecks: boolean; explainScore: boolean }) {
  return {
    file: verdict.file,
    id: verdict.id,
    agent: verdict.agent,
    language: verdict.language,
    turns: verdict.turns.length,
    score: verdict.score,
    scoreBeforeVeto: verdict.scoreBeforeVeto,
    vetoedBy: verdict.vetoedBy,
    passed: verdict.passed,
    sections: verdict.sections.map(({ name, score }) => ({ name, score })),
    checks: {
      passed: verdict.checks.passed,
      failed: verdict.checks.failed,
      notApplicable: verdict.checks.notApplicable,
    },
    violations: verdict.violations.map(violationObject),
    deductions: options.explainScore
      ? verdict.deductions.map(({ rule, count, points, cap, taken, section }) => ({
          rule,
          count,
          points,
          cap,
          taken,
          section,
        }))
      : undefined,
    checkList: options.allChecks
      ? verdict.checkList.map(({ rule, outcome, points, reason }) => ({ rule, outcome, points, reason }))
      : undefined,
  };
}

function violationObject(violation: Violation) {
  return {
    rule: violation.rule,
    kind: violation.kind,
    severity: violation.severity,
    points: violation.points,
    clauses: violation.clauses,
    turn: violation.turn,
    role: violation.role,
    line: violation.line,
    column: violation.column,
    endLine: violation.endLine,
    endColumn: violation.endColumn,
    text: violation.text,
    message: violation.message,
    instead: violation.instead,
    searched: violation.searched && {
      fromLine: violation.searched.fromLine,
      toLine: violation.searched.toLine,
    },
  };
}

const ID = '"id":';

/**
 * Texts of conversations with other ids.
 * @param texts as `jsonText` made them of transcript objects
 * @param ids theirs and the ones wanted, in order
 */
export function renamed(
  texts: Uint8Array,
  ids: readonly (readonly [old: string, wanted: string])[],
): Uint8Array {
  // Within a string a quotation mark has a backslash before it: nothing else looks like this key.
  const [head, ...rest] = Buffer.from(texts.buffer, texts.byteOffset, texts.length).toString().split(ID);
  const named = rest.map((text, at) => jsonText(ids[at]![1]) + text.slice(jsonText(ids[at]![0]).length));
  return Buffer.from([head, ...named].join(ID));
}
