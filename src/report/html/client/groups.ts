import { el } from './dom.ts';
import type { Page } from './page.ts';
import type { Row } from './rows.ts';
import { shortened } from './shortened.ts';
import { groupBy, type Interval, mean, percentOf, percents, wilson, worstFirst } from './statistics.ts';

/** Under this many scored transcripts a rate is called one of few. */
const FEW = 10;

/** Agents or teams with their pass rate and how sure it is. */
export function groupTable(
  page: Page,
  rows: readonly Row[],
  key: (row: Row) => number,
  names: readonly string[],
  heading: string,
  choose: (key: number) => void,
): HTMLElement[] {
  const lines = worstFirst(groupBy(rows, key)).map(([of, total]) => {
    const rate = wilson(total.passed, total.scored);
    const score = mean(total);
    const few = total.scored < FEW ? el('small', { class: 'few' }, page.say('html.few')) : null;
    return el(
      'tr',
      {},
      el(
        'th',
        { scope: 'row' },
        el('button', { type: 'button', click: () => choose(of) }, names[of] ?? page.say('table.no-agent')),
      ),
      el('td', { class: 'number' }, few, page.number(total.transcripts)),
      el('td', { class: 'number' }, score === null ? '–' : page.number(score, 1)),
      el('td', { class: 'rate' }, ...(rate ? rateBar(page, rate) : ['–'])),
    );
  });
  const body = el('tbody', {});
  const headings = [
    heading,
    page.say('table.transcripts'),
    page.say('table.mean'),
    page.say('table.pass-rate'),
  ];
  const head = el(
    'tr',
    {},
    ...headings.map((text, at) =>
      el('th', { scope: 'col', class: at === 1 || at === 2 ? 'number' : '' }, text),
    ),
  );
  const [, more] = shortened(page, body, lines);
  const parts: HTMLElement[] = [
    el('table', { class: 'groups' }, el('thead', {}, head), body),
    el('p', { class: 'note' }, page.say('html.interval-note')),
  ];
  if (more) parts.splice(1, 0, more);
  return parts;
}

function rateBar(page: Page, interval: Interval): HTMLElement[] {
  const { rate, low, high } = interval;
  const band = el('span', { class: 'band' });
  band.style.left = `${100 * low}%`;
  band.style.width = `${100 * (high - low)}%`;
  const dot = el('span', { class: 'dot' });
  dot.style.left = `${100 * rate}%`;
  const shown = page.number(percentOf(rate), 1);
  const told = page.say('html.band', {
    rate: shown,
    interval: page.say('html.interval', percents(interval)),
  });
  return [
    el('span', { class: 'percent' }, `${shown}%`),
    el('span', { class: 'interval', role: 'img', title: told, 'aria-label': told }, band, dot),
  ];
}
