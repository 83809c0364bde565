import { SEVERITIES } from '../data.ts';
import { el, hidden } from './dom.ts';
import { groupTable } from './groups.ts';
import type { Page } from './page.ts';
import type { Row } from './rows.ts';
import { type Filter, NOT_GIVEN } from './selection.ts';
import { shortened } from './shortened.ts';
import { distribution, mean, percentOf, percents, totalOf, wilson, worstRules } from './statistics.ts';
import { trend } from './trend.ts';

type Narrow = (change: Partial<Filter>) => void;

/** Numbers and charts of the transcripts that are chosen. */
export function overview(page: Page, rows: readonly Row[], narrow: Narrow): HTMLElement[] {
  const agents = (key: number) => narrow({ agent: key === -1 ? NOT_GIVEN : key });
  const teams = (key: number) => narrow({ team: key === -1 ? NOT_GIVEN : key });
  const byAgent =
    page.data.agents.length === 0
      ? [el('p', { class: 'note' }, page.say('html.no-agents'))]
      : groupTable(page, rows, ({ agent }) => agent, page.data.agents, page.say('table.agent'), agents);
  const left = [
    panel(page.say('html.distribution'), ...distributionChart(page, rows, narrow)),
    panel(page.say('html.worst-rules'), ...rulesChart(page, rows, narrow)),
  ];
  const right = [
    panel(page.say('html.trend'), ...trend(page, rows)),
    panel(page.say('html.by-agent'), ...byAgent),
  ];
  if (page.data.teams.length > 0) {
    const byTeam = groupTable(page, rows, ({ team }) => team, page.data.teams, page.say('table.team'), teams);
    left.push(panel(page.say('html.by-team'), ...byTeam));
  }
  // Two columns, each as high as it needs: in rows a short panel would leave a hole beside a long one.
  return [tiles(page, rows), el('div', { class: 'panels' }, el('div', {}, ...left), el('div', {}, ...right))];
}

function panel(title: string, ...content: Node[]): HTMLElement {
  return el('section', { class: 'panel' }, el('h3', {}, title), ...content);
}

function tiles(page: Page, rows: readonly Row[]): HTMLElement {
  const total = totalOf(rows);
  const rate = wilson(total.passed, total.scored);
  const score = mean(total);
  const tile = (label: string, value: string, note = '', tone = '') =>
    el(
      'div',
      { class: `tile ${tone}` },
      el('dt', {}, label),
      el('dd', {}, value, note === '' ? null : el('small', {}, note)),
    );
  const counts = SEVERITIES.map((_, index) => rows.reduce((sum, row) => sum + row.counts[index]!, 0));
  const told = counts.map((count, index) => `${page.severity(index)} ${page.number(count)}`).join(' · ');
  return el(
    'dl',
    { class: 'tiles' },
    tile(
      page.say('table.pass-rate'),
      rate ? `${page.number(percentOf(rate.rate), 1)}%` : '–',
      rate ? page.say('html.interval', percents(rate)) : '',
      'first',
    ),
    tile(page.say('table.mean'), score === null ? '–' : page.number(score, 1)),
    tile(page.say('table.transcripts'), page.number(total.transcripts)),
    tile(page.say('table.violations'), page.number(total.violations), told),
    tile(
      page.say('table.per-transcript'),
      total.transcripts === 0 ? '–' : page.number(total.violations / total.transcripts, 2),
    ),
  );
}

function distributionChart(page: Page, rows: readonly Row[], narrow: Narrow): HTMLElement[] {
  const bins = distribution(rows);
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const bars = bins.map(({ from, to, count, failed }) => {
    const good = el('span', { class: 'good' });
    const bad = el('span', { class: 'bad' });
    good.style.height = `${(100 * (count - failed)) / most}%`;
    bad.style.height = `${(100 * failed) / most}%`;
    const label = page.say('html.bin', { from, to: Math.floor(to), count, failed });
    const button = el(
      'button',
      {
        type: 'button',
        title: label,
        'aria-label': label,
        disabled: count === 0,
        click: () => narrow({ low: from, high: to }),
      },
      el('span', { class: 'count' }, count === 0 ? '' : page.number(count)),
      good,
      bad,
    );
    return el('li', {}, button, el('span', { class: 'tick', 'aria-hidden': 'true' }, from));
  });
  return [
    el('ol', { class: 'bins' }, ...bars),
    el(
      'p',
      { class: 'legend' },
      el('span', { class: 'key good' }),
      page.say('score.passed'),
      el('span', { class: 'key bad' }),
      page.say('score.failed'),
      el('span', { class: 'hint' }, page.say('html.distribution-note')),
    ),
  ];
}

function rulesChart(page: Page, rows: readonly Row[], narrow: Narrow): HTMLElement[] {
  const totals = worstRules(rows);
  if (totals.length === 0) return [el('p', { class: 'note' }, page.say('html.all-clean'))];
  const most = totals[0]!.transcripts;
  const lines = totals.map(({ rule, transcripts, violations }) => {
    const { id, title, severity } = page.data.rules[rule]!;
    const bar = el('span', { class: `bar ${SEVERITIES[severity]}` });
    bar.style.width = `${(100 * transcripts) / most}%`;
    const share = page.number((100 * transcripts) / rows.length, 1);
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', title: id, click: () => narrow({ rule }) },
        el('span', { class: 'name' }, title),
        el('span', { class: 'value' }, `${page.number(transcripts)} · ${share}%`),
        hidden(`${page.say('table.violations')} ${violations}`),
        el('span', { class: 'rail' }, bar),
      ),
    );
  });
  return shortened(page, el('ol', { class: 'rules' }), lines);
}
