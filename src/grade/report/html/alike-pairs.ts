/** Answers that are too alike, side by side, with what they share. */
import type { Locale } from '../../../locale/locale.ts';
import type { Alike, GradeBook } from '../../book.ts';
import { itemNames } from '../item-names.ts';
import { type Child, el, type Markup } from './markup.ts';
import { answerId } from './trainee.ts';
import { percent } from './words.ts';

/** A class that copied from one sheet has hundreds of pairs, and all look the same. */
const SHOWN = 60;
/** So many characters in a row that the other has too are shown as shared. */
const SHARED = { zh: 3, en: 10 } as const;

export function alikePairs(book: GradeBook, locale: Locale): Markup | null {
  const { alike } = book;
  if (alike.length === 0) return null;
  return el(
    'section',
    { class: 'panel alike' },
    el('h2', {}, locale.say('book.alike')),
    el('p', { class: 'note' }, locale.say('book.alike-note')),
    alike.slice(0, SHOWN).map((one) => pair(one, book, locale)),
    alike.length > SHOWN ? el('p', {}, locale.say('book.more-pairs', { count: alike.length - SHOWN })) : null,
  );
}

function pair({ item, trainees, likeness }: Alike, { sheets, exercise }: GradeBook, locale: Locale): Markup {
  const at = exercise.items.findIndex(({ id }) => id === item);
  const indexes = trainees.map((trainee) => sheets.findIndex((sheet) => sheet.trainee === trainee));
  const texts = indexes.map((index) => sheets[index]!.marks[at]!.text);
  const sides = indexes.map((index, side) =>
    el(
      'div',
      {},
      el('h4', {}, el('a', { href: `#${answerId(index, at)}` }, sheets[index]!.trainee)),
      el('p', { class: 'said' }, shared(texts[side]!, texts[1 - side]!, SHARED[exercise.language])),
    ),
  );
  return el(
    'div',
    { class: 'pair' },
    el(
      'h3',
      {},
      `${itemNames(exercise)[at]!.full} · ${locale.say('book.likeness', { percent: percent(likeness) })}`,
    ),
    el('div', { class: 'sides' }, sides),
  );
}

/** The text with all runs marked that stand in the other, too. */
function shared(text: string, other: string, run: number): Child[] {
  const known = new Set<string>();
  for (let at = 0; at + run <= other.length; at++) known.add(other.slice(at, at + run));
  const pieces: Child[] = [];
  let plainFrom = 0;
  for (let at = 0; at + run <= text.length; at++) {
    if (!known.has(text.slice(at, at + run))) continue;
    let end = at + run;
    while (end < text.length && known.has(text.slice(end - run + 1, end + 1))) end++;
    pieces.push(text.slice(plainFrom, at), el('mark', { class: 'shared' }, text.slice(at, end)));
    plainFrom = end;
    at = end - 1;
  }
  return [...pieces, text.slice(plainFrom)];
}
