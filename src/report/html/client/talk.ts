import { safe } from '../../safe.ts';
import { ROLES, SEVERITIES, type Talk, type WireViolation } from '../data.ts';
import { el } from './dom.ts';
import { pieces } from './marks.ts';
import type { Page } from './page.ts';

/** A violation with its number in the conversation. */
interface Numbered {
  at: number;
  violation: WireViolation;
}

/** The conversation in bubbles, each violation marked in its words and explained below them. */
export function bubbles(page: Page, { turns, violations }: Talk): HTMLElement {
  const byTurn = new Map<number, Numbered[]>();
  for (const [at, violation] of violations.entries()) {
    const list = byTurn.get(violation.turn) ?? [];
    list.push({ at, violation });
    byTurn.set(violation.turn, list);
  }
  const items = turns.map(([role, text, speaker, time], turn) => {
    const found = byTurn.get(turn) ?? [];
    const name = page.say(`role.${ROLES[role]}`);
    const who = [name, speaker === 0 || speaker === name ? '' : safe(speaker), time === 0 ? '' : safe(time)];
    return el(
      'li',
      { class: `turn ${ROLES[role]}` },
      el('span', { class: 'who' }, who.filter((part) => part !== '').join(' · ')),
      el('p', { class: 'bubble', dir: 'auto' }, ...marked(text, found)),
      ...found.map((one) => note(page, one)),
    );
  });
  return el('ol', { class: 'bubbles' }, ...items);
}

function marked(text: string, found: readonly Numbered[]): (Node | string)[] {
  if (found.length === 0) return [visible(text)];
  const severities = new Map(found.map(({ at, violation }) => [at, violation.severity]));
  const spans = found.map(({ at, violation }) => ({ at, span: violation.span }));
  return pieces(text, spans).flatMap((piece): (Node | string)[] => {
    if (piece.by.length === 0) return [visible(piece.text)];
    const gravest = Math.min(...piece.by.map((at) => severities.get(at) ?? 0));
    const mark = el('mark', { class: SEVERITIES[gravest]! }, visible(piece.text));
    return [mark, ...piece.ends.map((at) => el('sup', {}, at + 1))];
  });
}

/** What would be obeyed or hidden is shown; line feeds stay. */
function visible(text: string): string {
  return text
    .split(/\r\n|\n/)
    .map(safe)
    .join('\n');
}

function note(page: Page, { at, violation }: Numbered): HTMLElement {
  const { severity, points, message, searched, place } = violation;
  const rule = page.data.rules[violation.rule]!;
  const clauses = violation.clauses ?? rule.clauses;
  const instead = violation.instead ?? rule.instead;
  const norm = [clauses.join(page.say('report.joiner')), rule.source].filter((part) => part !== '');
  const line = (kind: string, label: string, text: string) =>
    text === '' ? null : el('p', { class: kind }, el('span', { class: 'label' }, label), safe(text));
  return el(
    'div',
    { class: `note ${SEVERITIES[severity]}`, id: noteId(at), tabindex: '-1' },
    el(
      'p',
      { class: 'message' },
      el('span', { class: 'number' }, at + 1),
      el('b', {}, safe(message)),
      points > 0 ? el('span', { class: 'points' }, `−${page.number(points, 2)}`) : null,
    ),
    line('instead', page.say('report.instead'), instead ?? ''),
    line('clauses', page.say('report.clauses'), norm.join(' · ')),
    line('why', page.say('report.why'), rule.why ?? ''),
    searched === undefined ? null : el('p', { class: 'searched' }, searched),
    el('p', { class: 'place' }, `${page.severity(severity)} · ${safe(rule.id)} · ${safe(place)}`),
  );
}

export const noteId = (at: number): string => `note-${at + 1}`;

/** The arithmetic of the score as a table. */
export function sumTable(page: Page, { sum }: Talk): HTMLElement {
  if (sum.length === 0) return el('p', { class: 'note' }, page.say('score.none'));
  const titles = new Map(page.data.rules.map(({ id, title }) => [id, title]));
  const lines = sum.map(([sign, number, what, how]) =>
    el(
      'tr',
      { class: sign === '=' || sign === '→' ? 'total' : '' },
      el('td', { class: 'sign' }, `${sign}${number}`),
      el('td', { title: what }, titles.get(what) ?? what, how === '' ? null : el('small', {}, how)),
    ),
  );
  return el('table', { class: 'sum' }, el('tbody', {}, ...lines));
}
