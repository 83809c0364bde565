import type { Severity } from '../judge/verdict.ts';
import { uniqueFingerprints } from './fingerprint.ts';
import type { ReportFormat } from './reporter.ts';
import { fullMessage, jsonText, wellFormed } from './texts.ts';

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
interface Issue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  location: { path: string; positions: { begin: Place; end: Place } };
}

interface Place {
  line: number;
  column: number;
}

const LEVEL: Record<Severity, Issue['severity']> = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab's code quality report. Files that could not be read are no issues of quality; stderr has them. */
export const gitlab: ReportFormat = {
  name: 'gitlab',
  about: { zh: 'GitLab 代码质量报告', en: 'GitLab code quality report' },
  open(context) {
    const { write } = context;
    let first = true;
    return {
      verdict(verdict) {
        const fingerprints = uniqueFingerprints(verdict);
        for (const [index, violation] of verdict.violations.entries()) {
          const { line, column, endLine, endColumn, rule, severity } = violation;
          const issue: Issue = {
            description: wellFormed(fullMessage(violation, context)),
            check_name: rule,
            fingerprint: fingerprints[index]!,
            // A veto makes the whole score 0: nothing weighs more.
            severity: verdict.vetoedBy === rule ? 'blocker' : LEVEL[severity],
            location: {
              // "Must not be prefixed with ./"
              path: wellFormed(verdict.file.replace(/^(\.\/)+/, '')),
              positions: { begin: { line, column }, end: { line: endLine, column: endColumn } },
            },
          };
          write(`${first ? '[' : ','}\n${jsonText(issue)}`);
          first = false;
        }
      },
      problem() {},
      end() {
        write(first ? '[]\n' : '\n]\n');
      },
    };
  },
};
