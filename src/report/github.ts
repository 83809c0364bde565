import { relative, resolve } from 'node:path';
import type { Severity, Violation } from '../judge/verdict.ts';
import type { ReportContext, ReportFormat } from './reporter.ts';
import { safe } from './safe.ts';
import { fullMessage, SEVERITIES } from './texts.ts';

/** GitHub shows ten annotations of a level for each step and drops the others without a word. */
const SHOWN = 10;

const COMMAND: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Annotations in a pull request by GitHub's workflow commands
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). The dearest of each level are
 * shown, so they are known at the end only; no more than those are kept.
 */
export const github: ReportFormat = {
  name: 'github',
  about: { zh: 'GitHub Actions 注解，每级最多 10 条', en: 'GitHub Actions annotations, ten a level at most' },
  open(context) {
    const levels = Object.fromEntries(SEVERITIES.map((severity) => [severity, new Worst()]));
    return {
      verdict({ file, violations }) {
        for (const violation of violations) levels[violation.severity]!.add({ ...violation, file });
      },
      // stderr has them, and the step that failed to read is red.
      problem() {},
      end({ known }) {
        for (const severity of SEVERITIES) {
          const { shown, more } = levels[severity]!;
          for (const place of shown) context.write(`${annotation(place, context)}\n`);
          if (more === 0) continue;
          const name = context.locale.say(`severity.${severity}`);
          context.write(`${context.locale.say('report.more-of', { count: more, severity: name })}\n`);
        }
        if (known) context.write(`${context.locale.say('summary.known', { count: known })}\n`);
      },
    };
  },
};

type Place = Violation & { file: string };

/** The first few by what they cost; of two that cost the same, the one that came first. */
class Worst {
  readonly shown: Place[] = [];
  more = 0;

  add(place: Place): void {
    const after = this.shown.findIndex(({ points }) => points < place.points);
    if (after >= 0) this.shown.splice(after, 0, place);
    else if (this.shown.length < SHOWN) this.shown.push(place);
    else {
      this.more++;
      return;
    }
    if (this.shown.length > SHOWN) {
      this.shown.pop();
      this.more++;
    }
  }
}

function annotation(place: Place, context: ReportContext): string {
  const { file, line, column, endLine, endColumn, rule, severity } = place;
  const title = context.rules.get(rule)?.title;
  const values = {
    // A path with such characters is not found by its name then, but the log is read in terminals too.
    file: safe(inWorkspace(file)),
    line,
    endLine,
    col: column,
    // The runner ignores columns of a place that goes over several lines.
    endColumn: endLine === line && endColumn > column ? endColumn : undefined,
    title: safe(title ? `${title} (${rule})` : rule),
  };
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const list = given.map(([key, value]) => `${key}=${property(String(value))}`).join(',');
  const text = fullMessage(place, context).split('\n').map(safe).join('\n');
  return `::${COMMAND[severity]} ${list}::${data(text)}`;
}

/** Annotations are found by the path from the repository's top, wherever in it the command was run. */
function inWorkspace(file: string): string {
  const workspace = process.env.GITHUB_WORKSPACE;
  if (!workspace) return file;
  const path = relative(workspace, resolve(file)).replaceAll('\\', '/');
  return path.startsWith('../') ? file : path;
}

/** As the runner unescapes it (actions/toolkit, command.ts): a line break would end the command and begin another. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
