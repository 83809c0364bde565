/** Tries a pack's own scenarios before anybody is asked them: what `courtesy test` tells. */
import path from 'node:path';
import { openLocale } from '../../locale/index.ts';
import { PackError, type PackProblem } from '../../pack/problem.ts';
import type { LoadedPack } from '../../pack/shape.ts';
import type { Item } from '../exercise.ts';
import { type Fault, faultsOf } from './faults.ts';
import { keyText } from './key.ts';
import { itemsOf, placeOf, type Situation, situationsOf } from './scenarios.ts';

/**
 * @param name of the pack as the user wrote it, relative to `folder`
 * @returns where the pack's scenarios do not hold: a model answer that would lose marks, a phrase that cannot be read
 */
export async function scenarioProblems(
  pack: LoadedPack,
  name: string,
  folder: string,
): Promise<PackProblem[]> {
  const situations = situationsOf([pack]);
  if (situations.length === 0) return [];
  const { spec } = pack;
  const language = spec.language ?? 'zh';
  const locale = await openLocale(language);
  const file = path.join(folder, 'scenarios.yaml').replaceAll('\\', '/');
  const frame = { exercise: 'scenarios', title: spec.title, language, pack: [name], pass: 0 };
  try {
    const items = await itemsOf(situations);
    const text = keyText({ ...frame, items }, { command: '', packs: '' }, locale);
    return problemsOf(situations, await faultsOf(file, text));
  } catch (error) {
    if (error instanceof PackError) return error.problems;
    throw error;
  }
}

/**
 * @returns the items
 * @throws PackError where one does not hold, naming the place where its scenario is written
 */
export async function soundItems(
  situations: readonly Situation[],
  faults: (items: readonly Item[]) => Promise<Fault[]>,
): Promise<Item[]> {
  const items = await itemsOf(situations);
  const problems = await problemsOf(situations, await faults(items));
  if (problems.length > 0) throw new PackError(problems);
  return items;
}

const problemsOf = (situations: readonly Situation[], faults: readonly Fault[]): Promise<PackProblem[]> =>
  Promise.all(
    faults.map(async ({ item, problem: { message } }) => ({
      ...(await placeOf(situations[item]!)),
      message,
    })),
  );
