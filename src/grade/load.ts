/** Reads an exercise, compiles it, and has its own model answers marked before anybody else's. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Message } from '../judge/verdict.ts';
import { compile, type Ruleset } from '../pack/compile.ts';
import { loadPack } from '../pack/load.ts';
import { PackError, type PackProblem } from '../pack/problem.ts';
import { resolveLoaded, resolvePacks } from '../pack/resolve.ts';
import { checked } from '../pack/schema.ts';
import { shipped } from '../pack/shelf.ts';
import { parseYaml, type YamlSource } from '../pack/source.ts';
import { loadRegexEngine } from '../phrase/regex.ts';
import { loadStemmer } from '../text/stem.ts';
import type { Costs, Exercise, Item } from './exercise.ts';
import { mistakes } from './exercise-checks.ts';
import { joined, packOf } from './exercise-pack.ts';
import { exerciseSchema } from './exercise-schema.ts';
import type { Mark } from './mark.ts';
import { Marker } from './marker.ts';

/** An exercise that is ready to mark answers. */
export interface LoadedExercise {
  exercise: Exercise;
  ruleset: Ruleset;
}

const DEFAULT_PASS = 60;
/** A wording of the norm's forbidden list loses half of an item, a clumsy one a fifth. */
const DEFAULT_COSTS: Costs = { error: 50, warning: 20, info: 0 };

/**
 * @param file path of an exercise's YAML
 * @throws PackError naming every place where it is not well-formed, or where its own model answers would lose marks
 */
export async function loadExercise(file: string): Promise<LoadedExercise> {
  const name = file.replaceAll('\\', '/');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const why = (error as Error).message;
    throw new PackError([
      { file: name, line: 0, column: 0, message: { key: 'exercise.unreadable', values: { why } } },
    ]);
  }
  return parseExercise(name, text);
}

/**
 * @param file as problems name it; paths of packs are relative to it
 * @throws PackError as `loadExercise`
 */
export async function parseExercise(file: string, text: string): Promise<LoadedExercise> {
  const source = parseYaml(file, text);
  const exercise = complete(checked(exerciseSchema(), source) as Written);
  refuse(mistakes(exercise, source));
  await findPacks(exercise, source);
  const own = await resolveLoaded([packOf(exercise, file, text)], shipped);
  const packs = await resolvePacks(exercise.pack, path.dirname(file), shipped);
  const ruleset = await compile(joined(packs, own));
  const { regex, stems } = ruleset.book.engines;
  if (regex) await loadRegexEngine();
  if (stems) await loadStemmer();
  const loaded = { exercise, ruleset };
  refuse(modelMistakes(loaded, source));
  return loaded;
}

/** As its author may write it: one thing where a list is meant, defaults left out. */
type Written = Omit<Exercise, 'pack' | 'pass' | 'costs' | 'lists' | 'items'> & {
  pack: string | string[];
  pass?: number;
  costs?: Partial<Costs>;
  lists?: Exercise['lists'];
  items: (Omit<Item, 'model'> & { model: string | string[] })[];
};

function complete(written: Written): Exercise {
  return {
    exercise: written.exercise,
    title: written.title,
    language: written.language,
    pack: [written.pack].flat(),
    pass: written.pass ?? DEFAULT_PASS,
    costs: { ...DEFAULT_COSTS, ...written.costs },
    lists: written.lists ?? {},
    items: written.items.map((item) => ({ ...item, model: [item.model].flat() })),
  };
}

function refuse(problems: PackProblem[]): void {
  if (problems.length > 0) throw new PackError(problems);
}

/** A pack that there is not is told where it is named. */
async function findPacks({ pack }: Exercise, source: YamlSource): Promise<void> {
  const folder = path.dirname(source.file);
  for (const [index, name] of pack.entries()) {
    const listed = Array.isArray((source.data as { pack: unknown }).pack);
    await loadPack({ name, folder, place: source.place(listed ? ['pack', index] : ['pack']) }, shipped);
  }
}

/** A model answer that would not earn everything is a mistake of the exercise, not of the trainees. */
function modelMistakes(loaded: LoadedExercise, source: YamlSource): PackProblem[] {
  const marker = new Marker(loaded);
  return loaded.exercise.items.flatMap((item, index) => {
    const { model } = (source.data as { items: { model: unknown }[] }).items[index]!;
    return item.model.flatMap((text, number) => {
      const path = ['items', index, 'model', ...(Array.isArray(model) ? [number] : [])];
      const mark = marker.mark(item, { text, line: 1 });
      return reasons(mark).map((message) => ({ ...source.place(path), message }));
    });
  });
}

function reasons({ item, steps, wordings, remarks, given, possible }: Mark): Message[] {
  const missing = steps.filter(({ earned, possible: full }) => earned < full);
  const costly = wordings.filter(({ cost, veto }) => cost > 0 || veto);
  const found = [
    ...missing.map(({ step }): Message => ({ key: 'exercise.model-misses', values: { item, step } })),
    ...costly.map(
      ({ text, rule, message }): Message => ({
        key: 'exercise.model-says',
        values: { item, text, why: rule ?? message },
      }),
    ),
  ];
  if (found.length > 0 || given === possible) return found;
  const remark = remarks.find((one) => one !== 'copied-model');
  return [{ key: 'exercise.model-remark', values: { item }, parts: { remark: { key: `remark.${remark}` } } }];
}
