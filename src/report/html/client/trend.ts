import uPlot from 'uplot';
import { el } from './dom.ts';
import type { Page } from './page.ts';
import { dayText, type Row } from './rows.ts';
import { groupBy, mean, type Total } from './statistics.ts';

const DAY_SECONDS = 86_400;
const HEIGHT = 220;

/** What of A4 a chart gets: on paper its box has no width that could be asked for. */
const PAPER_WIDTH = 640;

let chart: uPlot | undefined;
let watcher: ResizeObserver | undefined;
let mount: (() => void) | undefined;

/** Mean score and pass rate of each day as lines, how many transcripts there were as bars behind them. */
export function trend(page: Page, rows: readonly Row[]): HTMLElement[] {
  chart?.destroy();
  watcher?.disconnect();
  chart = undefined;
  mount = undefined;
  const dated = rows.filter(({ day }) => day !== -1);
  const days = [...groupBy(dated, ({ day }) => day)].sort(([a], [b]) => a - b);
  if (days.length === 0) return [el('p', { class: 'note' }, page.say('html.no-dates'))];
  const table = dayTable(page, days);
  if (days.length === 1) {
    const text = page.say('html.one-day', { day: dayText(days[0]![0]) });
    return [el('p', { class: 'note' }, text), table];
  }
  const box = el('div', { class: 'trend', role: 'img', 'aria-label': page.say('html.trend') });
  mount = () => {
    const onPaper = document.documentElement.classList.contains('paper');
    const width = onPaper ? PAPER_WIDTH : box.clientWidth;
    if (width === 0) return;
    if (chart) chart.setSize({ width, height: HEIGHT });
    else chart = new uPlot(options(page, width), dataOf(days), box);
  };
  watcher = new ResizeObserver(mount);
  watcher.observe(box);
  return [box, el('details', { class: 'as-table' }, el('summary', {}, page.say('html.as-table')), table)];
}

/** Draws the chart once its box stands in the page; before, nothing tells how wide it is. */
export function mountTrend(): void {
  mount?.();
}

function dataOf(days: readonly [number, Total][]): uPlot.AlignedData {
  return [
    days.map(([day]) => day * DAY_SECONDS),
    days.map(([, total]) => total.transcripts),
    days.map(([, { passed, scored }]) => (scored === 0 ? null : (100 * passed) / scored)),
    days.map(([, total]) => mean(total)),
  ];
}

function options(page: Page, width: number): uPlot.Options {
  const styles = getComputedStyle(document.documentElement);
  const color = (name: string): string => styles.getPropertyValue(`--${name}`).trim();
  const axis = {
    stroke: color('faint-ink'),
    grid: { stroke: color('line'), width: 1 },
    ticks: { show: false },
  };
  const shown = (unit: string) => (_: uPlot, value: number | null) =>
    value === null ? '–' : `${page.number(value, 1)}${unit}`;
  return {
    width,
    height: HEIGHT,
    // Days are the writer's: shown as they were written, wherever the page is opened.
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    scales: {
      // Half a day more on either side, or the first and the last bar are cut in two.
      x: { range: (_, first, last) => [first - DAY_SECONDS / 2, last + DAY_SECONDS / 2] },
      y: { range: [0, 100] },
      // Bars keep to the lower part, so that the lines can be read.
      n: { range: (_, __, most) => [0, Math.max(1, most) * 3] },
    },
    axes: [
      {
        ...axis,
        values: (_, ticks) => ticks.map((tick) => dayText(tick / DAY_SECONDS).slice(5)),
        incrs: DAYS,
      },
      { ...axis, size: 36 },
    ],
    series: [
      { label: page.say('table.date'), value: (_, day) => (day === null ? '–' : dayText(day / DAY_SECONDS)) },
      {
        label: page.say('table.transcripts'),
        scale: 'n',
        fill: color('bar'),
        paths: uPlot.paths.bars?.({ size: [0.7, 32] }),
        points: { show: false },
        value: shown(''),
      },
      { label: page.say('table.pass-rate'), stroke: color('good'), width: 2, value: shown('%') },
      { label: page.say('table.mean'), stroke: color('accent'), width: 2, dash: [6, 3], value: shown('') },
    ],
  };
}

const DAYS = [1, 2, 7, 14, 28, 56, 91, 182, 364].map((days) => days * DAY_SECONDS);

function dayTable(page: Page, days: readonly [number, Total][]): HTMLElement {
  const headings = ['date', 'transcripts', 'pass-rate', 'mean'];
  const head = el('tr', {}, ...headings.map((key) => el('th', { scope: 'col' }, page.say(`table.${key}`))));
  const lines = days.map(([day, total]) => {
    const { transcripts, passed, scored } = total;
    const score = mean(total);
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, dayText(day)),
      el('td', {}, page.number(transcripts)),
      el('td', {}, scored === 0 ? '–' : `${page.number((100 * passed) / scored, 1)}%`),
      el('td', {}, score === null ? '–' : page.number(score, 1)),
    );
  });
  return el('table', { class: 'plain' }, el('thead', {}, head), el('tbody', {}, ...lines));
}
