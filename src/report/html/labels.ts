import type { Locale } from '../../locale/locale.ts';

/** The texts that the page's script shows. Slots stay in them, for the script to fill in. */
const KEYS = [
  'role.agent role.customer role.bot role.system role.unknown',
  'severity.error severity.warning severity.info',
  'report.clauses report.instead report.why report.joiner',
  'score.passed score.failed score.none',
  'table.transcript table.agent table.no-agent table.team table.date table.score table.result table.rule',
  'table.severity table.clauses table.source table.transcripts table.violations table.mean table.pass-rate',
  'table.per-transcript table.points table.share table.turns',
  'html.overview html.distribution html.distribution-note html.bin html.trend html.no-dates html.one-day',
  'html.as-table html.worst-rules html.by-agent html.by-team html.no-agents html.interval html.interval-note',
  'html.few html.none-found html.all-clean html.show-all html.show-fewer html.filter html.search',
  'html.search-hint html.searching html.any html.unscored html.from html.to html.score-from html.score-to',
  'html.clear html.found html.sort-by html.ascending html.descending html.page html.previous html.next',
  'html.previous-talk html.next-talk html.close html.print html.open html.worst html.clean html.arithmetic',
  'html.violations html.conversation html.place html.keys-table html.keys-talk html.problems html.filtered',
  'html.more-rows html.band',
].flatMap((line) => line.split(' '));

export function labelsOf(locale: Locale): Record<string, string> {
  return Object.fromEntries(KEYS.map((key) => [key, locale.say(key)]));
}
