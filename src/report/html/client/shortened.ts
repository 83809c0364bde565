import { el } from './dom.ts';
import type { Page } from './page.ts';

/** Lists show this many at first. */
const SHORT = 8;

/** A list of which the first few are shown, and a button for the rest. */
export function shortened(page: Page, list: HTMLElement, lines: readonly HTMLElement[]): HTMLElement[] {
  list.append(...lines);
  if (lines.length <= SHORT) return [list];
  const show = (all: boolean): void => {
    for (const line of lines.slice(SHORT)) line.hidden = !all;
    button.textContent = page.say(all ? 'html.show-fewer' : 'html.show-all', { count: lines.length });
    button.setAttribute('aria-expanded', String(all));
  };
  const button: HTMLElement = el('button', {
    type: 'button',
    class: 'more',
    click: () => show(button.getAttribute('aria-expanded') !== 'true'),
  });
  show(false);
  return [list, button];
}
