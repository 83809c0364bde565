/** What must stand right beside a phrase's words: most phrases whose words are common are told by it not to stand there. */
import type { FoldedText } from '../text/fold.ts';
import { SPACE } from '../text/units.ts';
import { END, type Program } from './program.ts';
import { isClauseMark } from './walk.ts';

/** Stands for the start or the end of a clause; no folded text has it. */
const EDGE = '\u0001';
/** Among more units than these a text's own is too often. */
const MOST = 40;

/** @returns the units of which a text must have one where the program starts; '' where any may stand there */
export function openingsOf({ steps, start }: Program, forwards: boolean): string {
  const ofStep = (number: number): string | null => {
    const step = number === END ? null : steps[number]!;
    switch (step?.do) {
      case 'text':
        return step.text.charAt(forwards ? 0 : step.text.length - 1);
      case 'words':
        return step.firsts;
      case 'edge':
        return EDGE;
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
 */
export function mayOpen(folded: FoldedText, at: number, units: string, from: number, to: number): boolean {
  const { text } = folded;
  const isOutside = at < 0 || at >= text.length;
  const unit = isOutside ? 0 : text.charCodeAt(at);
  for (let i = from; i < to; i++) {
    const wanted = units.charCodeAt(i);
    if (wanted === unit) return true;
    if (wanted === 1 && (isOutside || unit === SPACE || isClauseMark[unit] === 1 || !folded.isEven))
      return true;
  }
  return from === to;
}
