/** What the marks say of the class and of the exercise, with bars that need no script. */
import type { Locale } from '../../../locale/locale.ts';
import type { GradeBook, ItemStatistics } from '../../book.ts';
import { itemNames } from '../item-names.ts';
import { el, type Markup } from './markup.ts';
import { percent } from './words.ts';

/** Of the commonest; the workbook has all. */
const SHOWN = 8;
/** Bars of the histogram, of ten per cent each. */
const BINS = 10;
/** Of the drawing, in its own units. */
const CHART = { width: 400, height: 250, bar: 34, floor: 225 };
/** An item that discriminates less tells nobody apart (Ebel & Frisbie 1991). */
const LEAST_DISCRIMINATION = 0.2;

export function histogram({ sheets, exercise }: GradeBook, locale: Locale): Markup {
  const counts = Array.from({ length: BINS }, () => 0);
  for (const { percent: share } of sheets) counts[Math.min(BINS - 1, Math.floor(share / (100 / BINS)))]!++;
  const most = Math.max(1, ...counts);
  const step = CHART.width / BINS;
  const bars = counts.map((count, bin) => {
    const height = (count / most) * (CHART.floor - 20);
    const x = bin * step + (step - CHART.bar) / 2;
    const y = CHART.floor - height;
    const middle = bin * step + step / 2;
    return [
      count === 0
        ? null
        : el('rect', { class: 'bar', x, y: round(y), width: CHART.bar, height: round(height), rx: 2 }),
      count === 0 ? null : el('text', { x: middle, y: round(y - 5), class: 'count' }, count),
      el('text', { x: bin * step, y: CHART.floor + 17, class: 'tick' }, bin * (100 / BINS)),
    ];
  });
  const told = counts.map((count, bin) => `${bin * 10}–${bin * 10 + 10}%: ${count}`).join('; ');
  const passAt = round((exercise.pass / 100) * CHART.width);
  return el(
    'section',
    { class: 'panel' },
    el('h2', {}, locale.say('book.distribution')),
    el(
      'svg',
      {
        class: 'histogram',
        viewBox: `-12 0 ${CHART.width + 36} ${CHART.height}`,
        role: 'img',
        'aria-label': told,
      },
      bars,
      el('text', { x: CHART.width, y: CHART.floor + 17, class: 'tick' }, '100%'),
      el('line', { class: 'floor', x1: 0, x2: CHART.width, y1: CHART.floor, y2: CHART.floor }),
      el('line', { class: 'pass', x1: passAt, x2: passAt, y1: 4, y2: CHART.floor }),
    ),
    el('p', { class: 'note' }, locale.say('book.distribution-note', { pass: exercise.pass })),
  );
}

export function itemTable({ exercise, statistics }: GradeBook, locale: Locale): Markup {
  const names = itemNames(exercise);
  const headings = ['item', 'situation', 'facility', 'discrimination', 'omitted-most'];
  const rows = statistics.items.map((one, index) => {
    const { situation } = exercise.items[index]!;
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, names[index]!.full),
      el('td', { class: 'situation' }, situation),
      el(
        'td',
        { class: 'measure' },
        bar(one.facility, 'good'),
        label('facility', locale),
        percent(one.facility),
      ),
      el('td', { class: 'measure' }, discrimination(one, locale)),
      el(
        'td',
        {},
        one.omitted
          .slice(0, 2)
          .map(({ step, count }) => el('span', { class: 'omitted' }, `${step} × ${count}`)),
      ),
    );
  });
  return el(
    'section',
    { class: 'panel items' },
    el('h2', {}, locale.say('book.items')),
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          headings.map((key) => el('th', { scope: 'col' }, locale.say(`book.${key}`))),
        ),
      ),
      el('tbody', {}, rows),
    ),
    el('p', { class: 'note' }, locale.say('book.items-note')),
  );
}

function discrimination({ discrimination: value }: ItemStatistics, locale: Locale): Markup[] {
  const named = label('discrimination', locale);
  if (value === null) return [bar(0, 'good'), named, el('span', {}, '–')];
  const weak = value < LEAST_DISCRIMINATION;
  const number = value.toFixed(2).replace('-', '−');
  return [
    bar(Math.max(0, value), weak ? 'doubt' : 'good'),
    named,
    weak ? el('span', { class: 'weak' }, `! ${number}`) : el('span', {}, number),
  ];
}

/** Where the screen is too narrow for headings. */
function label(key: string, locale: Locale): Markup {
  return el('span', { class: 'label' }, `${locale.say(`book.${key}`)} `);
}

/** @param share 0 to 1 */
function bar(share: number, tone: string): Markup {
  return el(
    'svg',
    { class: `rail ${tone}`, 'aria-hidden': 'true' },
    el('rect', { class: 'track', width: '100%', height: '100%', rx: 3 }),
    share === 0 ? null : el('rect', { class: 'bar', width: percent(share), height: '100%', rx: 3 }),
  );
}

export function omissions({ statistics, exercise }: GradeBook, locale: Locale): Markup {
  const names = itemNames(exercise);
  const all = statistics.items.flatMap(({ omitted }, index) =>
    omitted.map((one) => ({ item: names[index]!.short, ...one })),
  );
  const commonest = all.sort((a, b) => b.count - a.count).slice(0, SHOWN);
  const rows = commonest.map(({ item, step, count }) => ({
    name: [el('b', {}, item), ` ${step}`],
    count,
    share: count / statistics.trainees,
  }));
  return ranking('book.omissions', 'book.no-omissions', rows, locale);
}

export function wordings({ statistics }: GradeBook, locale: Locale): Markup {
  const commonest = statistics.wordings.slice(0, SHOWN);
  const most = commonest[0]?.count ?? 1;
  const rows = commonest.map(({ rule, title, count }) => ({
    name: [title, rule === null ? null : el('small', {}, ` ${rule}`)],
    count,
    share: count / most,
  }));
  return ranking('book.wordings', 'book.no-wordings', rows, locale);
}

interface Ranked {
  name: readonly (Markup | string | null)[];
  count: number;
  share: number;
}

function ranking(title: string, none: string, rows: readonly Ranked[], locale: Locale): Markup {
  const list = rows.map(({ name, count, share }) =>
    el('li', {}, el('span', {}, name), el('b', {}, count), bar(share, 'bad')),
  );
  return el(
    'section',
    { class: 'panel' },
    el('h2', {}, locale.say(title)),
    rows.length === 0 ? el('p', { class: 'note' }, locale.say(none)) : el('ol', { class: 'ranking' }, list),
  );
}

const round = (number: number): number => Math.round(number * 10) / 10;
