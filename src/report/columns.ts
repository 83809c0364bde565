import type { Verdict, Violation } from '../judge/verdict.ts';
import type { ReportContext } from './reporter.ts';
import { SEVERITIES } from './texts.ts';
import { type AgentTotal, mean, type RuleTotal } from './totals.ts';

/** What a column holds, so that a spreadsheet sorts and adds it up as what it is. Dates are YYYY-MM-DD. */
export type Kind = 'text' | 'whole' | 'decimal' | 'percent' | 'date';
export type Tone = 'bad' | 'doubtful' | 'good' | 'note';
/** Values that have the colours of bad, middling and good; what lies between them has one between. */
export type Scale = readonly [bad: number, middling: number, good: number];

/** From 50, below which hardly a score is, to 100, so that colours mean the same in every report. */
const SCORES: Scale = [50, 75, 100];

export interface Column<Row> {
  heading: string;
  kind: Kind;
  of(row: Row): string | number | null | undefined;
  /** Values of this column that are coloured. */
  marks?: readonly { equals: string; tone: Tone }[];
  /** Coloured by value. */
  scale?: Scale;
  /** Half-width characters beyond which a spreadsheet wraps its text. */
  widest?: number;
}

/** One violation and where it was found. */
export interface Found {
  verdict: Verdict;
  violation: Violation;
}

type Rest<Row> = Partial<Pick<Column<Row>, 'marks' | 'scale'>>;

/** Makes columns with headings in the user's language. */
function headed<Row>({ locale }: ReportContext) {
  return (key: string, kind: Kind, of: Column<Row>['of'], rest: Rest<Row> = {}): Column<Row> => ({
    heading: locale.say(`table.${key}`),
    kind,
    of,
    ...rest,
  });
}

function severityMarks({ locale }: ReportContext): Column<never>['marks'] {
  const tones = { error: 'bad', warning: 'doubtful', info: 'note' } as const;
  return SEVERITIES.map((severity) => ({
    equals: locale.say(`severity.${severity}`),
    tone: tones[severity],
  }));
}

/** @param ends whether the places where words end are wanted: programs want them, people do not */
export function violationColumns(context: ReportContext, ends: boolean): Column<Found>[] {
  const { locale, rules } = context;
  const column = headed<Found>(context);
  return [
    column('file', 'text', ({ verdict }) => verdict.file),
    column('transcript', 'text', ({ verdict }) => verdict.id),
    column('agent', 'text', ({ verdict }) => verdict.agent),
    column('date', 'date', ({ verdict }) => dateOf(verdict)),
    column('line', 'whole', ({ violation }) => violation.line),
    column('column', 'whole', ({ violation }) => violation.column),
    ...(ends
      ? [
          column('end-line', 'whole', ({ violation }) => violation.endLine),
          column('end-column', 'whole', ({ violation }) => violation.endColumn),
        ]
      : []),
    column('turn', 'whole', ({ violation }) => violation.turn),
    column('role', 'text', ({ violation }) => locale.say(`role.${violation.role}`)),
    column('severity', 'text', ({ violation }) => locale.say(`severity.${violation.severity}`), {
      marks: severityMarks(context),
    }),
    column('rule', 'text', ({ violation }) => violation.rule),
    ...(ends ? [column('title', 'text', ({ violation }) => rules.get(violation.rule)?.title)] : []),
    column('points', 'decimal', ({ violation }) => violation.points),
    column('clauses', 'text', ({ violation }) => violation.clauses.join(locale.say('report.joiner'))),
    column('words', 'text', ({ violation }) => violation.text),
    column('message', 'text', ({ violation }) => violation.message),
    column('instead', 'text', ({ violation }) => violation.instead),
  ];
}

export function transcriptColumns(context: ReportContext): Column<Verdict>[] {
  const { locale } = context;
  const column = headed<Verdict>(context);
  const [passed, failed] = [locale.say('score.passed'), locale.say('score.failed')];
  const count = (verdict: Verdict, wanted: Violation['severity']) =>
    verdict.violations.filter(({ severity }) => severity === wanted).length;
  return [
    column('file', 'text', ({ file }) => file),
    column('transcript', 'text', ({ id }) => id),
    column('agent', 'text', ({ agent }) => agent),
    column('date', 'date', dateOf),
    column('language', 'text', ({ language }) => locale.say(`language.${language}`)),
    column('turns', 'whole', ({ turns }) => turns.length),
    column('score', 'decimal', ({ score }) => score, { scale: SCORES }),
    column('result', 'text', (one) => (one.score === null ? null : one.passed ? passed : failed), {
      marks: [
        { equals: failed, tone: 'bad' },
        { equals: passed, tone: 'good' },
      ],
    }),
    column('before-veto', 'decimal', ({ scoreBeforeVeto, vetoedBy }) => (vetoedBy ? scoreBeforeVeto : null)),
    column('vetoed-by', 'text', ({ vetoedBy }) => vetoedBy),
    column('sections', 'text', ({ sections }) =>
      sections.map(({ name, score }) => `${name} ${Math.round(score * 10) / 10}`).join(' · '),
    ),
    column('errors', 'whole', (verdict) => count(verdict, 'error')),
    column('warnings', 'whole', (verdict) => count(verdict, 'warning')),
    column('infos', 'whole', (verdict) => count(verdict, 'info')),
    column('passed-checks', 'whole', ({ checks }) => checks.passed),
    column('failed-checks', 'whole', ({ checks }) => checks.failed),
    column('na-checks', 'whole', ({ checks }) => checks.notApplicable),
  ];
}

export function agentColumns(context: ReportContext): Column<AgentTotal>[] {
  const column = headed<AgentTotal>(context);
  const all = ({ violations }: AgentTotal) => violations.error + violations.warning + violations.info;
  return [
    column('agent', 'text', ({ agent }) => agent ?? context.locale.say('table.no-agent')),
    column('transcripts', 'whole', ({ transcripts }) => transcripts),
    column('scored', 'whole', ({ scored }) => scored),
    column('mean', 'decimal', mean, { scale: SCORES }),
    column('lowest', 'decimal', ({ lowest }) => lowest),
    column('passed', 'whole', ({ passed }) => passed),
    column('pass-rate', 'percent', ({ passed, scored }) => (scored === 0 ? null : passed / scored)),
    column('violations', 'whole', all),
    column('per-transcript', 'decimal', (total) => all(total) / total.transcripts),
    column('errors', 'whole', ({ violations }) => violations.error),
    column('warnings', 'whole', ({ violations }) => violations.warning),
    column('infos', 'whole', ({ violations }) => violations.info),
    column('points', 'decimal', ({ points }) => points),
  ];
}

/** @param transcripts how many there were in all, known once the last has been seen */
export function ruleColumns(context: ReportContext, transcripts: () => number): Column<RuleTotal>[] {
  const { locale, rules } = context;
  const column = headed<RuleTotal>(context);
  return [
    column('rule', 'text', ({ rule }) => rule),
    column('title', 'text', ({ rule }) => rules.get(rule)?.title),
    column('severity', 'text', ({ severity }) => locale.say(`severity.${severity}`), {
      marks: severityMarks(context),
    }),
    column('violations', 'whole', ({ violations }) => violations),
    column('transcripts', 'whole', (total) => total.transcripts),
    column('share', 'percent', (total) => total.transcripts / Math.max(1, transcripts())),
    column('points', 'decimal', ({ points }) => points),
    column('clauses', 'text', ({ rule }) => rules.get(rule)?.clauses.join(locale.say('report.joiner'))),
    column('source', 'text', ({ rule }) => rules.get(rule)?.source),
    column('instead', 'text', ({ rule }) => rules.get(rule)?.instead),
  ];
}

/** The day of the conversation, where the file states it in ISO 8601. */
function dateOf({ meta, turns }: Verdict): string | null {
  const candidates = [meta.date, turns.find((turn) => turn.time !== undefined)?.time];
  for (const one of candidates) {
    const [day] = (typeof one === 'string' && /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(one)) || [];
    // 2026-02-30 has a date's form and is none.
    if (day !== undefined && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)) return day;
  }
  return null;
}
