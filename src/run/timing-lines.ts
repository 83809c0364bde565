/** What a stopwatch shows, as lines for a terminal. */
import type { Locale } from '../locale/locale.ts';
import { safe } from '../report/safe.ts';
import { displayWidth, padEnd, padStart } from '../report/width.ts';
import type { RuleTime, Stopwatch } from './stopwatch.ts';
import { PHASES } from './timing.ts';

/** More rules than these are seldom worth a look. */
const RULES = 20;

/** One row of the upper table: milliseconds, and how far its name is set in. */
interface Row {
  name: string;
  time: number;
}

/** @returns what took how long, the run as a whole first; shares of the whole, those of rules of judging */
export function timingLines(watch: Stopwatch, locale: Locale): string[] {
  const { total } = watch;
  const rules = watch.rules().sort((a, b) => b.time - a.time);
  const rows: Row[] = PHASES.flatMap((phase) => {
    const row = { name: locale.say(`timing.${phase}`), time: watch.of(phase) };
    return phase === 'judge' ? [row, ...kinds(rules)] : [row];
  });
  const rest = total - PHASES.reduce((sum, phase) => sum + watch.of(phase), 0);
  rows.push({ name: locale.say('timing.rest'), time: rest });
  const width = Math.max(...rows.map(({ name }) => displayWidth(name)));
  return [
    locale.say('timing.total', { seconds: (total / 1000).toFixed(2) }),
    ...rows.map(({ name, time }) => `  ${padEnd(name, width)}  ${amount(time, total)}`),
    ...ruleLines(rules, watch.of('judge'), locale),
  ];
}

/** Judging, by kinds of rules. */
function kinds(rules: readonly RuleTime[]): Row[] {
  const times = new Map<string, number>();
  for (const { kind, time } of rules) times.set(kind, (times.get(kind) ?? 0) + time);
  return [...times].sort((a, b) => b[1] - a[1]).map(([kind, time]) => ({ name: `  ${kind}`, time }));
}

function ruleLines(rules: readonly RuleTime[], judging: number, locale: Locale): string[] {
  if (rules.length === 0) return [];
  const shown = rules.slice(0, RULES);
  const headings = ['hits', 'transcripts'].map((key) => locale.say(`timing.${key}`));
  const cells = shown.map(({ hits, transcripts }) => [hits, transcripts].map(String));
  const widths = headings.map((heading, at) =>
    Math.max(displayWidth(heading), ...cells.map((row) => row[at]!.length)),
  );
  const line = (first: string, counts: readonly string[], name: string): string =>
    `  ${padStart(first, AMOUNT)}  ${counts.map((one, at) => padStart(one, widths[at]!)).join('  ')}  ${name}`;
  return [
    locale.say('timing.rules', { shown: shown.length, all: rules.length }),
    line(locale.say('timing.time'), headings, locale.say('timing.rule')),
    ...shown.map(({ id, time }, at) => line(amount(time, judging), cells[at]!, safe(id))),
  ];
}

/** Columns of `amount`. */
const AMOUNT = 19;

/** ` 1234.5 ms   12.3 %` */
function amount(time: number, whole: number): string {
  const share = whole > 0 ? (100 * time) / whole : 0;
  return `${padStart(time.toFixed(1), 8)} ms  ${padStart(share.toFixed(1), 4)} %`;
}
