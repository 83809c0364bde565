import { SEVERITIES } from '../data.ts';
import { el, hidden } from './dom.ts';
import type { Page } from './page.ts';
import { dayText, type Row } from './rows.ts';
import type { Sort, SortKey } from './selection.ts';

const PER_PAGE = 50;
/** On paper there are no pages to turn; beyond this a printout is no use to anybody. */
const MOST_PRINTED = 500;

/** The list of transcripts, a page at a time: what is not seen is not in the document. */
export class Table {
  readonly element: HTMLElement;
  #rows: readonly Row[] = [];
  #sort: Sort = { key: 'score', down: false };
  #start = 0;
  readonly #page: Page;
  readonly #body = el('tbody', {});
  readonly #status = el('p', { class: 'status', role: 'status' });
  readonly #pager = el('nav', { class: 'pager' });
  readonly #headings = new Map<SortKey, HTMLElement>();
  readonly #sorter: HTMLSelectElement;

  constructor(page: Page, resort: (sort: Sort) => void) {
    this.#page = page;
    const columns = columnsOf(page);
    const heads = columns.map(({ key, label, kind }) => {
      const next = (): Sort => ({
        key,
        down: this.#sort.key === key ? !this.#sort.down : key === 'violations' || key === 'day',
      });
      const head = el(
        'th',
        { scope: 'col', class: kind },
        el('button', { type: 'button', click: () => resort(next()) }, label),
      );
      this.#headings.set(key, head);
      return head;
    });
    // Where rows are cards there are no headings to sort by.
    this.#sorter = el(
      'select',
      {
        change: () => {
          const [key = 'score', way] = this.#sorter.value.split(' ');
          resort({ key: key as SortKey, down: way === 'down' });
        },
      },
      ...columns.flatMap(({ key, label }) =>
        [false, true].map((down) => {
          const way = page.say(down ? 'html.descending' : 'html.ascending');
          return el('option', { value: `${key} ${down ? 'down' : 'up'}` }, `${label} · ${way}`);
        }),
      ),
    );
    this.element = el(
      'div',
      { class: 'list' },
      this.#status,
      el('label', { class: 'sorter' }, el('span', {}, page.say('html.sort-by')), this.#sorter),
      el(
        'table',
        { class: 'transcripts', keydown: (event) => this.#key(event as KeyboardEvent) },
        el('thead', {}, el('tr', {}, ...heads)),
        this.#body,
      ),
      this.#pager,
      el('p', { class: 'keys' }, page.say('html.keys-table')),
    );
  }

  show(rows: readonly Row[], sort: Sort): void {
    this.#rows = rows;
    this.#sort = sort;
    this.#sorter.value = `${sort.key} ${sort.down ? 'down' : 'up'}`;
    for (const [key, head] of this.#headings) {
      if (key === sort.key) head.setAttribute('aria-sort', sort.down ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    this.#turn(0);
  }

  /** The transcript before or after another one in the order of the list. */
  beside(index: number, step: 1 | -1): Row | undefined {
    const at = this.#rows.findIndex((row) => row.index === index);
    return at < 0 ? undefined : this.#rows[at + step];
  }

  /** Puts the focus on a transcript, on whichever page it is. */
  focus(index: number): void {
    const at = this.#rows.findIndex((row) => row.index === index);
    if (at < 0) return;
    if (at < this.#start || at >= this.#start + PER_PAGE) this.#turn(at - (at % PER_PAGE));
    this.#links()[at - this.#start]?.focus();
  }

  print(printing: boolean): void {
    if (!printing) {
      this.#turn(this.#start);
      return;
    }
    this.#body.replaceChildren(...this.#rows.slice(0, MOST_PRINTED).map((row) => this.#line(row)));
    const { length: count } = this.#rows;
    const shown = Math.min(count, MOST_PRINTED);
    if (shown < count) this.#status.textContent = this.#page.say('html.more-rows', { shown, count });
  }

  #turn(start: number): void {
    const page = this.#page;
    const { length: count } = this.#rows;
    this.#start = start;
    const shown = this.#rows.slice(start, start + PER_PAGE);
    this.#body.replaceChildren(...shown.map((row) => this.#line(row)));
    this.#status.textContent =
      count === 0
        ? page.say('html.none-found')
        : page.say('html.page', { from: start + 1, to: start + shown.length, count });
    const to = (key: string, next: number, possible: boolean) =>
      el(
        'button',
        {
          type: 'button',
          disabled: !possible,
          click: () => {
            this.#turn(next);
            this.element.scrollIntoView({ block: 'start' });
          },
        },
        page.say(key),
      );
    this.#pager.replaceChildren(
      to('html.previous', start - PER_PAGE, start > 0),
      to('html.next', start + PER_PAGE, start + PER_PAGE < count),
    );
    this.#pager.hidden = count <= PER_PAGE;
  }

  #line(row: Row): HTMLElement {
    const cells = columnsOf(this.#page).map(({ label, kind, content }) =>
      el('td', { class: kind, 'data-label': label }, ...content(row)),
    );
    const line = el('tr', {}, ...cells);
    // The link in the row is what keyboards and screen readers use; a mouse may take the whole row.
    line.addEventListener('click', (event) => {
      const chosen = getSelection()?.toString() !== '';
      if (!chosen && !(event.target as Element).closest('a')) line.querySelector('a')?.click();
    });
    return line;
  }

  #links(): HTMLAnchorElement[] {
    return [...this.#body.querySelectorAll('a')];
  }

  #key(event: KeyboardEvent): void {
    const links = this.#links();
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = this.#rows.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: this.#start + at + 1,
      ArrowUp: this.#start + at - 1,
      Home: 0,
      End: last,
      PageDown: this.#start + PER_PAGE,
      PageUp: this.#start - PER_PAGE,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const row = this.#rows[Math.max(0, Math.min(last, next))];
    if (row) this.focus(row.index);
  }
}

interface Column {
  key: SortKey;
  label: string;
  kind: string;
  content(row: Row): (Node | string)[];
}

const known = new WeakMap<Page, Column[]>();

function columnsOf(page: Page): Column[] {
  const made = known.get(page);
  if (made) return made;
  const { agents, teams, rules } = page.data;
  const column = (key: SortKey, word: string, kind: string, content: Column['content']): Column => ({
    key,
    label: page.say(word),
    kind,
    content,
  });
  const columns = [
    column('score', 'table.score', 'score', (row) => [scoreBadge(page, row)]),
    column('id', 'table.transcript', 'id', ({ id, index }) => [
      el('a', { href: `#${index + 1}`, 'aria-label': page.say('html.open', { id }) }, id),
    ]),
    ...(agents.length > 0 ? [column('agent', 'table.agent', 'agent', (row) => [page.agent(row)])] : []),
    ...(teams.length > 0 ? [column('team', 'table.team', 'team', (row) => [page.team(row)])] : []),
    ...(page.hasDays ? [column('day', 'table.date', 'day', ({ day }) => [dayText(day)])] : []),
    column('violations', 'table.violations', 'violations', ({ counts }) =>
      counts.flatMap((count, at) => {
        if (count === 0) return [];
        const name = page.severity(at);
        return [el('span', { class: `badge ${SEVERITIES[at]}`, title: name }, hidden(name), count), ' '];
      }),
    ),
    column('worst', 'html.worst', 'worst', (row) => [
      row.rules[0] === undefined ? page.say('html.clean') : rules[row.rules[0].rule]!.title,
    ]),
  ];
  known.set(page, columns);
  return columns;
}

export function scoreBadge(page: Page, row: Row): HTMLElement {
  const tone = row.score === null ? 'none' : row.passed ? 'good' : 'bad';
  const score = row.score === null ? '–' : page.number(row.score, 1);
  return el('span', { class: `result ${tone}` }, el('b', {}, score), ' ', page.result(row));
}
