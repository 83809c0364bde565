/** What `courtesy agree --exercise` prints. */
import type { Locale } from '../locale/locale.ts';
import { columnsIn, percent, type Section, section, type TablesReport } from '../report/tables.ts';
import type { ExerciseAgreement, MarkAgreement, MarkPair, TotalAgreement } from './agree.ts';

/** Differences and names that people are shown. */
const MOST = 20;
const NAMED = 5;

/** @param human the file with the trainer's marks, as the user named it */
export function exerciseAgreementReport(
  agreement: ExerciseAgreement,
  human: string,
  locale: Locale,
): TablesReport {
  const { overall, totals, items, differences } = agreement;
  return {
    title: locale.say('grade-agree.title'),
    summary: summary(agreement, human, locale),
    sections: [
      measures(overall, totals, locale),
      byItem(items, locale),
      differing(locale.say('grade-agree.differences'), differences, locale),
    ],
    list: differing(locale.say('grade-agree.differences'), differences, locale),
    data: { human, ...agreement },
  };
}

function measures(overall: MarkAgreement, totals: TotalAgreement, locale: Locale): Section {
  const column = columnsIn<{ key: string; value: string; count: number }>(locale);
  const share = (value: number | null) => (value === null ? '–' : percent(value));
  const points = (value: number | null) => (value === null ? '–' : `${value.toFixed(1)}%`);
  const number = (value: number | null) =>
    value === null ? locale.say('grade-agree.undefined') : value.toFixed(2);
  const { marks } = overall;
  const { trainees } = totals;
  const rows = [
    { key: 'near', value: share(overall.near), count: marks },
    { key: 'exact', value: share(overall.exact), count: marks },
    { key: 'error', value: points(overall.meanAbsoluteError), count: marks },
    { key: 'bias', value: points(overall.bias), count: marks },
    { key: 'kappa', value: number(overall.kappa), count: marks },
    { key: 'pearson', value: number(overall.pearson), count: marks },
    { key: 'totals-spearman', value: number(totals.spearman), count: trainees },
    { key: 'totals-pearson', value: number(totals.pearson), count: trainees },
    { key: 'totals-error', value: points(totals.meanAbsoluteError), count: trainees },
  ];
  const columns = [
    column('measure', 'text', ({ key }) => locale.say(`grade-agree.${key}`)),
    column('value', 'text', ({ value }) => value),
    column('compared', 'whole', ({ count }) => count),
  ];
  const notes = [locale.say('grade-agree.share-note'), locale.say('grade-agree.kappa-note')];
  return section(locale.say('agree.measures'), columns, rows, { notes });
}

function byItem(items: ExerciseAgreement['items'], locale: Locale): Section {
  const column = columnsIn<ExerciseAgreement['items'][number]>(locale);
  const columns = [
    column('item', 'text', ({ item }) => item),
    column('compared', 'whole', ({ marks }) => marks),
    column('near', 'percent', ({ near }) => near),
    column('exact', 'percent', ({ exact }) => exact),
    column('error', 'percent', (one) => asShare(one.meanAbsoluteError)),
    column('bias', 'percent', ({ bias }) => asShare(bias)),
    column('pearson', 'decimal', (one) => one.pearson),
    column('kappa', 'decimal', ({ kappa }) => kappa),
  ];
  return section(locale.say('grade-agree.by-item'), columns, items);
}

const asShare = (value: number | null) => (value === null ? null : value / 100);

function differing(title: string, differences: readonly MarkPair[], locale: Locale): Section {
  const column = columnsIn<MarkPair>(locale);
  const columns = [
    column('trainee', 'text', ({ trainee }) => trainee, true),
    column('item', 'text', ({ item }) => item, true),
    column('possible', 'decimal', ({ possible }) => possible),
    column('ours', 'decimal', ({ ours }) => ours),
    column('human', 'decimal', ({ human }) => human),
    column('difference', 'decimal', ({ ours, human }) => ours - human),
  ];
  return section(title, columns, differences, { most: MOST });
}

function summary(
  { overall, totals, differences, unmatched, unmarked }: ExerciseAgreement,
  human: string,
  locale: Locale,
): string[] {
  const counts = { marks: overall.marks, trainees: totals.trainees, differing: differences.length };
  const lines = [locale.say('grade-agree.compared', { ...counts, human })];
  const some = (names: Iterable<string>) => {
    const all = [...new Set(names)];
    const first = all.slice(0, NAMED).join(locale.say('report.joiner'));
    return { count: all.length, names: all.length > NAMED ? `${first}…` : first };
  };
  if (unmatched.length > 0)
    lines.push(locale.say('grade-agree.unmatched', some(unmatched.map(({ trainee }) => trainee))));
  if (unmarked.length > 0) lines.push(locale.say('grade-agree.unmarked', some(unmarked)));
  return lines;
}
