/** What `courtesy agree` prints of conversations. */
import type { Locale } from '../locale/locale.ts';
import { columnsIn, percent, type Section, section, type TablesReport } from '../report/tables.ts';
import { placeOf } from '../report/texts.ts';
import {
  type Agreement,
  agreementOf,
  type Disagreement,
  type PassAgreement,
  type RuleAgreement,
  type ScoreAgreement,
} from './agreement.ts';
import type { Compared } from './comparing.ts';

/** Disagreements that people are shown, and rows that are named. */
const MOST = 30;
const NAMED = 5;

/** @param human the file with people's ratings, as the user named it */
export function agreeReport(compared: Compared, human: string, locale: Locale): TablesReport {
  const agreement = agreementOf(compared);
  const { pass, scores, rules, disagreements } = agreement;
  return {
    title: locale.say('agree.title'),
    summary: summary(compared, agreement, human, locale),
    sections: [measures(pass, scores, locale), byRule(rules, locale), toTalkAbout(disagreements, locale)],
    list: disagreementList(disagreements, locale),
    data: {
      human,
      cases: compared.cases.length,
      passFromScore: compared.passFromScore,
      pass,
      scores,
      rules,
      disagreements,
      unmatched: compared.unmatched.map(({ line, file, id }) => ({
        line,
        file: file || null,
        id: id || null,
      })),
      unrated: compared.unrated,
    },
  };
}

/** The measures that are said of pass or fail and of scores; one without cases is left out. */
export function measures(pass: PassAgreement, scores: ScoreAgreement, locale: Locale): Section {
  const column = columnsIn<{ key: string; value: string; cases: number }>(locale);
  const row = (key: string, cases: number, value: string) => ({ key, value, cases });
  const said = (value: number | null, undefinedKey: string): string =>
    value === null ? locale.say(undefinedKey) : value.toFixed(2);
  const rows = [
    row('agreement', pass.cases, withInterval(pass, locale)),
    row('kappa', pass.cases, said(pass.kappa, 'agree.one-class')),
    row('weighted-kappa', scores.cases, said(scores.weightedKappa, 'agree.scores-alike')),
    row('difference', scores.cases, said(scores.meanAbsoluteDifference, 'agree.scores-alike')),
    row('pearson', scores.cases, said(scores.pearson, 'agree.no-spread')),
    row('spearman', scores.cases, said(scores.spearman, 'agree.no-spread')),
  ].filter(({ cases }) => cases > 0);
  const columns = [
    column('measure', 'text', ({ key }) => locale.say(`agree.${key}`)),
    column('value', 'text', ({ value }) => value),
    column('cases', 'whole', ({ cases }) => cases),
  ];
  return section(locale.say('agree.measures'), columns, rows, { notes: [locale.say('agree.kappa-note')] });
}

function withInterval({ agreement, interval }: PassAgreement, locale: Locale): string {
  if (agreement === null || interval === null) return '–';
  const [from, to] = interval.map(percent);
  return locale.say('tables.with-interval', { share: percent(agreement), from: from!, to: to! });
}

function byRule(rules: readonly RuleAgreement[], locale: Locale): Section {
  const column = columnsIn<RuleAgreement>(locale);
  const columns = [
    column('rule', 'text', ({ rule }) => rule),
    column('tp', 'whole', ({ tp }) => tp),
    column('fp', 'whole', ({ fp }) => fp),
    column('fn', 'whole', ({ fn }) => fn),
    column('tn', 'whole', ({ tn }) => tn),
    column('precision', 'percent', ({ precision }) => precision),
    column('recall', 'percent', ({ recall }) => recall),
    column('agreement', 'percent', ({ agreement }) => agreement),
    column('kappa', 'decimal', ({ kappa }) => kappa),
  ];
  const notes = [locale.say('agree.rules-note')];
  if (rules.some(({ kappa }) => kappa === null)) notes.push(locale.say('agree.rule-kappa-note'));
  return section(locale.say('agree.by-rule'), columns, rules, { notes });
}

function toTalkAbout(disagreements: readonly Disagreement[], locale: Locale): Section {
  const column = columnsIn<Disagreement>(locale);
  const columns = [
    column('place', 'text', placeOf),
    column('rule', 'text', ({ rule }) => rule ?? locale.say('agree.pass-or-fail')),
    column('ours', 'text', (one) => opinion(one, one.ours, one.score, locale)),
    column('human', 'text', (one) => opinion(one, one.human, one.humanScore, locale)),
    column('words', 'text', ({ words }) => words || null, true),
  ];
  return section(locale.say('agree.disagreements'), columns, disagreements, { most: MOST });
}

function opinion({ rule }: Disagreement, said: boolean, score: number | null, locale: Locale): string {
  if (rule !== undefined) return locale.say(said ? 'agree.violated' : 'agree.kept');
  const words = locale.say(said ? 'score.passed' : 'score.failed');
  return score === null ? words : `${words} ${Math.round(score * 100) / 100}`;
}

function disagreementList(disagreements: readonly Disagreement[], locale: Locale): Section {
  const column = columnsIn<Disagreement>(locale);
  const columns = [
    column('file', 'text', ({ file }) => file),
    column('transcript', 'text', ({ id }) => id),
    column('agent', 'text', ({ agent }) => agent),
    column('line', 'whole', ({ line }) => line),
    column('column', 'whole', ({ column: at }) => at),
    column('rule', 'text', ({ rule }) => rule ?? locale.say('agree.pass-or-fail')),
    column('ours', 'text', (one) => opinion(one, one.ours, null, locale)),
    column('human', 'text', (one) => opinion(one, one.human, null, locale)),
    column('our-score', 'decimal', ({ score }) => score),
    column('human-score', 'decimal', ({ humanScore }) => humanScore),
    column('words', 'text', ({ words }) => words),
  ];
  return section(locale.say('agree.disagreements'), columns, disagreements);
}

function summary(
  { cases, unmatched, unrated, passFromScore }: Compared,
  { disagreements }: Agreement,
  human: string,
  locale: Locale,
): string[] {
  const lines = [
    locale.say('agree.compared', { count: cases.length, human, differing: disagreements.length }),
  ];
  if (passFromScore) lines.push(locale.say('agree.pass-from-score'));
  const some = (names: readonly string[], count: number): string =>
    names.slice(0, NAMED).join(locale.say('report.joiner')) + (count > NAMED ? '…' : '');
  if (unmatched.length > 0) {
    const rows = some(
      unmatched.map(({ line, file, id }) => `${line} (${file || id})`),
      unmatched.length,
    );
    lines.push(locale.say('agree.unmatched', { count: unmatched.length, rows }));
  }
  if (unrated.count > 0) {
    const names = some(
      unrated.first.map(({ file, id }) => (file.includes(id) ? file : `${file} ${id}`)),
      unrated.count,
    );
    lines.push(locale.say('agree.unrated', { count: unrated.count, names }));
  }
  return lines;
}
