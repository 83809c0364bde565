/** What `courtesy appeals` prints. */
import type { Locale } from '../locale/locale.ts';
import { columnsIn, type Section, section, type TablesReport } from '../report/tables.ts';
import { placeOf } from '../report/texts.ts';
import type { AppealCase, Appeals } from './collect.ts';
import { FEW, type Precision, precisionOf } from './precision.ts';

export function appealsReport({ transcripts, cases, rules }: Appeals, locale: Locale): TablesReport {
  const measured = precisionOf(rules);
  const found = cases.filter(({ violations }) => violations.length > 0);
  const gone = cases.filter(({ violations }) => violations.length === 0);
  const summary = [locale.say('appeals.summary', { transcripts, ...sums(measured), ...counted(cases) })];
  if (cases.length === 0) summary.push(locale.say('appeals.none'));
  else summary.push(locale.say('appeals.meaning'));
  return {
    title: locale.say('appeals.title'),
    summary,
    sections: [listed(found, locale), notThere(gone, locale), byRule(measured, locale)],
    list: everyCase(cases, locale),
    data: {
      summary: { transcripts, ...sums(measured), ...counted(cases), notFound: gone.length },
      appeals: cases.map(({ appeal, ...about }) => ({ ...about, ...appeal })),
      rules: measured,
    },
  };
}

const sums = (rules: readonly Precision[]) => ({
  violations: rules.reduce((sum, { found }) => sum + found, 0),
});

function counted(cases: readonly AppealCase[]) {
  const count = (wanted: string): number => cases.filter(({ appeal }) => appeal.decision === wanted).length;
  return {
    appeals: cases.length,
    upheld: count('upheld'),
    rejected: count('rejected'),
    pending: count('pending'),
  };
}

function listed(cases: readonly AppealCase[], locale: Locale): Section {
  const column = columnsIn<AppealCase>(locale);
  const columns = [
    column('place', 'text', ({ file, violations: [first] }) => placeOf({ file, ...first })),
    column('rule', 'text', ({ rule }) => rule),
    column('words', 'text', (one) => wordsOf(one, locale), true),
    column('by', 'text', ({ appeal }) => appeal.by, true),
    column('date', 'date', ({ appeal }) => appeal.date),
    column('decision', 'text', ({ appeal }) => locale.say(`appeals.${appeal.decision}`)),
  ];
  return section(locale.say('appeals.listed'), columns, cases);
}

function notThere(cases: readonly AppealCase[], locale: Locale): Section {
  const column = columnsIn<AppealCase>(locale);
  const columns = [
    column('place', 'text', ({ written }) => placeOf(written)),
    column('rule', 'text', ({ rule }) => rule),
    column('turn', 'whole', ({ turn }) => turn),
    column('by', 'text', ({ appeal }) => appeal.by, true),
    column('decision', 'text', ({ appeal }) => locale.say(`appeals.${appeal.decision}`)),
  ];
  return section(locale.say('appeals.not-there'), columns, cases, {
    notes: [locale.say('appeals.not-there-note')],
  });
}

/** Rules that nobody appealed against are counted below the table. */
function byRule(rules: readonly Precision[], locale: Locale): Section {
  const column = columnsIn<Precision>(locale);
  const columns = [
    column('rule', 'text', ({ rule }) => rule),
    column('found', 'whole', ({ found }) => found),
    column('appealed', 'whole', ({ appealed }) => appealed),
    column('upheld', 'whole', ({ upheld }) => upheld),
    column('rejected', 'whole', ({ rejected }) => rejected),
    column('pending', 'whole', ({ pending }) => pending),
    column('precision', 'percent', ({ precision }) => precision),
    column('interval', 'text', ({ interval, few }) => `${interval.map(whole).join('–')}%${few ? ' *' : ''}`),
    column('of-decided', 'percent', ({ precisionOfDecided }) => precisionOfDecided),
  ];
  const appealed = rules.filter((one) => one.appealed > 0);
  const others = rules.length - appealed.length;
  const notes = [
    ...(appealed.some(({ few }) => few) ? [locale.say('appeals.few', { few: FEW })] : []),
    ...(others > 0 ? [locale.say('appeals.others', { rules: others })] : []),
  ];
  return section(locale.say('appeals.by-rule'), columns, appealed, { notes });
}

function everyCase(cases: readonly AppealCase[], locale: Locale): Section {
  const column = columnsIn<AppealCase>(locale);
  const columns = [
    column('file', 'text', ({ file }) => file),
    column('transcript', 'text', ({ id }) => id),
    column('agent', 'text', ({ agent }) => agent),
    column('turn', 'whole', ({ turn, violations: [first] }) => first?.turn ?? turn),
    column('line', 'whole', ({ violations: [first] }) => first?.line),
    column('column', 'whole', ({ violations: [first] }) => first?.column),
    column('rule', 'text', ({ rule }) => rule),
    column('words', 'text', (one) => wordsOf(one, locale)),
    column('violations', 'whole', ({ violations }) => violations.length),
    column('by', 'text', ({ appeal }) => appeal.by),
    column('date', 'date', ({ appeal }) => appeal.date),
    column('decision', 'text', ({ appeal }) => locale.say(`appeals.${appeal.decision}`)),
    column('decided-by', 'text', ({ appeal }) => appeal.decidedBy),
    column('reason', 'text', ({ reason }) => reason),
    column('note', 'text', ({ appeal }) => appeal.note),
    column('written', 'text', ({ written }) => placeOf(written)),
  ];
  return section(locale.say('appeals.listed'), columns, cases);
}

/** The words in question; what was never said has none. */
const wordsOf = ({ violations }: AppealCase, locale: Locale): string | null =>
  violations
    .map(({ text }) => text)
    .filter(Boolean)
    .join(locale.say('report.joiner')) || null;

const whole = (share: number): number => Math.round(share * 100);
