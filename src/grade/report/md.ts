import type { Locale } from '../../locale/locale.ts';
import { markdownTable, markdownText } from '../../report/markdown-text.ts';
import type { GradeBook } from '../book.ts';
import type { MarkedSheet, StepMark } from '../mark.ts';
import { missingSteps, remarksOf, saidWordings } from './columns.ts';
import type { GradeFormat } from './format.ts';
import { type ItemName, itemNames } from './item-names.ts';

/** The class as a table, and for each trainee what to work on. */
export const md: GradeFormat = {
  name: 'md',
  about: {
    zh: 'Markdown：班级成绩表和每人的简短反馈',
    en: 'Markdown: the class, and short feedback for each trainee',
  },
  write(book, { locale }) {
    const names = itemNames(book.exercise);
    const lines = [
      `# ${markdownText(book.exercise.title)}`,
      '',
      ...overview(book, locale),
      '',
      ...classTable(book, locale),
      '',
      ...book.sheets.flatMap((sheet) => feedback(sheet, names, locale)),
    ];
    return `${lines.join('\n').trimEnd()}\n`;
  },
};

function overview({ exercise, statistics }: GradeBook, locale: Locale): string[] {
  const { trainees, passed, mean, median, deviation } = statistics;
  const points = exercise.items.reduce((sum, item) => sum + item.points, 0);
  const values = { trainees, points, items: exercise.items.length, pass: exercise.pass };
  const shown = (value: number | null): string => (value === null ? '–' : `${value}%`);
  const results = [
    `${locale.say('book.passed')} ${passed} / ${trainees}`,
    `${locale.say('book.mean')} ${shown(mean)}`,
    locale.say('book.median-is', { value: shown(median) }),
    locale.say('book.deviation-is', { value: deviation ?? '–' }),
  ];
  return [locale.say('book.about', values), '', `**${results.join(' · ')}**`];
}

function classTable({ exercise, sheets }: GradeBook, locale: Locale): string[] {
  const names = itemNames(exercise);
  const headings = [
    locale.say('book.trainee'),
    ...exercise.items.map(({ points }, index) => `${markdownText(names[index]!.short)} / ${points}`),
    locale.say('book.total'),
    '%',
    locale.say('book.result'),
  ];
  const rows = sheets.map(({ trainee, marks, points, percent, passed }) => [
    markdownText(trainee),
    ...marks.map((mark) => mark.points),
    points,
    percent,
    `${passed ? '✓' : '✗'} ${locale.say(passed ? 'score.passed' : 'score.failed')}`,
  ]);
  return markdownTable(headings, rows);
}

function feedback(
  { trainee, marks, points, possible, percent }: MarkedSheet,
  names: readonly ItemName[],
  locale: Locale,
): string[] {
  const joiner = locale.say('report.joiner');
  const lines = marks.flatMap((mark, index): string[] => {
    const missing = missingSteps(mark);
    const said = saidWordings(mark);
    const parts = [
      ...remarksOf(mark, locale),
      ...(mark.text === '' || missing.length === 0
        ? []
        : [locale.say('book.missing-steps', { steps: missing.join(joiner) })]),
      ...(said.length === 0 ? [] : [locale.say('book.said-wordings', { wordings: said.join(joiner) })]),
      ...(mark.text === '' ? [] : advice(mark.steps)),
      ...(mark.override ? [locale.say('book.overridden', { was: mark.given, is: mark.points })] : []),
    ];
    if (parts.length === 0) return [];
    const place = `**${markdownText(names[index]!.full)}** ${mark.points}/${mark.possible}`;
    return [`- ${place} ${parts.map(markdownText).join(' · ')}`];
  });
  const total = locale.say('book.of-points', { points, possible });
  return [
    `## ${markdownText(trainee)} · ${percent}%`,
    '',
    total,
    '',
    ...(lines.length === 0 ? [locale.say('book.all-right')] : lines),
    '',
  ];
}

/** What the exercise says of steps that are missing. */
const advice = (steps: readonly StepMark[]): string[] =>
  steps.flatMap(({ earned, feedback: said }) => (earned <= 0 && said !== undefined ? [said] : []));
