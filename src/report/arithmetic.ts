import type { Verdict } from '../judge/verdict.ts';
import type { Locale } from '../locale/locale.ts';
import { safe } from './safe.ts';
import { displayWidth, padEnd, padStart } from './width.ts';

/** One line of the sum: sign and number, what it is, and how it came about. */
export interface ArithmeticRow {
  sign: string;
  number: string;
  what: string;
  how: string;
}

/** The sum that leads to a transcript's score, one line for each rule that took points off. */
export function arithmeticRows(verdict: Verdict, locale: Locale): ArithmeticRow[] {
  const { score, scoreBeforeVeto, deductions } = verdict;
  if (score === null) return [];
  const before = scoreBeforeVeto ?? score;
  const left = deductions.reduce((rest, { taken }) => rest - taken, 100);
  // Where the sum does not lead to the score (sections with weights), it is not written as one.
  const adds = Math.abs(Math.max(0, left) - before) <= 0.5;

  const rows: ArithmeticRow[] = [];
  if (adds) rows.push({ sign: '', number: '100', what: locale.say('score.full'), how: '' });
  for (const { rule, count, points, cap, taken, section } of deductions) {
    const how = [locale.say('score.times', { count, points: decimal(points) })];
    if (cap !== null && count * points > cap) how.push(locale.say('score.capped', { cap: decimal(cap) }));
    if (section !== null) how.push(safe(section));
    rows.push({ sign: '−', number: decimal(taken), what: safe(rule), how: how.join(' · ') });
  }
  const result = verdict.vetoedBy !== null ? 'score.before-veto' : adds ? 'score.result' : 'score.weighted';
  const notes = [];
  if (deductions.length === 0) notes.push(locale.say('score.nothing-taken'));
  if (adds && left < 0) notes.push(locale.say('score.floor'));
  rows.push({ sign: '=', number: decimal(before), what: locale.say(result), how: notes.join(' · ') });
  if (verdict.vetoedBy !== null) {
    rows.push({
      sign: '→',
      number: decimal(score),
      what: locale.say('score.result'),
      how: safe(verdict.vetoedBy),
    });
  }
  return rows;
}

/** The same as aligned text. */
export function arithmetic(verdict: Verdict, locale: Locale): string[] {
  const rows = arithmeticRows(verdict, locale);
  const numbers = Math.max(...rows.map((row) => row.number.length));
  const names = Math.max(...rows.filter((row) => row.how !== '').map((row) => displayWidth(row.what)), 0);
  return rows.map(({ sign, number, what, how }) =>
    `${padEnd(sign, 1)} ${padStart(number, numbers)}  ${padEnd(what, names)}  ${how}`.trimEnd(),
  );
}

function decimal(number: number): string {
  return String(Math.round(number * 100) / 100);
}
