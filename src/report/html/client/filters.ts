import { SEVERITIES } from '../data.ts';
import { el } from './dom.ts';
import type { Page } from './page.ts';
import { dayNumber, dayText } from './rows.ts';
import { type Filter, NO_FILTER, NOT_GIVEN } from './selection.ts';
import { worstRules } from './statistics.ts';

interface Field {
  element: HTMLElement;
  show(filter: Filter): void;
}

/** The form above the table. It shows the filter it is given and asks for another one when someone changes it. */
export class Filters {
  readonly element: HTMLElement;
  readonly #fields: Field[];
  readonly #search: HTMLInputElement;

  constructor(page: Page, change: (change: Partial<Filter>) => void) {
    const { agents, teams, rules } = page.data;
    const choice = (
      label: string,
      options: [value: string | number, text: string][],
      of: (filter: Filter) => string | number,
      set: (value: string) => Partial<Filter>,
      none: string | number,
    ): Field => {
      const all: [string | number, string][] = [[none, page.say('html.any')], ...options];
      const select = el(
        'select',
        { change: () => change(set(select.value)) },
        ...all.map(([value, text]) => el('option', { value }, text)),
      );
      return field(label, select, (filter) => {
        select.value = String(of(filter));
      });
    };
    const input = (
      label: string,
      attributes: Record<string, string | number>,
      of: (filter: Filter) => string,
      set: (value: string) => Partial<Filter>,
    ): Field => {
      const element = el('input', { ...attributes, change: () => change(set(element.value)) });
      return field(label, element, (filter) => {
        element.value = of(filter);
      });
    };
    const by = (names: readonly string[], all: readonly number[]): [number, string][] => {
      const collator = new Intl.Collator(undefined, { numeric: true });
      const named = names.map((name, at): [number, string] => [at, name]);
      named.sort(([, a], [, b]) => collator.compare(a, b));
      return all.includes(-1) ? [...named, [NOT_GIVEN, page.say('table.no-agent')]] : named;
    };
    const worst = worstRules(page.rows).map(({ rule, transcripts }): [number, string] => [
      rule,
      `${rules[rule]!.title} (${transcripts})`,
    ]);
    const clauses = [...new Set(rules.flatMap((rule) => [...rule.clauses]))].sort(
      new Intl.Collator(undefined, { numeric: true }).compare,
    );
    const severities = SEVERITIES.map((_, at): [number, string] => [at, page.severity(at)]);
    const results: [string, string][] = [
      ['passed', page.say('score.passed')],
      ['failed', page.say('score.failed')],
      ['none', page.say('html.unscored')],
    ];
    const score = (text: string): number => (text === '' ? -1 : Number(text));
    const number = { type: 'number', min: 0, max: 100, step: 'any', inputmode: 'decimal', placeholder: '–' };
    const shown = (value: number): string => (value === -1 ? '' : String(value));

    this.#search = el('input', {
      type: 'search',
      placeholder: page.say('html.search-hint'),
      autocomplete: 'off',
      spellcheck: 'false',
      input: () => change({ text: this.#search.value.trim() }),
    });
    const search = field(page.say('html.search'), this.#search, ({ text }) => {
      if (this.#search.value.trim() !== text) this.#search.value = text;
    });
    search.element.classList.add('search');

    this.#fields = [search];
    const add = (wanted: boolean, one: () => Field) => wanted && this.#fields.push(one());
    add(agents.length > 0, () => {
      const options = by(
        agents,
        page.rows.map(({ agent }) => agent),
      );
      return choice(
        page.say('table.agent'),
        options,
        ({ agent }) => agent,
        (v) => ({ agent: Number(v) }),
        -1,
      );
    });
    add(teams.length > 0, () => {
      const options = by(
        teams,
        page.rows.map(({ team }) => team),
      );
      return choice(
        page.say('table.team'),
        options,
        ({ team }) => team,
        (v) => ({ team: Number(v) }),
        -1,
      );
    });
    add(true, () =>
      choice(
        page.say('table.result'),
        results,
        ({ result }) => result,
        (v) => ({ result: resultOf(v) }),
        '',
      ),
    );
    add(rules.length > 0, () =>
      choice(
        page.say('table.rule'),
        worst,
        ({ rule }) => rule,
        (v) => ({ rule: Number(v) }),
        -1,
      ),
    );
    add(true, () =>
      choice(
        page.say('table.severity'),
        severities,
        (f) => f.severity,
        (v) => ({ severity: Number(v) }),
        -1,
      ),
    );
    add(clauses.length > 0, () =>
      choice(
        page.say('table.clauses'),
        clauses.map((clause) => [clause, clause]),
        ({ clause }) => clause,
        (clause) => ({ clause }),
        '',
      ),
    );
    add(true, () =>
      input(
        page.say('html.score-from'),
        number,
        (f) => shown(f.low),
        (v) => ({ low: score(v) }),
      ),
    );
    add(true, () =>
      input(
        page.say('html.score-to'),
        number,
        (f) => shown(f.high),
        (v) => ({ high: score(v) }),
      ),
    );
    const date = { type: 'date' };
    add(page.hasDays, () =>
      input(
        page.say('html.from'),
        date,
        (f) => dayText(f.from),
        (v) => ({ from: dayNumber(v) }),
      ),
    );
    add(page.hasDays, () =>
      input(
        page.say('html.to'),
        date,
        (f) => dayText(f.to),
        (v) => ({ to: dayNumber(v) }),
      ),
    );
    const clear = el(
      'button',
      { type: 'button', class: 'clear', click: () => change(NO_FILTER) },
      page.say('html.clear'),
    );
    this.element = el(
      'form',
      { class: 'filters', 'aria-label': page.say('html.filter'), submit: (event) => event.preventDefault() },
      search.element,
      el(
        'details',
        // Where there is room nothing is folded away; the styles hide the summary there.
        { open: matchMedia('(min-width: 641px)').matches },
        el('summary', {}, page.say('html.filter')),
        el('div', { class: 'fields' }, ...this.#fields.slice(1).map(({ element }) => element), clear),
      ),
    );
  }

  show(filter: Filter): void {
    for (const one of this.#fields) one.show(filter);
  }

  focus(): void {
    this.#search.focus();
  }
}

function field(label: string, control: HTMLElement, show: Field['show']): Field {
  return { element: el('label', {}, el('span', {}, label), control), show };
}

function resultOf(value: string): Filter['result'] {
  return value === 'passed' || value === 'failed' || value === 'none' ? value : '';
}
