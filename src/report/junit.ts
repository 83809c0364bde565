import type { Problem, Verdict, Violation } from '../judge/verdict.ts';
import type { ReportContext, ReportFormat } from './reporter.ts';
import { fullMessage, placeOf } from './texts.ts';
import { element, openTag, XML_HEADER } from './xml.ts';

/**
 * JUnit XML as Jenkins' schema (xunit-plugin, junit-10.xsd) has it. A transcript is a suite and each of its violations
 * a case; one with none is a case that passes. Only errors fail: a warning must not turn a build red that exits with 0.
 */
export const junit: ReportFormat = {
  name: 'junit',
  about: { zh: 'JUnit XML，供 CI 读取', en: 'JUnit XML, for CI servers' },
  open(context) {
    const { write } = context;
    const problems: Problem[] = [];
    write(`${XML_HEADER}${openTag('testsuites', { name: 'courtesy' })}\n`);
    return {
      verdict(verdict) {
        write(suite(verdict, context));
      },
      problem(problem) {
        problems.push(problem);
      },
      end() {
        if (problems.length > 0) write(unread(problems));
        write('</testsuites>\n');
      },
    };
  },
};

function suite({ file, id, violations }: Verdict, context: ReportContext): string {
  const failures = violations.filter(({ severity }) => severity === 'error').length;
  const counts = { tests: Math.max(1, violations.length), failures, errors: 0 };
  const lines = [`  ${openTag('testsuite', { name: `${file} ${id}`, ...counts, file })}`];
  if (violations.length === 0) {
    lines.push(`    ${element('testcase', { name: id, classname: file })}`);
  }
  for (const violation of violations) {
    lines.push(`    ${openTag('testcase', { name: nameOf(violation), classname: file })}`);
    const { severity, message, rule } = violation;
    const text = `${placeOf({ ...violation, file })}: ${fullMessage(violation, context)}`;
    if (severity === 'error') lines.push(`      ${element('failure', { type: rule, message }, text)}`);
    else
      lines.push(
        `      ${element('system-out', {}, `${context.locale.say(`severity.${severity}`)} ${text}`)}`,
      );
    lines.push('    </testcase>');
  }
  return `${lines.join('\n')}\n  </testsuite>\n`;
}

/** Cases of one name within a class are taken for one case run again, so the place is in the name. */
function nameOf({ rule, line, column }: Violation): string {
  return `${rule} ${line}:${column}`;
}

function unread(problems: readonly Problem[]): string {
  const counts = { tests: problems.length, failures: 0, errors: problems.length };
  const lines = [`  ${openTag('testsuite', { name: 'courtesy input', ...counts })}`];
  for (const problem of problems) {
    const { file, message } = problem;
    lines.push(`    ${openTag('testcase', { name: placeOf(problem), classname: file })}`);
    lines.push(`      ${element('error', { type: 'input', message }, `${placeOf(problem)}: ${message}`)}`);
    lines.push('    </testcase>');
  }
  return `${lines.join('\n')}\n  </testsuite>\n`;
}
