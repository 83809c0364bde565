/** What must stand right beside a phrase's words: most phrases whose words are common are told by it not to stand there. */
import type { FoldedText } from '../text/fold.ts';
import { NEWLINE, SPACE } from '../text/units.ts';
import { mayBeEdge } from './edge.ts';
import { END, type Program } from './program.ts';
import { insideWord, isWordUnit } from './walk.ts';

/** Stand for the start or the end of a clause, and for any place that is in no word's midst; no folded text has them. */
const EDGE = 1;
const OUTSIDE = 2;
/** So many units have most texts' own among them: looking costs more than it tells. */
const MOST = 40;

/** @returns the units of which a text must have one where the program starts; '' where any may stand there */
export function openingsOf({ steps, start }: Program, forwards: boolean): string {
  const ofStep = (number: number): string | null => {
    const step = number === END ? null : steps[number]!;
    switch (step?.do) {
      case undefined:
        return String.fromCharCode(OUTSIDE);
      case 'text':
        return step.text.charAt(forwards ? 0 : step.text.length - 1);
      case 'words':
        return step.firsts;
      case 'edge':
        return String.fromCharCode(EDGE);
      case 'space':
        return String.fromCharCode(SPACE, NEWLINE, OUTSIDE);
      case 'split':
        return step.to.reduce<string | null>((all, next) => {
          const more = all === null ? null : ofStep(next);
          return more === null ? null : all + more;
        }, '');
      default:
        return null;
    }
  };
  const units = [...new Set(ofStep(start) ?? '')].join('');
  return units.length > MOST ? '' : units;
}

/**
 * @param units what `openingsOf` gave, part of a longer text
 * @param at the offset of the unit that stands beside the words
 * @param edge where the words start or end
 */
export function mayOpen(
  folded: FoldedText,
  at: number,
  edge: number,
  units: string,
  from: number,
  to: number,
): boolean {
  const { text } = folded;
  const isAround = at < 0 || at >= text.length;
  const unit = isAround ? 0 : text.charCodeAt(at);
  for (let i = from; i < to; i++) {
    const wanted = units.charCodeAt(i);
    if (wanted === unit) return true;
    if (wanted === OUTSIDE && !insideWord(text, edge)) return true;
    if (wanted === EDGE && (isAround || unit === SPACE || mayBeEdge[unit] === 1 || !folded.isEven))
      return true;
  }
  return from === to;
}

/** @returns whether a program can start where it goes on in the midst of a word */
export function opensInWords(units: string): boolean {
  if (units === '') return true;
  for (let at = 0; at < units.length; at++) if (isWordUnit(units.charCodeAt(at))) return true;
  return false;
}
