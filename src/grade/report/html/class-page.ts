/** The class's page: the grade book, what it says of the class and of the exercise, and what to look into. */
import type { Locale } from '../../../locale/locale.ts';
import type { GradeBook } from '../../book.ts';
import type { Mark, MarkedSheet } from '../../mark.ts';
import { irregularity } from '../irregularity.ts';
import { itemNames } from '../item-names.ts';
import { alikePairs } from './alike-pairs.ts';
import { el, type Markup } from './markup.ts';
import { histogram, itemTable, omissions, wordings } from './statistics.ts';
import { answerId, CLASS, pageId, result } from './trainee.ts';
import { level, percent, shareOf } from './words.ts';

export function classPage(book: GradeBook, locale: Locale): Markup {
  const panels = [histogram(book, locale), omissions(book, locale), wordings(book, locale)];
  return el(
    'div',
    { class: 'class', id: CLASS },
    top(book, locale),
    tiles(book, locale),
    gradeBook(book, locale),
    el('div', { class: 'panels' }, panels),
    itemTable(book, locale),
    alikePairs(book, locale),
    irregularities(book, locale),
  );
}

function top({ exercise, sheets }: GradeBook, locale: Locale): Markup {
  const { title, pass, items } = exercise;
  const points = items.reduce((sum, item) => sum + item.points, 0);
  const values = { pass, points, items: items.length, trainees: sheets.length };
  return el(
    'header',
    { class: 'top' },
    el('h1', {}, title),
    el('p', {}, locale.say('book.about', values)),
    el('nav', { class: 'ways', 'data-print': locale.say('book.print-class') }),
  );
}

function tiles({ statistics, sheets }: GradeBook, locale: Locale): Markup {
  const { trainees, passed, mean, median, deviation, lowest, highest } = statistics;
  const shown = (value: number | null): string => (value === null ? '–' : `${value}%`);
  const tile = (key: string, value: string | number, more: string) =>
    el(
      'div',
      { class: 'tile' },
      el('dt', {}, locale.say(`book.${key}`)),
      el('dd', {}, value, el('small', {}, more)),
    );
  const corrected = sheets.reduce(
    (sum, { marks }) => sum + marks.filter(({ override }) => override).length,
    0,
  );
  return el(
    'dl',
    { class: 'tiles' },
    tile('passed', `${passed} / ${trainees}`, trainees === 0 ? '' : percent(passed / trainees)),
    tile('mean', shown(mean), locale.say('book.median-is', { value: shown(median) })),
    tile(
      'spread',
      `${shown(lowest)} – ${shown(highest)}`,
      locale.say('book.deviation-is', { value: deviation ?? '–' }),
    ),
    tile('corrected', corrected, locale.say('book.corrected-note')),
  );
}

function gradeBook(book: GradeBook, locale: Locale): Markup {
  const { exercise, sheets, statistics } = book;
  const names = itemNames(exercise);
  const heading = (text: string, more: string | null, about?: string) =>
    el(
      'th',
      { scope: 'col', title: about },
      el('span', {}, text),
      more === null ? null : el('small', {}, more),
    );
  const items = exercise.items.map(({ points, situation }, index) => {
    const { short, full } = names[index]!;
    return heading(short, `/ ${points}`, `${full}: ${situation}`);
  });
  const means = statistics.items.map(({ facility }) => el('td', {}, percent(facility)));
  const { mean } = statistics;
  return el(
    'section',
    { class: 'panel book' },
    el('h2', {}, locale.say('book.book')),
    el(
      'div',
      { class: 'wide', role: 'region', tabindex: 0, 'aria-label': locale.say('book.book') },
      el(
        'table',
        { class: 'marks', id: 'marks', 'data-sort': locale.say('html.sort-by') },
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            heading(locale.say('book.trainee'), null),
            items,
            heading(locale.say('book.total'), null),
            heading('%', null),
            heading(locale.say('book.result'), null),
          ),
        ),
        el(
          'tbody',
          {},
          sheets.map((sheet, index) => row(sheet, index, locale)),
        ),
        el(
          'tfoot',
          {},
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, locale.say('book.facility')),
            means,
            el('td', {}),
            el('td', {}, mean === null ? '–' : `${mean}%`),
            el('td', {}),
          ),
        ),
      ),
    ),
    el('p', { class: 'note' }, locale.say('book.legend')),
  );
}

function row(
  { trainee, marks, points, percent: share, passed }: MarkedSheet,
  index: number,
  locale: Locale,
): Markup {
  return el(
    'tr',
    {},
    el('th', { scope: 'row', 'data-value': trainee }, el('a', { href: `#${pageId(index)}` }, trainee)),
    marks.map((mark, at) => cell(mark, answerId(index, at), locale)),
    el('td', { 'data-value': points }, points),
    el('td', { 'data-value': share }, el('b', {}, `${share}%`)),
    el('td', { 'data-value': passed ? 1 : 0 }, result(passed, locale)),
  );
}

/** Colours only repeat what the number says; a remark and a correction have signs of their own. */
function cell({ points, given, possible, remarks, override }: Mark, answer: string, locale: Locale): Markup {
  const said = remarks.map((remark) => locale.say(`remark.${remark}`));
  if (override) said.push(locale.say('book.overridden', { was: given, is: points }));
  const signs = (remarks.length > 0 ? '!' : '') + (override ? '✎' : '');
  return el(
    'td',
    { class: level(shareOf(points, possible)), 'data-value': points },
    el(
      'a',
      { href: `#${answer}`, title: said.length === 0 ? undefined : said.join('\n') },
      points,
      signs === '' ? null : el('sup', {}, signs),
    ),
  );
}

function irregularities({ irregularities: list }: GradeBook, locale: Locale): Markup | null {
  if (list.length === 0) return null;
  return el(
    'section',
    { class: 'panel' },
    el('h2', {}, locale.say('book.irregularities')),
    el(
      'ul',
      { class: 'remarks' },
      list.map(({ trainee, file, one }) =>
        el('li', {}, el('b', {}, trainee), ` ${irregularity(one, locale)} `, el('small', {}, file)),
      ),
    ),
  );
}
