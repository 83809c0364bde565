import type { Locale } from '../../locale/locale.ts';
import type { Column } from '../../report/columns.ts';
import { type FinishedSheet, writeBook } from '../../report/xlsx-book.ts';
import { SheetRows } from '../../report/xlsx-sheet.ts';
import type { Alike, GradeBook } from '../book.ts';
import type { MarkedSheet } from '../mark.ts';
import { answerColumns, answersOf, headed } from './columns.ts';
import type { GradeFormat } from './format.ts';
import { irregularity } from './irregularity.ts';
import { itemNames } from './item-names.ts';

/** The grade book with all that it is made of, for those who work on in a spreadsheet. */
export const xlsx: GradeFormat = {
  name: 'xlsx',
  about: {
    zh: 'Excel 工作簿：成绩册、答卷、题目、班级、忌语、雷同、题号问题',
    en: 'Excel workbook: grade book, answers, items, class, wordings, answers too alike, numbering',
  },
  binary: true,
  async write(book, { locale }) {
    const named = (key: string): string => locale.say(`book.sheet-${key}`);
    const pieces: Uint8Array[] = [];
    const sheets = [
      sheet(named('book'), gradeColumns(book, locale), book.sheets, 1),
      sheet(named('answers'), answerColumns(locale, false), answersOf(book), 2),
      sheet(named('items'), itemColumns(locale), itemRows(book)),
      sheet(named('class'), measureColumns(locale), measures(book, locale)),
      sheet(named('wordings'), wordingColumns(locale), book.statistics.wordings),
      sheet(named('alike'), alikeColumns(book, locale), book.alike),
      sheet(named('irregular'), irregularColumns(locale), book.irregularities),
    ];
    const { title } = book.exercise;
    await writeBook(
      sheets.map((one) => ({ ...one, title })),
      (bytes) => pieces.push(bytes),
    );
    return Buffer.concat(pieces);
  },
};

function sheet<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  frozen = 0,
): FinishedSheet {
  const sheetRows = new SheetRows(columns);
  const written = rows.map((row) => Buffer.from(sheetRows.row(row)));
  return { name, columns: sheetRows.columns, count: sheetRows.count, rows: written, frozen };
}

function gradeColumns({ exercise }: GradeBook, locale: Locale): Column<MarkedSheet>[] {
  const column = headed<MarkedSheet>(locale);
  const [passed, failed] = [locale.say('score.passed'), locale.say('score.failed')];
  const pass = exercise.pass / 100;
  const names = itemNames(exercise);
  return [
    column('trainee', 'text', ({ trainee }) => trainee),
    ...exercise.items.map(
      ({ points }, index): Column<MarkedSheet> => ({
        heading: `${names[index]!.short} / ${points}`,
        kind: 'decimal',
        of: ({ marks }) => marks[index]!.points,
        scale: [0, points / 2, points],
      }),
    ),
    column('total', 'decimal', ({ points }) => points),
    column('percent', 'percent', ({ percent }) => percent / 100, { scale: [pass / 2, pass, 1] }),
    column('result', 'text', (one) => (one.passed ? passed : failed), {
      marks: [
        { equals: failed, tone: 'bad' },
        { equals: passed, tone: 'good' },
      ],
    }),
  ];
}

type ItemRow = ReturnType<typeof itemRows>[number];

const itemRows = ({ exercise, statistics }: GradeBook) =>
  itemNames(exercise).map(({ full }, index) => ({
    ...statistics.items[index]!,
    ...exercise.items[index]!,
    full,
  }));

function itemColumns(locale: Locale): Column<ItemRow>[] {
  const column = headed<ItemRow>(locale);
  const omitted = ({ omitted: list }: ItemRow) => list.map(({ step, count }) => `${step} × ${count}`);
  return [
    column('item', 'text', ({ full }) => full),
    column('situation', 'text', ({ situation }) => situation, { widest: 50 }),
    column('possible', 'decimal', ({ points }) => points),
    column('facility', 'percent', ({ facility }) => facility, { scale: [0, 0.5, 1] }),
    column('discrimination', 'decimal', ({ discrimination }) => discrimination, { scale: [-0.2, 0.2, 0.6] }),
    column('omitted-most', 'text', (row) => omitted(row).join(locale.say('report.joiner'))),
  ];
}

type Measure = readonly [name: string, value: number | null];

function measures({ statistics }: GradeBook, locale: Locale): Measure[] {
  const { trainees, passed, mean, median, deviation, lowest, highest } = statistics;
  const percents = { mean, median, deviation, lowest, highest };
  return [
    [locale.say('book.trainees'), trainees],
    [locale.say('book.passed'), passed],
    ...Object.entries(percents).map(([key, value]): Measure => [`${locale.say(`book.${key}`)} (%)`, value]),
  ];
}

function measureColumns(locale: Locale): Column<Measure>[] {
  const column = headed<Measure>(locale);
  return [column('measure', 'text', ([name]) => name), column('value', 'decimal', ([, value]) => value)];
}

function wordingColumns(locale: Locale): Column<GradeBook['statistics']['wordings'][number]>[] {
  const column = headed<GradeBook['statistics']['wordings'][number]>(locale);
  return [
    column('wording', 'text', ({ title }) => title, { widest: 60 }),
    column('rule', 'text', ({ rule }) => rule ?? locale.say('book.own-wording')),
    column('count', 'whole', ({ count }) => count),
  ];
}

function alikeColumns({ sheets }: GradeBook, locale: Locale): Column<Alike>[] {
  const column = headed<Alike>(locale);
  const answer = ({ item, trainees }: Alike, side: 0 | 1) =>
    sheets.find(({ trainee }) => trainee === trainees[side])?.marks.find((mark) => mark.item === item)?.text;
  return [
    column('item', 'text', ({ item }) => item),
    column('first', 'text', ({ trainees }) => trainees[0]),
    column('second', 'text', ({ trainees }) => trainees[1]),
    column('likeness-share', 'percent', ({ likeness }) => likeness),
    column('first-answer', 'text', (one) => answer(one, 0), { widest: 46 }),
    column('second-answer', 'text', (one) => answer(one, 1), { widest: 46 }),
  ];
}

function irregularColumns(locale: Locale): Column<GradeBook['irregularities'][number]>[] {
  const column = headed<GradeBook['irregularities'][number]>(locale);
  return [
    column('trainee', 'text', ({ trainee }) => trainee),
    column('problem', 'text', ({ one: { kind, item } }) => irregularity({ kind, item }, locale), {
      widest: 46,
    }),
    column('line', 'whole', ({ one }) => one.line),
    column('file', 'text', ({ file }) => file),
  ];
}
