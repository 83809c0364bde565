/** The situations that an exercise may be made of: those of the packs, or else one for each rule with a bad example. */
import { PackError, type PackProblem } from '../../pack/problem.ts';
import type { LoadedPack, Scenario } from '../../pack/shape.ts';
import type { Item } from '../exercise.ts';
import { ITEM_POINTS, shareOut } from './points.ts';

/** A scenario, and where it is written: its pack and its number there, from 0. */
export interface Situation {
  scenario: Scenario;
  pack: LoadedPack;
  index: number;
}

/** @param packs parents before those that extend them. @returns their scenarios, parents' first; one with the id of a parent's stands in its place */
export function situationsOf(packs: readonly LoadedPack[]): Situation[] {
  const found = new Map<string, Situation>();
  for (const pack of packs) {
    for (const [index, scenario] of (pack.spec.scenarios ?? []).entries())
      found.set(scenario.id, { scenario, pack, index });
  }
  return [...found.values()];
}

/**
 * @returns the scenarios as items of an exercise
 * @throws PackError naming every scenario whose steps' points do not add up
 */
export async function itemsOf(situations: readonly Situation[]): Promise<Item[]> {
  const problems: PackProblem[] = [];
  const items: Item[] = [];
  for (const situation of situations) {
    const { scenario } = situation;
    const points = shareOut(scenario.steps.map((step) => step.points));
    if (points === null) {
      const place = await placeOf(situation, 'steps');
      problems.push({
        ...place,
        message: { key: 'scenario.points', values: { id: scenario.id, all: ITEM_POINTS } },
      });
    } else items.push(itemOf(scenario, points));
  }
  if (problems.length > 0) throw new PackError(problems);
  return items;
}

/** In the order in which an exercise is read. */
function itemOf({ id, situation, context, meta, steps, ...rest }: Scenario, points: number[]): Item {
  return {
    id,
    situation,
    ...(context === undefined ? {} : { context }),
    ...(meta === undefined ? {} : { meta }),
    points: ITEM_POINTS,
    steps: steps.map(({ step, points: _asked, ...said }, at) => ({ step, points: points[at]!, ...said })),
    ...rest,
    model: [rest.model].flat(),
  };
}

/** Where a scenario, or one of its keys, stands in the pack. The pack is parsed again: only a broken one pays for it. */
export async function placeOf({ pack, index }: Situation, key = 'id') {
  const { file, text = '' } = pack;
  const { parseYaml } = await import('../../pack/source.ts');
  return parseYaml(file, text).place(['scenarios', index, key]);
}
