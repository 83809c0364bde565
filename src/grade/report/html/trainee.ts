/** A trainee's own page: what is handed back, one sheet of paper or more for each. */
import type { Locale } from '../../../locale/locale.ts';
import type { GradeBook } from '../../book.ts';
import type { MarkedSheet } from '../../mark.ts';
import { irregularity } from '../irregularity.ts';
import { type ItemName, itemNames } from '../item-names.ts';
import { answer } from './answer.ts';
import { el, type Markup } from './markup.ts';
import { level, shareOf } from './words.ts';

/** The element of a trainee's page, and of one of its answers; both count from 0. */
export const pageId = (sheet: number): string => `t${sheet + 1}`;
export const answerId = (sheet: number, item: number): string => `${pageId(sheet)}-${item + 1}`;
/** The element of the class's page. */
export const CLASS = 'class';

export function traineePage(book: GradeBook, index: number, locale: Locale): Markup {
  const sheet = book.sheets[index]!;
  const names = itemNames(book.exercise);
  return el(
    'article',
    { class: 'trainee', id: pageId(index), 'aria-label': sheet.trainee },
    ways(book, index, locale),
    heading(sheet, book, locale),
    strip(sheet, index, names),
    irregularities(sheet, book, locale),
    sheet.marks.map((mark, at) =>
      answer(mark, book.exercise.items[at]!, names[at]!, answerId(index, at), locale),
    ),
  );
}

function ways({ sheets }: GradeBook, index: number, locale: Locale): Markup {
  const beside = (at: number, key: string, rel: string) => {
    const other = sheets[at];
    return other === undefined
      ? null
      : el(
          'a',
          { href: `#${pageId(at)}`, rel, 'aria-label': `${locale.say(key)} ${other.trainee}` },
          rel === 'prev' ? '← ' : '',
          other.trainee,
          rel === 'next' ? ' →' : '',
        );
  };
  return el(
    'nav',
    { class: 'ways', 'aria-label': locale.say('book.ways'), 'data-print': locale.say('book.print-trainee') },
    el('a', { href: `#${CLASS}`, rel: 'up' }, '↑ ', locale.say('book.class')),
    beside(index - 1, 'book.previous', 'prev'),
    beside(index + 1, 'book.next', 'next'),
  );
}

function heading(
  { trainee, file, points, possible, percent, passed }: MarkedSheet,
  { exercise }: GradeBook,
  locale: Locale,
): Markup {
  return el(
    'header',
    { class: 'name' },
    el('div', {}, el('h2', {}, trainee), el('p', {}, `${exercise.title} · ${file}`)),
    el(
      'p',
      { class: 'sum' },
      el('b', {}, `${percent}%`),
      ` ${locale.say('book.of-points', { points, possible })} `,
      result(passed, locale),
    ),
  );
}

export function result(passed: boolean, locale: Locale): Markup {
  return el(
    'span',
    { class: `result ${passed ? 'good' : 'bad'}` },
    `${passed ? '✓' : '✗'} ${locale.say(passed ? 'score.passed' : 'score.failed')}`,
  );
}

/** All marks at a glance, each a way to its answer. */
function strip({ marks }: MarkedSheet, index: number, names: readonly ItemName[]): Markup {
  const chips = marks.map(({ points, possible }, at) =>
    el(
      'li',
      {},
      el(
        'a',
        { href: `#${answerId(index, at)}`, class: level(shareOf(points, possible)) },
        el('span', {}, names[at]!.short),
        ' ',
        el('b', {}, points),
      ),
    ),
  );
  return el('ol', { class: 'strip' }, chips);
}

function irregularities({ trainee, file }: MarkedSheet, book: GradeBook, locale: Locale): Markup | null {
  const mine = book.irregularities.filter((one) => one.trainee === trainee && one.file === file);
  if (mine.length === 0) return null;
  return el(
    'ul',
    { class: 'remarks' },
    mine.map(({ one }) => el('li', {}, irregularity(one, locale))),
  );
}
