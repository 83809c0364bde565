import { SEVERITIES, type Talk } from '../data.ts';
import { el } from './dom.ts';
import type { Page } from './page.ts';
import { dayText, type Row } from './rows.ts';
import { scoreBadge } from './table.ts';
import { bubbles, noteId, sumTable } from './talk.ts';

interface Around {
  /** The transcript before or after this one in the list. */
  beside(index: number, step: 1 | -1): Row | undefined;
  /** Goes to a transcript, or back to the list. */
  go(index: number | undefined): void;
}

/** One conversation over the list. The browser's own dialog keeps the focus inside and gives it back. */
export class Dialog {
  readonly element: HTMLDialogElement;
  readonly #page: Page;
  readonly #around: Around;
  #row: Row | undefined;
  #count = 0;
  #at = -1;

  constructor(page: Page, around: Around) {
    this.#page = page;
    this.#around = around;
    this.element = el('dialog', {
      class: 'talk',
      'aria-labelledby': 'talk-title',
      keydown: (event) => this.#key(event as KeyboardEvent),
      close: () => around.go(undefined),
      // The backdrop is the dialog itself; what is inside covers all of it.
      click: (event) => event.target === this.element && this.element.close(),
    });
  }

  get isOpen(): boolean {
    return this.element.open;
  }

  open(row: Row): void {
    const talk = this.#page.talk(row.index);
    this.#row = row;
    this.#count = talk.violations.length;
    this.#at = -1;
    this.element.replaceChildren(el('div', { class: 'sheet' }, this.#head(row), this.#body(row, talk)));
    if (!this.element.open) this.element.showModal();
    this.element.querySelector<HTMLElement>('.scroll')?.focus();
  }

  close(): void {
    if (this.element.open) this.element.close();
  }

  #head(row: Row): HTMLElement {
    const page = this.#page;
    const about = [
      row.agent === -1 ? '' : `${page.say('table.agent')} ${page.agent(row)}`,
      row.team === -1 ? '' : `${page.say('table.team')} ${page.team(row)}`,
      dayText(row.day),
      row.file,
    ];
    const button = (label: string, sign: string, act: () => void, possible = true) =>
      el(
        'button',
        { type: 'button', title: label, 'aria-label': label, disabled: !possible, click: act },
        sign,
      );
    const beside = (step: 1 | -1) => this.#around.beside(row.index, step) !== undefined;
    return el(
      'header',
      {},
      el(
        'div',
        { class: 'titles' },
        el('h2', { id: 'talk-title' }, row.id),
        el('p', {}, about.filter((part) => part !== '').join(' · ')),
      ),
      scoreBadge(page, row),
      el(
        'div',
        { class: 'buttons' },
        button(page.say('html.previous-talk'), '‹', () => this.#move(-1), beside(-1)),
        button(page.say('html.next-talk'), '›', () => this.#move(1), beside(1)),
        button(page.say('html.print'), page.say('html.print'), () => print()),
        button(page.say('html.close'), '×', () => this.close()),
      ),
    );
  }

  #body(row: Row, talk: Talk): HTMLElement {
    const page = this.#page;
    const list = talk.violations.map(({ message, severity }, at) =>
      el(
        'li',
        { class: SEVERITIES[severity]! },
        el('button', { type: 'button', click: () => this.#show(at) }, message),
      ),
    );
    return el(
      'div',
      { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': page.say('html.conversation') },
      el(
        'aside',
        {},
        el('h3', {}, page.say('html.arithmetic')),
        sumTable(page, talk),
        row.violations === 0 ? null : el('h3', {}, page.say('html.violations', { count: row.violations })),
        row.violations === 0 ? null : el('ol', { class: 'violations' }, ...list),
        el('p', { class: 'keys' }, page.say('html.keys-talk')),
      ),
      bubbles(page, talk),
    );
  }

  #show(at: number): void {
    this.#at = at;
    const note = document.getElementById(noteId(at));
    note?.focus({ preventScroll: true });
    note?.scrollIntoView({ block: 'center' });
  }

  #move(step: 1 | -1): void {
    const next = this.#row && this.#around.beside(this.#row.index, step);
    if (next) this.#around.go(next.index);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      this.#move(event.key === 'ArrowLeft' ? -1 : 1);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && this.#count > 0) {
      event.preventDefault();
      const next = this.#at + (event.key === 'ArrowDown' ? 1 : -1);
      this.#show(Math.max(0, Math.min(this.#count - 1, next)));
    }
  }
}
