import type { Locale } from '../../locale/locale.ts';
import type { Irregularity } from '../answers.ts';

/** What is wrong with the numbering, as a sentence. */
export function irregularity({ kind, item, line }: Irregularity, locale: Locale): string {
  const sentence = locale.say(`book.irregular-${kind}`, { item });
  return line === undefined ? sentence : `${sentence} ${locale.say('book.at-line', { line })}`;
}
