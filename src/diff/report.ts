/** What `courtesy diff` prints. */
import type { Locale } from '../locale/locale.ts';
import { columnsIn, type Section, section, type TablesReport } from '../report/tables.ts';
import { placeOf } from '../report/texts.ts';
import type { Difference } from './collect.ts';
import type { Change, ChangedTranscript, Mark } from './comparison.ts';
import { type Group, groupsOf } from './groups.ts';
import type { AgentChange, Tallies } from './tallies.ts';

/** Conversations, and agents, that people are shown. */
const MOST = 30;

const SIGNS = { new: '+', gone: '−', charged: '~', moved: '→' } as const;

/** @param named the old and the new, as the user named them */
export function diffReport(
  { tallies, changed }: Difference,
  named: readonly [string, string],
  locale: Locale,
): TablesReport {
  const groups = groupsOf(changed);
  const agents = tallies.changedAgents();
  const transcripts = changed
    .filter((one) => !sameMark(one))
    .sort((a, b) => Math.abs(gain(b)) - Math.abs(gain(a)));
  const counts = countsOf(changed, tallies, transcripts.length);
  return {
    title: locale.say('diff.title', { old: named[0], new: named[1] }),
    summary: summary(counts, tallies, locale),
    sections: [byRule(groups, locale), scores(transcripts, locale), byAgent(agents, locale)],
    list: everyChange(changed, locale),
    data: {
      old: named[0],
      new: named[1],
      summary: { ...counts, mean: tallies.means() },
      rules: groups,
      transcripts: changed,
      agents,
    },
  };
}

const sameMark = ({ old, new: next }: ChangedTranscript): boolean =>
  old.score === next.score && old.passed === next.passed;

/** Where one side has no score, nothing is more of a change. */
const gain = ({ old, new: next }: ChangedTranscript): number =>
  old.score === null || next.score === null ? Number.POSITIVE_INFINITY : next.score - old.score;

function countsOf(changed: readonly ChangedTranscript[], tallies: Tallies, rescored: number) {
  const count = (wanted: Change['change']): number =>
    changed.reduce((sum, { changes }) => sum + changes.filter((one) => one.change === wanted).length, 0);
  return {
    transcripts: tallies.transcripts,
    changed: changed.length,
    rescored,
    failNow: changed.filter((one) => one.old.passed === true && one.new.passed === false).length,
    passNow: changed.filter((one) => one.old.passed === false && one.new.passed === true).length,
    added: count('new'),
    gone: count('gone'),
    charged: count('charged'),
    moved: count('moved'),
  };
}

function summary(counts: ReturnType<typeof countsOf>, tallies: Tallies, locale: Locale): string[] {
  const { old, new: next } = tallies.means();
  if (counts.changed === 0) return [locale.say('diff.nothing', { transcripts: counts.transcripts })];
  return [
    locale.say('diff.transcripts', counts),
    locale.say('diff.violations', counts),
    locale.say('diff.mean', { old: decimal(old), new: decimal(next) }),
  ];
}

function byRule(groups: readonly Group[], locale: Locale): Section {
  const column = columnsIn<Group>(locale);
  const columns = [
    column('rule-and-why', 'text', ({ rule, why }) => locale.say('diff.rule-and-why', { rule, why })),
    column('count', 'text', ({ change, count }) => `${SIGNS[change]}${count}`),
    column('example', 'text', ({ example }) => placeOf(example)),
    column('words', 'text', ({ example }) => example.words || null, true),
  ];
  return section(locale.say('diff.by-rule'), columns, groups, { notes: [locale.say('diff.signs')] });
}

function scores(changed: readonly ChangedTranscript[], locale: Locale): Section {
  const column = columnsIn<ChangedTranscript>(locale);
  const columns = [
    column('transcript', 'text', ({ file, id }) => (file.includes(id) ? file : `${file} ${id}`)),
    column('agent', 'text', ({ agent }) => agent, true),
    column('before', 'text', ({ old }) => marked(old, locale)),
    column('after', 'text', ({ new: next }) => marked(next, locale)),
  ];
  return section(locale.say('diff.scores'), columns, changed, { most: MOST });
}

function byAgent(agents: readonly AgentChange[], locale: Locale): Section {
  const column = columnsIn<AgentChange>(locale);
  const columns = [
    column('agent', 'text', ({ agent }) => agent ?? locale.say('table.no-agent'), true),
    column('transcripts', 'whole', ({ transcripts }) => transcripts),
    column('mean-before', 'decimal', ({ old }) => old),
    column('mean-after', 'decimal', ({ new: next }) => next),
    column('change', 'decimal', ({ change }) => change),
  ];
  return section(locale.say('diff.by-agent'), columns, agents, { most: MOST });
}

function everyChange(changed: readonly ChangedTranscript[], locale: Locale): Section {
  type Row = Omit<ChangedTranscript, 'changes'> & Partial<Change>;
  const rows = changed.flatMap(({ changes, ...about }): Row[] =>
    changes.length === 0 ? [about] : changes.map((one) => ({ ...about, ...one })),
  );
  const column = columnsIn<Row>(locale);
  const columns = [
    column('file', 'text', ({ file }) => file),
    column('transcript', 'text', ({ id }) => id),
    column('agent', 'text', ({ agent }) => agent),
    column('what', 'text', ({ change = 'score' }) => locale.say(`diff.${change}`)),
    column('rule', 'text', ({ rule }) => rule),
    column('why', 'text', ({ why }) => why),
    column('turn', 'whole', ({ turn }) => turn),
    column('line', 'whole', ({ line }) => line),
    column('column', 'whole', ({ column: at }) => at),
    column('words', 'text', ({ words }) => words),
    column('score-before', 'decimal', ({ old }) => old.score),
    column('score-after', 'decimal', ({ new: next }) => next.score),
    column('result-before', 'text', ({ old }) => result(old, locale)),
    column('result-after', 'text', ({ new: next }) => result(next, locale)),
  ];
  return section(locale.say('diff.by-rule'), columns, rows);
}

const marked = (mark: Mark, locale: Locale): string =>
  mark.score === null ? '–' : `${decimal(mark.score)} ${result(mark, locale)}`;

const result = ({ passed }: Mark, locale: Locale): string | null =>
  passed === null ? null : locale.say(passed ? 'score.passed' : 'score.failed');

const decimal = (score: number | null): string =>
  score === null ? '–' : String(Math.round(score * 100) / 100);
