/** The class on one screen: who earned what, and what to talk about. */
import { Chalk, type ChalkInstance } from 'chalk';
import { safe } from '../../report/safe.ts';
import { cut, displayWidth, padEnd, padStart } from '../../report/width.ts';
import type { GradeBook } from '../book.ts';
import type { Mark, MarkedSheet } from '../mark.ts';
import type { GradeContext, GradeFormat } from './format.ts';
import { irregularity } from './irregularity.ts';

export const table: GradeFormat = {
  name: 'table',
  about: { zh: '终端里的班级成绩表(默认)', en: 'the class in the terminal (default)' },
  write(book, context) {
    // The sixteen basic colours follow the user's own theme, so no more than level 1 is asked for.
    const ink = new Chalk({ level: context.color ? 1 : 0 });
    const lines = [heading(book, context), '', ...grid(book, context, ink), ...talk(book, context)];
    return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
  },
};

const LONGEST_NAME = 14;
/** Lines of each list under the table: the reports have them all. */
const MOST = 5;
const CORRECTED = '*';
const REMARKED = '!';

function heading({ exercise, statistics }: GradeBook, { locale, width }: GradeContext): string {
  const points = exercise.items.reduce((sum, item) => sum + item.points, 0);
  const { trainees } = statistics;
  const about = locale.say('book.about', {
    trainees,
    items: exercise.items.length,
    points,
    pass: exercise.pass,
  });
  return cut(`${safe(exercise.title)}  ${about}`, width);
}

/** Items that do not fit beside each other go into further tables below; the totals stand in the last. */
function grid(book: GradeBook, { locale, width }: GradeContext, ink: ChalkInstance): string[] {
  const { exercise, sheets } = book;
  const names = [
    locale.say('book.trainee'),
    ...sheets.map(({ trainee }) => cut(safe(trainee), LONGEST_NAME)),
  ];
  const nameWidth = Math.max(...names.map(displayWidth));
  const marks = exercise.items.map(({ id }, index) => [
    `${safe(id)} `,
    ...sheets.map((sheet) => cell(sheet.marks[index]!)),
  ]);
  const totals = [totalHeading(locale.say('book.total')), ...sheets.map(totalCell)];
  const columns = marks.map(padded);
  const lines: string[] = [];
  let left = columns;
  while (left.length > 0) {
    const room = width - nameWidth;
    const all = fitting([...left, padded(totals)], room) > left.length;
    const count = all ? left.length : Math.max(1, fitting(left, room));
    const shown = [...left.slice(0, count), ...(all || count === left.length ? [padded(totals)] : [])];
    const rows = names.map((name, row) => {
      const line = padEnd(name, nameWidth) + shown.map((column) => column[row]!).join('');
      return row > 0 && !sheets[row - 1]!.passed ? ink.red(line) : line;
    });
    lines.push(...rows, '');
    left = left.slice(count);
  }
  return [...lines.slice(0, -1), ...legend(book, locale.say('table.legend'))];
}

function cell({ points, remarks, override }: Mark): string {
  const telling = remarks.some((remark) => remark !== 'missing');
  return `${points}${override ? CORRECTED : telling ? REMARKED : ' '}`;
}

const totalHeading = (name: string): string => `${name} %  `;
const totalCell = ({ percent, passed }: MarkedSheet): string => `${percent.toFixed(1)} ${passed ? '✓' : '✗'}`;

/** A column's texts at its own width, with a blank before them. */
function padded(column: readonly string[]): string[] {
  const width = Math.max(...column.map(displayWidth)) + 1;
  return column.map((text) => padStart(text, width));
}

/** How many columns stand beside each other in a width. */
function fitting(columns: readonly string[][], width: number): number {
  let used = 0;
  const at = columns.findIndex((column) => {
    used += displayWidth(column[0]!);
    return used > width;
  });
  return at < 0 ? columns.length : at;
}

function legend({ sheets }: GradeBook, text: string): string[] {
  const marks = sheets.flatMap((sheet) => sheet.marks);
  return marks.some((mark) => /[*!]$/.test(cell(mark))) ? [text] : [];
}

/** What a trainer talks about with the class. */
function talk(book: GradeBook, { locale, width }: GradeContext): string[] {
  const { sheets, statistics, irregularities, alike } = book;
  const remarked = sheets.flatMap(({ trainee, marks }) =>
    marks.flatMap(({ item, remarks }) =>
      remarks
        .filter((remark) => remark !== 'missing')
        .map((remark) =>
          locale.say('table.said', {
            of: `${safe(trainee)} ${safe(item)}`,
            what: locale.say(`remark.${remark}`),
          }),
        ),
    ),
  );
  const omitted = statistics.items
    .flatMap(({ item, omitted: steps }) => steps.map(({ step, count }) => ({ item, step, count })))
    .sort((a, b) => b.count - a.count)
    .map(({ item, step, count }) =>
      locale.say('table.omitted', { item: safe(item), step: safe(step), count }),
    );
  const wordings = statistics.wordings.map(({ title, count }) =>
    locale.say('table.wording', { title: safe(title), count }),
  );
  const pairs = alike.map(({ item, trainees: [one, other], likeness }) =>
    locale.say('table.alike', {
      item: safe(item),
      one: safe(one),
      other: safe(other),
      percent: Math.round(likeness * 100),
    }),
  );
  const numbering = irregularities.map(({ trainee, one }) =>
    locale.say('table.said', { of: safe(trainee), what: safe(irregularity(one, locale)) }),
  );
  const lists: [string, string[]][] = [
    ['book.irregularities', numbering],
    ['book.remarks', remarked],
    ['book.omissions', omitted],
    ['book.wordings', wordings],
    ['book.alike', pairs],
  ];
  return lists.flatMap(([title, lines]) => {
    if (lines.length === 0) return [];
    const more = lines.length - MOST;
    const shown = [...lines.slice(0, MOST), ...(more > 0 ? [locale.say('table.more', { count: more })] : [])];
    return ['', locale.say(title), ...shown.map((line) => cut(`  ${line}`, width))];
  });
}
