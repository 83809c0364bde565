/** The page is whole without this: it sorts the grade book, turns pages by keys and prints. */
import { el } from './dom.ts';
import { sortable } from './sortable.ts';

const table = document.querySelector<HTMLTableElement>('#marks');
if (table) sortable(table);

for (const ways of document.querySelectorAll<HTMLElement>('.ways')) {
  ways.append(el('button', { type: 'button', click: () => print() }, ways.dataset.print ?? ''));
}

/** Keys that go where a link of the page that is open goes. */
const WAYS: Record<string, string> = { ArrowLeft: 'prev', ArrowRight: 'next', Escape: 'up' };

addEventListener('keydown', ({ key, altKey, ctrlKey, metaKey, shiftKey }) => {
  if (altKey || ctrlKey || metaKey || shiftKey) return;
  const open = document.querySelector(':target')?.closest('.trainee');
  open?.querySelector<HTMLElement>(`.ways [rel="${WAYS[key]}"]`)?.click();
});

// Paper is white, whatever the screen is.
addEventListener('beforeprint', () => document.documentElement.classList.add('paper'));
addEventListener('afterprint', () => document.documentElement.classList.remove('paper'));
