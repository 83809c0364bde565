import type { Problem, Summary, Verdict, Violation } from '../judge/verdict.ts';
import { htmlText, markdownTable, markdownText } from './markdown-text.ts';
import type { ReportContext, ReportFormat } from './reporter.ts';
import { placeOf } from './texts.ts';
import { Totals } from './totals.ts';

/** GitHub takes no job summary above 1 MiB; this many at their longest usual stay below. */
const TRANSCRIPTS = 50;
const VIOLATIONS = 20;
const RULES = 10;
const PROBLEMS = 20;
/** Of characters: quotations are reminders here, and the file has the whole. */
const LONGEST = 200;

/** A summary for the page of a CI job (`--format markdown=$GITHUB_STEP_SUMMARY`) or a merge request. */
export const markdown: ReportFormat = {
  name: 'markdown',
  about: { zh: 'Markdown 摘要，供 CI 任务页', en: 'Markdown summary for the page of a CI job' },
  open(context) {
    const totals = new Totals();
    const lowest = new Lowest();
    const problems: Problem[] = [];
    return {
      verdict(verdict) {
        totals.add(verdict);
        lowest.add(verdict);
      },
      problem(problem) {
        problems.push(problem);
      },
      end(summary) {
        const lines = [
          ...opening(summary, context),
          ...scores(lowest, totals, context),
          ...worstRules(totals, context),
          ...details(lowest, context),
          ...unread(problems, context),
        ];
        context.write(`${lines.join('\n').trimEnd()}\n`);
      },
    };
  },
};

/** What of a transcript the summary shows. */
interface Kept extends Pick<Verdict, 'file' | 'id' | 'agent' | 'score' | 'passed' | 'violations'> {
  more: number;
}

/** The transcripts with the lowest scores, and of two alike the one that came first. */
class Lowest {
  readonly kept: Kept[] = [];

  add({ file, id, agent, score, passed, violations }: Verdict): void {
    const after = this.kept.findIndex((one) => (score ?? Infinity) < (one.score ?? Infinity));
    if (after < 0 && this.kept.length >= TRANSCRIPTS) return;
    const most = violations.slice(0, VIOLATIONS);
    const more = violations.length - most.length;
    this.kept.splice(after < 0 ? this.kept.length : after, 0, {
      file,
      id,
      agent,
      score,
      passed,
      violations: most,
      more,
    });
    this.kept.length = Math.min(this.kept.length, TRANSCRIPTS);
  }
}

function opening(summary: Summary, { locale }: ReportContext): string[] {
  const { files, transcripts, turns, errors, warnings, infos, known, score, passed } = summary;
  const counts = [
    score === null ? locale.say('summary.no-score') : locale.say('summary.score', { score }),
    locale.say('summary.errors', { count: errors }),
    locale.say('summary.warnings', { count: warnings }),
    locale.say('summary.infos', { count: infos }),
    ...(known ? [locale.say('summary.known', { count: known })] : []),
  ];
  return [
    `## ${passed && score !== null ? '✅' : '❌'} ${locale.say('markdown.title')}`,
    '',
    `**${counts.join(' · ')}**`,
    '',
    locale.say('summary.checked', { files, transcripts, turns }),
    '',
  ];
}

function scores({ kept }: Lowest, totals: Totals, context: ReportContext): string[] {
  const { locale } = context;
  const rows = kept.map(({ file, id, agent, score, passed, violations, more }) => [
    score === null ? '–' : Math.round(score * 100) / 100,
    score === null ? '–' : locale.say(passed ? 'score.passed' : 'score.failed'),
    markdownText(file),
    markdownText(id),
    markdownText(agent ?? ''),
    violations.length + more,
  ]);
  const keys = ['score', 'result', 'file', 'transcript', 'agent', 'violations'];
  return section('markdown.lowest', keys, rows, totals.transcripts - kept.length, context);
}

function worstRules(totals: Totals, context: ReportContext): string[] {
  const all = totals.rules();
  const rows = all
    .slice(0, RULES)
    .map(({ rule, severity, violations, transcripts, points }) => [
      markdownText(rule),
      markdownText(context.rules.get(rule)?.title ?? ''),
      context.locale.say(`severity.${severity}`),
      violations,
      transcripts,
      Math.round(points * 100) / 100,
    ]);
  const keys = ['rule', 'title', 'severity', 'violations', 'transcripts', 'points'];
  return section('markdown.worst-rules', keys, rows, all.length - rows.length, context);
}

function details({ kept }: Lowest, context: ReportContext): string[] {
  const { locale } = context;
  const lines = kept
    .filter(({ violations }) => violations.length > 0)
    .flatMap(({ file, id, agent, score, violations, more }) => {
      const about = [file, id, agent, score === null ? null : locale.say('score.score', { score })];
      const title = about.filter((part) => part !== null).map((part) => htmlText(part));
      const headings = ['place', 'severity', 'rule', 'words', 'message', 'instead'];
      const rows = violations.map((violation) => violationRow(file, violation, context));
      return [
        // The empty lines make what is between them markdown again.
        `<details><summary>${title.join(' · ')}</summary>`,
        '',
        ...markdownTable(
          headings.map((key) => locale.say(`table.${key}`)),
          rows,
        ),
        '',
        ...(more > 0 ? [locale.say('markdown.more', { count: more }), ''] : []),
        '</details>',
        '',
      ];
    });
  return lines.length === 0 ? [] : [`### ${locale.say('markdown.violations')}`, '', ...lines];
}

function violationRow(file: string, violation: Violation, { locale }: ReportContext): string[] {
  const { severity, rule, text, message, instead = '' } = violation;
  return [
    markdownText(placeOf({ ...violation, file })),
    locale.say(`severity.${severity}`),
    markdownText(rule),
    ...[text, message, instead].map((one) => markdownText(shortened(one))),
  ];
}

function unread(problems: readonly Problem[], context: ReportContext): string[] {
  const rows = problems
    .slice(0, PROBLEMS)
    .map((problem) => [markdownText(placeOf(problem)), markdownText(shortened(problem.message))]);
  return section('markdown.unread', ['place', 'message'], rows, problems.length - rows.length, context);
}

function section(
  title: string,
  headings: readonly string[],
  rows: readonly (string | number)[][],
  more: number,
  { locale }: ReportContext,
): string[] {
  if (rows.length === 0) return [];
  return [
    `### ${locale.say(title)}`,
    '',
    ...markdownTable(
      headings.map((key) => locale.say(`table.${key}`)),
      rows,
    ),
    '',
    ...(more > 0 ? [locale.say('markdown.more', { count: more }), ''] : []),
  ];
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
