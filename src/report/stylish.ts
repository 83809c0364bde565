import type { Severity, Summary, Verdict, Violation } from '../judge/verdict.ts';
import type { Locale } from '../locale/locale.ts';
import { arithmetic } from './arithmetic.ts';
import { excerpt } from './excerpt.ts';
import { type Ink, inkFor } from './ink.ts';
import { ladderLines } from './ladder-lines.ts';
import type { ReportContext, ReportFormat } from './reporter.ts';
import { safe } from './safe.ts';
import { displayWidth, padStart, wrap } from './width.ts';

/** For people at a terminal: each violation with the words it is about, and what to say instead. */
export const stylish: ReportFormat = {
  name: 'stylish',
  about: {
    zh: '终端阅读：逐处标出原话与改法',
    en: 'for the terminal: every place, with what to say instead',
  },
  async open(context) {
    const page = await pageOf(context);
    let problems = 0;
    return {
      verdict(verdict) {
        if (verdict.violations.length === 0 && !context.explainScore && !context.allChecks) return;
        context.write(`${block(page, verdict).join('\n')}\n\n`);
      },
      problem() {
        // `run` has printed it on stderr already.
        problems++;
      },
      end(summary) {
        if (summary.ladder) context.write(`${ladderLines(page.locale, summary.ladder).join('\n')}\n\n`);
        context.write(`${closing(page, context, summary, problems).join('\n')}\n`);
      },
    };
  },
};

interface Page {
  context: ReportContext;
  locale: Locale;
  ink: Ink;
  width: number;
}

const INDENT = '  ';
const MIN_WIDTH = 40;

async function pageOf(context: ReportContext): Promise<Page> {
  const ink = await inkFor(context.color);
  return { context, locale: context.locale, ink, width: Math.max(MIN_WIDTH, context.width) };
}

function block(page: Page, verdict: Verdict): string[] {
  const lines = [heading(page, verdict)];
  const digits = Math.max(0, ...verdict.violations.map((violation) => String(violation.line).length));
  for (const violation of verdict.violations) {
    lines.push(...violationLines(page, verdict, violation, digits), '');
  }
  lines.push(...scoreLines(page, verdict));
  if (page.context.allChecks) lines.push(...checkLines(page, verdict));
  return lines;
}

function heading({ locale, ink }: Page, verdict: Verdict): string {
  const about = [locale.say('report.transcript', { id: safe(verdict.id) })];
  if (verdict.agent !== null) about.push(locale.say('report.agent', { agent: safe(verdict.agent) }));
  return `${ink.bold.underline(safe(verdict.file))}  ${ink.dim(about.join(' · '))}`;
}

function violationLines(page: Page, verdict: Verdict, violation: Violation, digits: number): string[] {
  const { ink, locale } = page;
  const gutter = `${INDENT}${INDENT}${' '.repeat(digits)} `;
  const lines = titleLines(page, verdict.file, violation);

  const turn = verdict.turns[violation.turn - 1];
  if (turn !== undefined) {
    const label = `${locale.say(`role.${turn.role}`)}${INDENT}`;
    const bar = ink.dim('│');
    const found = excerpt(turn.text, violation.span, page.width - displayWidth(`${gutter}│ ${label}`));
    const paint = severityInk(ink, violation.severity);
    const words = found.words === '' ? '' : paint(found.words);
    const number = padStart(String(violation.line), gutter.length - 1);
    lines.push(`${ink.dim(number)} ${bar} ${ink.dim(label)}${found.before}${words}${found.after}`);
    if (found.width > 0) {
      const before = ' '.repeat(displayWidth(label) + found.from);
      lines.push(`${gutter}${bar} ${before}${paint('^'.repeat(found.width))}`);
    }
  }

  const note = (label: string, text: string, how: (text: string) => string = (same) => same) => {
    const room = page.width - gutter.length - 2;
    const [first, ...rest] = wrap(safe(text), room - displayWidth(label));
    const hanging = ' '.repeat(2 + displayWidth(label));
    lines.push(`${gutter}${ink.dim('=')} ${ink.dim(label)}${how(first ?? '')}`);
    for (const line of rest) lines.push(`${gutter}${hanging}${how(line)}`);
  };
  if (violation.searched !== undefined) {
    const { fromLine: from, toLine: to } = violation.searched;
    note('', locale.say(from === to ? 'report.searched-line' : 'report.searched', { from, to }), ink.dim);
  }
  const why = page.context.rules.get(violation.rule)?.why;
  if (why) note(locale.say('report.why'), why);
  if (violation.clauses.length > 0) {
    note(locale.say('report.clauses'), violation.clauses.join(locale.say('report.joiner')));
  }
  if (violation.instead) note(locale.say('report.instead'), violation.instead, ink.green);
  return lines;
}

/** Place, severity, message and rule: on one line where there is room, otherwise the message stands below. */
function titleLines(page: Page, file: string, violation: Violation): string[] {
  const { ink, locale, width } = page;
  const place = `${safe(file)}:${violation.line}:${violation.column}`;
  const severity = locale.say(`severity.${violation.severity}`);
  const message = safe(violation.message);
  const rule = safe(violation.rule);
  const head = `${INDENT}${place}${INDENT}${severityInk(ink, violation.severity)(severity)}`;
  const headWidth = displayWidth(`${INDENT}${place}${INDENT}${severity}`);
  if (headWidth + displayWidth(`${message}${rule}`) + 2 * INDENT.length <= width) {
    return [`${head}${INDENT}${ink.bold(message)}${INDENT}${ink.dim(rule)}`];
  }
  const indent = INDENT.repeat(2);
  const lines = wrap(message, width - indent.length);
  const last = lines.at(-1) ?? '';
  const room = displayWidth(`${indent}${last}${INDENT}${rule}`) <= width;
  const shown = lines.map((line) => `${indent}${ink.bold(line)}`);
  if (room) shown[shown.length - 1] += `${INDENT}${ink.dim(rule)}`;
  else shown.push(`${indent}${ink.dim(rule)}`);
  return [head, ...shown];
}

function scoreLines(page: Page, verdict: Verdict): string[] {
  const { ink, locale, width } = page;
  if (verdict.score === null) return [`${INDENT}${ink.dim(locale.say('score.none'))}`];
  const paint = verdict.passed ? ink.green : ink.red;
  const score = locale.say('score.score', { score: round(verdict.score) });
  const mark = locale.say(verdict.passed ? 'score.passed' : 'score.failed');
  const about = verdict.sections.map(({ name, score: of }) =>
    locale.say('score.section', { name: safe(name), score: round(of) }),
  );
  if (verdict.vetoedBy !== null) {
    const before = round(verdict.scoreBeforeVeto ?? 0);
    about.unshift(locale.say('score.veto', { rule: safe(verdict.vetoedBy), before }));
  }
  const [first = '', ...rest] = wrap(
    about.join(' · '),
    width - 2 * INDENT.length,
    width - displayWidth(`${INDENT}${score}${INDENT}${mark}${INDENT}`),
  );
  const lines = [`${INDENT}${ink.bold(score)}${INDENT}${paint(mark)}${INDENT}${ink.dim(first)}`.trimEnd()];
  for (const line of rest) lines.push(`${INDENT}${INDENT}${ink.dim(line)}`);
  if (page.context.explainScore) {
    for (const line of arithmetic(verdict, locale)) lines.push(`${INDENT}${INDENT}${ink.dim(line)}`);
  }
  return lines;
}

function checkLines({ ink, locale }: Page, verdict: Verdict): string[] {
  const { passed, failed, notApplicable: na } = verdict.checks;
  const lines = [`${INDENT}${locale.say('report.checks', { passed, failed, na })}`];
  for (const check of verdict.checkList) {
    const reason = check.reason === undefined ? '' : `${INDENT}${ink.dim(safe(check.reason))}`;
    const mark =
      check.outcome === 'pass' ? ink.green('✓') : check.outcome === 'fail' ? ink.red('✗') : ink.dim('–');
    lines.push(`${INDENT}${INDENT}${mark} ${safe(check.rule)}${reason}`);
  }
  return lines;
}

function closing(page: Page, context: ReportContext, summary: Summary, problems: number): string[] {
  const { ink, locale, width } = page;
  const packs = context.packs.map(({ name, version, rules }) =>
    locale.say('summary.pack', { name: safe(name), version: safe(version), rules }),
  );
  const { files, transcripts, turns } = summary;
  const rules = context.packs.reduce((sum, pack) => sum + pack.rules, 0);
  const lines = [
    ...wrap(locale.say('summary.checked', { files, transcripts, turns }), width),
    ...wrap(locale.say('summary.packs', { rules, packs: packs.join(locale.say('report.joiner')) }), width),
  ].map((line) => ink.dim(line));

  const clean = summary.errors + summary.warnings + summary.infos === 0;
  const counted: [text: string, paint?: Ink][] = [];
  if (clean && transcripts > 0) {
    // Where no rule applied, nothing was found because nothing was looked at.
    if (!summary.passed) counted.push([locale.say('summary.not-passed')]);
    else if (summary.score !== null) counted.push([locale.say('summary.all-passed')]);
  } else if (!clean) {
    const count = (key: string, number: number, paint: Ink) =>
      counted.push([locale.say(key, { count: number }), number > 0 ? paint : ink.dim]);
    count('summary.errors', summary.errors, ink.red);
    count('summary.warnings', summary.warnings, ink.yellow);
    count('summary.infos', summary.infos, ink.cyan);
  }
  if (summary.known) counted.push([locale.say('summary.known', { count: summary.known })]);
  if (summary.score !== null) counted.push([locale.say('summary.score', { score: round(summary.score) })]);
  else if (transcripts > 0) counted.push([locale.say('summary.no-score')]);
  if (problems > 0) counted.push([locale.say('summary.problems', { count: problems }), ink.yellow]);

  if (counted.length === 0) return lines;
  let last = summary.passed && summary.score !== null ? ink.green('✓') : ink.red('✗');
  let used = 1;
  for (const [index, [text, paint]] of counted.entries()) {
    const joiner = index === 0 ? ' ' : ' · ';
    const room = used + joiner.length + displayWidth(text) <= width;
    const shown = paint === undefined ? text : paint(text);
    used = (room ? used + joiner.length : INDENT.length) + displayWidth(text);
    last += room ? joiner + shown : `\n${INDENT}${shown}`;
  }
  return [...lines, last];
}

function severityInk(ink: Ink, severity: Severity): Ink {
  return severity === 'error' ? ink.red : severity === 'warning' ? ink.yellow : ink.cyan;
}

function round(score: number): number {
  return Math.round(score * 100) / 100;
}
