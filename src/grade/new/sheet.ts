/** What is printed on the trainee's sheet, whatever it is printed as. */
import type { Locale } from '../../locale/locale.ts';
import type { Exercise } from '../exercise.ts';

export interface Sheet {
  title: string;
  /** Where the trainee writes name, class and date: each with its colon. */
  blanks: string[];
  instructions: string;
  /** `3. situation (10 points)`; what the trainee should know beside it. */
  items: { heading: string; points: string; context: string | null }[];
}

/** @param locale of the exercise's language */
export function sheetOf(
  { title, items, pass }: Pick<Exercise, 'title' | 'items' | 'pass'>,
  locale: Locale,
): Sheet {
  const points = items.reduce((sum, item) => sum + item.points, 0);
  return {
    title,
    blanks: ['name', 'class', 'date'].map((one) => locale.say(`sheet.${one}`)),
    instructions: locale.say('sheet.instructions', {
      items: items.length,
      points,
      pass: Math.ceil((points * pass) / 100),
    }),
    items: items.map((item, index) => ({
      heading: `${index + 1}. ${item.situation}`,
      points: locale.say('sheet.points', { points: item.points }),
      context: item.context === undefined ? null : locale.say('sheet.context', { context: item.context }),
    })),
  };
}
