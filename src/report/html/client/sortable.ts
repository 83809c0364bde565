import { el } from './dom.ts';

/**
 * Makes the headings of a table buttons that sort its body: numbers the highest first, words from the beginning of
 * the alphabet, and the other way round when chosen again. Cells say by `data-value` what they are sorted by.
 */
export function sortable(table: HTMLTableElement): void {
  const headings = [...table.querySelectorAll<HTMLElement>('thead th')];
  for (const [column, heading] of headings.entries()) {
    const button = el('button', { type: 'button', click: () => sort(table, headings, column) });
    button.append(...heading.childNodes);
    button.setAttribute('aria-label', `${table.dataset.sort} ${button.textContent}`);
    heading.append(button);
  }
}

function sort(table: HTMLTableElement, headings: readonly HTMLElement[], column: number): void {
  const [body] = table.tBodies;
  if (!body) return;
  const rows = [...body.rows];
  const values = new Map(rows.map((row) => [row, row.cells[column]?.dataset.value ?? '']));
  const numbers = rows.every((row) => !Number.isNaN(Number(values.get(row))));
  const now = headings[column]?.getAttribute('aria-sort');
  const up = now ? now === 'descending' : !numbers;
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  rows.sort((a, b) => {
    const [ofA, ofB] = [values.get(a) ?? '', values.get(b) ?? ''];
    const order = numbers ? Number(ofA) - Number(ofB) : compare(ofA, ofB);
    return up ? order : -order;
  });
  for (const heading of headings) heading.removeAttribute('aria-sort');
  headings[column]?.setAttribute('aria-sort', up ? 'ascending' : 'descending');
  body.append(...rows);
}
