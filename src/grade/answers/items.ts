import type { Exercise, Item } from '../exercise.ts';
import { labelOf, loneNumber } from './label.ts';
import { behind, lettersOf } from './likewise.ts';

/** What a label, a header or a key means: an item, or what is wrong with it. */
export type Meant =
  | { item: Item /** The number beside the words is another item's. */; conflict?: true }
  | { wrong: 'extra' | 'misnumbered' };

/** The items of an exercise, as answers refer to them: by id, by number, by their situation's words. */
export class Items {
  readonly exercise: Exercise;
  private readonly byId = new Map<string, Item>();
  private readonly situations: { item: Item; letters: string }[];

  constructor(exercise: Exercise) {
    this.exercise = exercise;
    for (const item of exercise.items) this.byId.set(idKey(item.id), item);
    const all = exercise.items.map((item) => ({ item, letters: lettersOf(item.situation) }));
    // The longest first: one situation may begin as another does. Of equal ones the words tell nothing.
    this.situations = all
      .filter(({ letters }) => all.filter((one) => one.letters === letters).length === 1)
      .sort((a, b) => b.letters.length - a.letters.length);
  }

  get count(): number {
    return this.exercise.items.length;
  }

  /** @param number from 1 */
  at(number: number): Item | undefined {
    return this.exercise.items[number - 1];
  }

  positionOf(item: Item): number {
    return this.exercise.items.indexOf(item) + 1;
  }

  named(id: string): Item | undefined {
    return this.byId.get(idKey(id));
  }

  /** An id and a stop that a line begins with, or an id alone on it. @returns the item and the offset behind it */
  idAt(line: string): { item: Item; end: number } | undefined {
    const found =
      /^[\s>]*(?:#{1,6}\s+)?(?:\*\*|`)?([^\s:：*`]{1,60}?)(?:\*\*|`)?\s*(?:[:：.．、)）](?![0-9])(?:\*\*)?\s*|$)/.exec(
        line,
      );
    const item = found && this.named(found[1]!);
    return item ? { item, end: found[0].length } : undefined;
  }

  /** The item whose situation a text begins with, and the offset behind it. */
  situationAt(text: string): { item: Item; end: number } | undefined {
    for (const { item, letters } of this.situations) {
      const end = behind(text, letters);
      if (end !== undefined) return { item, end };
    }
    return undefined;
  }

  /** The items whose situations stand within a text. */
  within(text: string): Item[] {
    const letters = lettersOf(text);
    return this.situations
      .filter((one) => one.letters.length > 3 && letters.includes(one.letters))
      .map(({ item }) => item);
  }

  number(number: number): Meant {
    const item = this.at(number);
    if (item) return { item };
    return { wrong: number > this.count ? 'extra' : 'misnumbered' };
  }

  /** What a cell or a key that only refers to an item means: an id, a number, a situation, a number before it. */
  meant(reference: string): Meant | undefined {
    const text = reference.trim();
    const own = this.named(text.replace(/[:：]$/, ''));
    if (own) return { item: own };
    const number = loneNumber(text);
    if (number !== undefined) return this.number(number);
    const label = labelOf(text);
    const words = label ? text.slice(label.end) : text;
    const said = this.situationAt(words) ?? this.situationAt(text);
    if (!said) return undefined;
    const conflict = label !== undefined && this.at(label.number) !== said.item;
    return { item: said.item, ...(conflict && { conflict }) };
  }
}

const idKey = (id: string) => id.normalize('NFKC').trim().toLowerCase();
