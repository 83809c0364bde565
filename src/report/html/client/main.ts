import { Dialog } from './dialog.ts';
import { el } from './dom.ts';
import { Filters } from './filters.ts';
import { overview } from './overview.ts';
import { Page } from './page.ts';
import type { Row } from './rows.ts';
import { searchTalks } from './search.ts';
import { type Filter, isFiltered, NO_FILTER, type Sort, select, sorted } from './selection.ts';
import { Table } from './table.ts';
import { mountTrend } from './trend.ts';

const NOBODY: ReadonlySet<number> = new Set();

const page = new Page();
let filter: Filter = { ...NO_FILTER };
let sort: Sort = { key: 'score', down: false };
let hits = NOBODY;
let chosen: Row[] = [];
let stopSearch = (): void => {};

const summary = el('div', { class: 'summary' });
const scope = el('p', { class: 'scope', role: 'status' });
const filters = new Filters(page, change);
const table = new Table(page, (next) => {
  sort = next;
  table.show(sorted(chosen, sort, page.data), sort);
});
const dialog = new Dialog(page, {
  beside: (index, step) => table.beside(index, step),
  go(index) {
    const left = opened();
    const hash = index === undefined ? '' : `#${index + 1}`;
    if (location.hash !== hash) location.hash = hash;
    if (index === undefined && left) table.focus(left.index);
  },
});

function change(next: Partial<Filter>): void {
  const searched = next.text !== undefined && next.text !== filter.text;
  filter = { ...filter, ...next };
  filters.show(filter);
  if (searched) search();
  refresh();
}

function search(): void {
  stopSearch();
  hits = NOBODY;
  document.body.classList.toggle('busy', filter.text !== '');
  if (filter.text === '') return;
  stopSearch = searchTalks(page, filter.text, (found, done) => {
    if (!done) return;
    hits = found;
    document.body.classList.remove('busy');
    refresh();
  });
}

function refresh(): void {
  chosen = select(page.rows, filter, page.data, hits);
  const count = chosen.length;
  const all = page.rows.length;
  scope.textContent = isFiltered(filter) ? page.say('html.filtered', { count, all }) : '';
  draw();
  table.show(sorted(chosen, sort, page.data), sort);
}

function draw(): void {
  summary.replaceChildren(...overview(page, chosen, change));
  mountTrend();
}

/** The address names the transcript that is open, so that it can be passed on and the back button works. */
function opened(): Row | undefined {
  return page.rows[Number(/^#(\d+)$/.exec(location.hash)?.[1] ?? 0) - 1];
}

function follow(): void {
  const row = opened();
  if (row) dialog.open(row);
  else dialog.close();
}

const { problems, about } = page.data;
const title = document.title;
document
  .getElementById('app')
  ?.replaceWith(
    el(
      'main',
      {},
      el(
        'header',
        { class: 'top' },
        el('h1', {}, title),
        ...about.slice(0, 1).map((line) => el('p', {}, line)),
      ),
      filters.element,
      scope,
      el('section', { class: 'overview', 'aria-label': page.say('html.overview') }, summary),
      table.element,
      problems.length === 0
        ? null
        : el(
            'section',
            { class: 'problems' },
            el('h3', {}, page.say('html.problems')),
            el('ul', {}, ...problems.map((problem) => el('li', {}, problem))),
          ),
      el('footer', {}, ...about.slice(1).map((line) => el('p', {}, line))),
    ),
    dialog.element,
  );
refresh();
follow();

addEventListener('hashchange', follow);
addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.key !== '/' || typing || dialog.isOpen) return;
  event.preventDefault();
  filters.focus();
});
// Charts are drawn in colours of their own: anew on another ground. Paper is white.
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
addEventListener('beforeprint', () => printing(true));
addEventListener('afterprint', () => printing(false));

function printing(on: boolean): void {
  document.documentElement.classList.toggle('paper', on);
  draw();
  if (!dialog.isOpen) table.print(on);
}
