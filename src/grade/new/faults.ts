import { PackError, type PackProblem } from '../../pack/problem.ts';
import { parseYaml } from '../../pack/source.ts';
import { parseExercise } from '../load.ts';

/** What keeps an item from being used in an exercise. */
export interface Fault {
  /** The item's number, from 0. */
  item: number;
  problem: PackProblem;
}

/**
 * @param file that the exercise will be in
 * @param text the exercise
 * @returns what the exercise's loader objects to, item by item; nothing where it objects to nothing
 * @throws PackError where it objects to something else, such as a pack
 */
export async function faultsOf(file: string, text: string): Promise<Fault[]> {
  try {
    await parseExercise(file, text);
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    const source = parseYaml(file, text);
    const { items } = source.data as { items: unknown[] };
    const lines = items.map((_, item) => source.place(['items', item]).line);
    return error.problems.map((problem) => {
      const item = problem.file === file ? lines.findLastIndex((line) => line <= problem.line) : -1;
      if (item < 0) throw error;
      return { item, problem };
    });
  }
}
