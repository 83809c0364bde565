import type { Language } from '../../transcript/transcript.ts';
import type { Item } from '../exercise.ts';
import { type Span, sentenceSpans } from '../spans.ts';
import { core, likeness } from './likeness.ts';

/** From here on a sentence is the sheet's own with a word changed. */
const COPIED = 0.75;
/** Letters. Shorter sentences, such as 您好, anybody may say; fewer will do where they are the sheet's to the letter. */
const SHORTEST = { zh: 6, en: 16 } as const;
const SHORTEST_EXACT = { zh: 5, en: 10 } as const;

/** @returns the sentences of an answer that stand on the sheet */
export function copied(text: string, sentences: readonly Span[], item: Item, language: Language): Span[] {
  const sheet = `${item.situation}\n${item.context ?? ''}`;
  const printed = sentenceSpans(sheet).map((span) => sheet.slice(...span));
  const whole = core(sheet);
  const models = item.model.map(core);
  return sentences.filter((span) => {
    const sentence = text.slice(...span);
    const letters = core(sentence);
    if (letters.length < SHORTEST_EXACT[language] || models.some((model) => model.includes(letters)))
      return false;
    if (whole.includes(letters)) return true;
    return (
      letters.length >= SHORTEST[language] &&
      [sheet, ...printed].some((one) => likeness(sentence, one, COPIED) >= COPIED)
    );
  });
}
