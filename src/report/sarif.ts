import type { Notification, ReportingDescriptor, Result, ToolComponent } from 'sarif';
import type { Problem, Severity, Verdict, Violation } from '../judge/verdict.ts';
import { remember } from '../remember.ts';
import { fingerprint, wordsKey } from './fingerprint.ts';
import type { ReportContext, ReportFormat, RuleInfo } from './reporter.ts';
import { artifact, sarifMessage } from './sarif-text.ts';
import { fullMessage, jsonText, wellFormed } from './texts.ts';

/**
 * SARIF 2.1.0 (OASIS Standard, https://docs.oasis-open.org/sarif/sarif/v2.1.0/), section numbers below are its own.
 * Results are written as they come; the rules they point to follow, since a configuration deep in the folders may add
 * some while the run goes on.
 */
export const sarif: ReportFormat = {
  name: 'sarif',
  about: { zh: 'SARIF 2.1.0，供代码扫描平台读取', en: 'SARIF 2.1.0, for code scanning' },
  open(context) {
    const { write } = context;
    const places = new Map<string, number>();
    const placeIn = (rule: string): number => remember(places, rule, () => places.size);
    for (const rule of context.rules.keys()) placeIn(rule);
    const problems: Problem[] = [];
    let first = true;
    write(
      `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{\n` +
        `"columnKind":"utf16CodeUnits","originalUriBaseIds":${jsonText(BASES)},\n"results":[`,
    );
    return {
      verdict(verdict) {
        for (const violation of verdict.violations) {
          const result = resultOf(verdict, violation, context, placeIn(violation.rule));
          write(`${first ? '' : ','}\n${jsonText(result)}`);
          first = false;
        }
      },
      problem(problem) {
        problems.push(problem);
      },
      end() {
        // 3.20.14: a file that was skipped does not make the run a failure; its notification tells of it.
        const invocation = {
          executionSuccessful: true,
          toolExecutionNotifications: problems.map(notificationOf),
        };
        for (const rule of context.rules.keys()) placeIn(rule);
        const driver = driverOf(context, [...places.keys()]);
        write(
          `${first ? '' : '\n'}],\n"tool":${jsonText({ driver })},\n` +
            `"invocations":[${jsonText(invocation)}]}]}\n`,
        );
      },
    };
  },
};

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Where relative addresses start. The folder itself is not written: it is the reader's, and differs by machine. */
const BASES = { '%SRCROOT%': { description: { text: 'The folder that courtesy was run in.' } } };

/** 3.27.10 */
const LEVEL: Record<Severity, Result.level> = { error: 'error', warning: 'warning', info: 'note' };

function driverOf(context: ReportContext, rules: readonly string[]): ToolComponent {
  const { version, packs, locale } = context;
  return {
    name: 'courtesy',
    version,
    // 3.19.12: tells a reader that versions can be compared.
    semanticVersion: version,
    language: locale.name === 'zh' ? 'zh-CN' : 'en',
    properties: { packs: packs.map(({ name, version, title }) => ({ name, version, title })) },
    rules: rules.map((id) => {
      const rule = context.rules.get(id);
      return rule === undefined ? { id } : descriptorOf(rule, context);
    }),
  };
}

function descriptorOf(rule: RuleInfo, { locale }: ReportContext): ReportingDescriptor {
  const { id, title, why, instead, clauses, source, severity, points, kind } = rule;
  const clauseLine = [clauses.join(locale.say('report.joiner')), source].filter(Boolean).join(' · ');
  const parts: [label: string, text: string | undefined][] = [
    [locale.say('report.why'), why],
    [locale.say('report.clauses'), clauseLine],
    [locale.say('report.instead'), instead],
  ];
  const given = parts.filter(([, text]) => text);
  return {
    id,
    shortDescription: { text: wellFormed(title) },
    fullDescription: { text: wellFormed(why || title) },
    help: {
      text: wellFormed([title, ...given.map(([label, text]) => `${label}${text}`)].join('\n')),
      // A pack's words are not markdown: what would be markup in them is escaped.
      markdown: wellFormed(
        [escaped(title), ...given.map(([label, text]) => `**${label.trim()}** ${escaped(text!)}`)].join(
          '\n\n',
        ),
      ),
    },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { tags: tagsOf(clauses), kind, points, ...(source ? { source: wellFormed(source) } : {}) },
  };
}

/** 3.8.2: no tag twice. */
function tagsOf(clauses: readonly string[]): string[] {
  return [...new Set(clauses)];
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}

function resultOf(verdict: Verdict, violation: Violation, context: ReportContext, ruleIndex: number): Result {
  const { line, column, endLine, endColumn, rule, turn, role, points, clauses, searched } = violation;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVEL[violation.severity],
    message: { text: sarifMessage(fullMessage(violation, context)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(verdict.file),
          region: {
            startLine: line,
            startColumn: column,
            endLine,
            endColumn,
            ...(violation.text === '' ? {} : { snippet: { text: wellFormed(violation.text) } }),
          },
        },
        logicalLocations: [{ name: wellFormed(verdict.id), kind: 'transcript' }],
      },
    ],
    partialFingerprints: { 'wordsRuleTurn/v1': fingerprint(wordsKey(violation)) },
    properties: {
      tags: tagsOf(clauses),
      transcript: wellFormed(verdict.id),
      ...(verdict.agent === null ? {} : { agent: wellFormed(verdict.agent) }),
      turn,
      role,
      points,
      ...(searched === undefined ? {} : { searched }),
    },
  };
}

function notificationOf({ file, line, column, message }: Problem): Notification {
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column } };
  return {
    level: 'error',
    message: { text: sarifMessage(message) },
    locations: [{ physicalLocation: { artifactLocation: artifact(file), ...region } }],
  };
}
