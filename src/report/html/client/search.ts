import { jsonText } from '../../texts.ts';
import type { Page } from './page.ts';

/** How long the page may be busy before it is let draw and hear keys, in milliseconds. */
const SLICE = 12;

/**
 * Looks for words in all conversations, a slice of time after another. A conversation is parsed only where its text
 * as it is written holds the words, which is what makes thousands of them searchable while someone types.
 * @param found is told of all hits so far, now and then and at the end
 * @returns stops the search
 */
export function searchTalks(
  page: Page,
  words: string,
  found: (hits: ReadonlySet<number>, done: boolean) => void,
): () => void {
  const wanted = words.toLowerCase();
  const written = jsonText(words).slice(1, -1).replaceAll('<', '\\u003c');
  const likely = new RegExp(written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
  const hits = new Set<number>();
  let next = 0;
  let timer = 0;
  const step = (): void => {
    const until = performance.now() + SLICE;
    while (next < page.rows.length && performance.now() < until) {
      if (likely.test(page.raw(next)) && holds(page, next, wanted)) hits.add(next);
      next++;
    }
    const done = next >= page.rows.length;
    if (!done) timer = setTimeout(step);
    found(hits, done);
  };
  timer = setTimeout(step);
  return () => clearTimeout(timer);
}

function holds(page: Page, index: number, wanted: string): boolean {
  return page
    .talk(index)
    .turns.some(([, text, speaker]) => `${text}\n${speaker || ''}`.toLowerCase().includes(wanted));
}
