/** One answer, marked: what earned points and what lost them in its place, then step by step. */
import type { Locale } from '../../../locale/locale.ts';
import type { Item } from '../../exercise.ts';
import type { Mark, StepMark, WordingMark } from '../../mark.ts';
import { CLAUSES, isCharged } from '../columns.ts';
import type { ItemName } from '../item-names.ts';
import { type Child, el, type Markup } from './markup.ts';
import { level, lost, shareOf } from './words.ts';

/** @param id of the element, which the grade book links to */
export function answer(mark: Mark, item: Item, name: ItemName, id: string, locale: Locale): Markup {
  const { text, points, possible } = mark;
  return el(
    'section',
    { class: 'answer', id },
    el(
      'header',
      {},
      el('h3', {}, name.short, name.short === item.id ? null : el('small', { class: 'id' }, ` ${item.id}`)),
      el('p', { class: 'situation' }, item.situation),
      el('p', { class: `mark ${level(shareOf(points, possible))}` }, el('b', {}, points), ` / ${possible}`),
    ),
    item.context === undefined ? null : el('p', { class: 'context' }, item.context),
    el(
      'div',
      { class: 'columns' },
      el(
        'div',
        {},
        el('h4', {}, locale.say('book.answer')),
        text.trim() === ''
          ? el('p', { class: 'said none' }, locale.say('book.no-answer'))
          : el('p', { class: 'said' }, ...inPlace(mark)),
        remarks(mark, locale),
        wordings(mark.wordings, locale),
        override(mark, locale),
        models(item, locale),
      ),
      steps(mark.steps, locale),
    ),
  );
}

/** A stretch of the answer that is marked, and what is written behind it. */
interface Stretch {
  span: readonly [number, number];
  class: 'earned' | 'lost' | 'noted';
  label: string;
}

const signOf = (wording: WordingMark): string => (isCharged(wording) ? '✗' : '!');

/** Stretches may overlap: the answer is cut wherever one begins or ends. */
function inPlace({ text, steps, wordings }: Mark): Child[] {
  const stretches: Stretch[] = [
    ...steps.flatMap(({ span, earned, step }): Stretch[] =>
      span === undefined ? [] : [{ span, class: 'earned', label: `✓ ${step} +${earned}` }],
    ),
    ...wordings.map((wording, index): Stretch => {
      const { span, veto, cost } = wording;
      const label = `${signOf(wording)} ${index + 1} ${veto ? '' : lost(cost)}`.trimEnd();
      return { span, class: isCharged(wording) ? 'lost' : 'noted', label };
    }),
  ];
  const cuts = new Set([0, text.length, ...stretches.flatMap(({ span }) => span)]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).flatMap((end, index) => {
    const start = places[index]!;
    const piece = text.slice(start, end);
    const over = stretches.filter(({ span }) => span[0] <= start && end <= span[1]);
    const classes = [...new Set(over.map((stretch) => stretch.class))].join(' ');
    const ending = over.filter(({ span }) => span[1] === end);
    return [
      classes === '' ? piece : el('mark', { class: classes }, piece),
      ...ending.map((stretch) => el('sup', { class: stretch.class }, stretch.label)),
    ];
  });
}

function remarks({ remarks: list }: Mark, locale: Locale): Markup | null {
  if (list.length === 0) return null;
  return el(
    'ul',
    { class: 'remarks' },
    list.map((remark) => el('li', {}, locale.say(`remark.${remark}`))),
  );
}

function wordings(list: readonly WordingMark[], locale: Locale): Markup | null {
  if (list.length === 0) return null;
  return el(
    'ol',
    { class: 'wordings' },
    list.map((wording, index) => explained(wording, index, locale)),
  );
}

function explained(wording: WordingMark, index: number, locale: Locale): Markup {
  const { text, cost, veto, message, instead, clauses, rule } = wording;
  const charge = veto ? locale.say('book.veto') : cost > 0 ? lost(cost) : locale.say('book.not-charged');
  const number = el('b', { class: 'number' }, `${signOf(wording)} ${index + 1}`);
  return el(
    'li',
    isCharged(wording) ? {} : { class: 'noted' },
    el('p', {}, number, ' ', el('q', {}, text), ` ${message} `, el('b', { class: 'points' }, charge)),
    instead === undefined ? null : el('p', { class: 'instead' }, locale.say('report.instead'), instead),
    clausesOf(clauses.slice(0, CLAUSES), locale, rule),
  );
}

function clausesOf(clauses: readonly string[], locale: Locale, rule: string | null = null): Markup | null {
  const told =
    clauses.length === 0 ? null : locale.say('report.clauses') + clauses.join(locale.say('report.joiner'));
  const parts = [told, rule].filter((part) => part !== null);
  return parts.length === 0 ? null : el('p', { class: 'clauses' }, parts.join(' · '));
}

function override({ override: made, given }: Mark, locale: Locale): Markup | null {
  if (made === undefined) return null;
  const { points, reason, by } = made;
  return el(
    'p',
    { class: 'override' },
    el('b', {}, locale.say('book.overridden', { was: given, is: points })),
    reason === undefined ? null : ` ${reason}`,
    by === undefined ? null : ` (${by})`,
  );
}

function steps(list: readonly StepMark[], locale: Locale): Markup {
  const rows = list.map(({ step, possible, earned, feedback }) => {
    const state = earned <= 0 ? 'missing' : earned < possible ? 'partly' : 'whole';
    const sign = { missing: '✗', partly: '◐', whole: '✓' }[state];
    return el(
      'tr',
      { class: state },
      el(
        'th',
        { scope: 'row' },
        el('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
        step,
        earned < possible && feedback !== undefined ? el('small', {}, feedback) : null,
      ),
      el('td', {}, el('b', {}, earned), ` / ${possible}`),
    );
  });
  return el('table', { class: 'steps' }, el('caption', {}, locale.say('book.steps')), el('tbody', {}, rows));
}

function models({ model, clauses = [] }: Item, locale: Locale): Markup {
  return el(
    'div',
    { class: 'model' },
    el('h4', {}, locale.say('book.model')),
    model.map((text) => el('p', {}, text)),
    clausesOf(clauses, locale),
  );
}
