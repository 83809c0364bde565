/** The trainer's key: the exercise as YAML that a person can read and change. */
import { Document, isCollection, isMap, isScalar, isSeq, visit } from 'yaml';
import type { Locale } from '../../locale/locale.ts';
import type { Exercise, Item } from '../exercise.ts';

/** Lists and maps that are not longer than this stand on one line. */
const LINE = 140;
/** Keys whose lists and maps may stand on one line; the others hold what is read line by line. */
const SHORT = new Set(['any', 'except', 'phrases', 'clauses', 'length', 'meta']);

/** How the exercise was made. */
export interface Origin {
  /** The command that makes it again. */
  command: string;
  /** The packs with their versions. */
  packs: string;
}

/**
 * @param exercise what is at its default is left out
 * @param locale of the exercise's language
 * @returns YAML with comments; the same exercise gives the same text
 */
export function keyText(
  exercise: Omit<Exercise, 'costs' | 'lists' | 'items'> & { items: readonly Item[] },
  origin: Origin,
  locale: Locale,
): string {
  const [only, ...others] = exercise.pack;
  const document = new Document({ ...exercise, pack: others.length > 0 ? exercise.pack : only });
  document.commentBefore = comment(locale.say('key.about', { ...origin }));
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key)) return;
      if (key.value === 'pass') key.commentBefore = comment(locale.say('key.pass'));
      if (key.value === 'items') key.spaceBefore = true;
      if (isCollection(value) && SHORT.has(String(key.value)))
        value.flow = JSON.stringify(value).length <= LINE;
    },
  });
  const items = document.get('items');
  for (const [index, item] of isSeq(items) ? items.items.entries() : []) {
    if (!isMap(item)) continue;
    item.commentBefore = comment(locale.say('key.item', { number: index + 1 }));
    item.spaceBefore = index > 0;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const comment = (text: string): string => text.replace(/^/gm, ' ');
