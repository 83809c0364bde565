/** What is wrong with an exercise although its form is right. */
import type { Message } from '../judge/verdict.ts';
import type { PackProblem } from '../pack/problem.ts';
import type { Path, YamlSource } from '../pack/source.ts';
import type { Exercise, Item } from './exercise.ts';

/** @returns every mistake that can be seen without a pack, where it stands */
export function mistakes(exercise: Exercise, source: YamlSource): PackProblem[] {
  const found: PackProblem[] = [];
  const seen = new Map<string, number>();
  for (const [index, item] of exercise.items.entries()) {
    const at = (path: Path, message: Message): void => {
      found.push({ ...source.place(['items', index, ...path]), message });
    };
    const before = seen.get(item.id);
    if (before !== undefined) {
      const { line } = source.place(['items', before, 'id']);
      at(['id'], { key: 'exercise.doubled-id', values: { id: item.id, line } });
    }
    seen.set(item.id, before ?? index);
    for (const [path, message] of mistakesOf(item)) at(path, message);
  }
  return found;
}

function* mistakesOf(item: Item): Generator<[Path, Message]> {
  const sum = item.steps.reduce((all, { points }) => all + points, 0);
  if (sum !== item.points)
    yield [['points'], { key: 'exercise.points-differ', values: { points: item.points, sum } }];
  const { min = 1, max = Number.POSITIVE_INFINITY } = item.length ?? {};
  if (min > max) yield [['length'], { key: 'exercise.length-order', values: { min, max } }];
  const names = item.steps.map(({ step }) => step);
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) < index)
      yield [['steps', index, 'step'], { key: 'exercise.doubled-step', values: { step: name } }];
  }
}
