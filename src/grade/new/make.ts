/** Makes an exercise out of a pack: the trainer's key and the sheet for the trainees, from one draw. */
import path from 'node:path';
import { openLocale } from '../../locale/index.ts';
import type { LocaleName } from '../../locale/locale.ts';
import { PackError, type PackProblem } from '../../pack/problem.ts';
import { type Resolved, resolvePacks } from '../../pack/resolve.ts';
import { written } from '../../pack/shelf.ts';
import { parseYaml } from '../../pack/source.ts';
import { UsageError } from '../../run/usage.ts';
import type { Item } from '../exercise.ts';
import { parseExercise } from '../load.ts';
import { draw } from './draw.ts';
import { keyText } from './key.ts';
import { rewritingItems, without } from './rewriting.ts';
import { itemsOf, placeOf, type Situation, situationsOf } from './scenarios.ts';
import { sheetOf } from './sheet.ts';
import { sheetDocx } from './sheet-docx.ts';
import { sheetMarkdown } from './sheet-markdown.ts';

/** Per cent of all points; the trainer may write another into the key. */
const PASS = 60;

export interface Asked {
  /** As the user named them, relative to `folder`. */
  packs: readonly string[];
  folder: string;
  count: number;
  seed: number;
  /** Folder that the files will stand in; the key names a pack's file from there. */
  output: string;
  /** Language of the sheet where the packs have none. */
  language: LocaleName;
}

export interface Made {
  items: number;
  points: number;
  /** Files by kind, in `output`. */
  key: File;
  markdown: File;
  docx: File;
}
interface File {
  file: string;
  contents: string | Uint8Array;
}

/**
 * @throws UsageError where there are not as many situations as asked, or packs of two languages
 * @throws PackError where a pack is not well-formed, or a drawn scenario's model answer would lose marks
 */
export async function makeExercise(asked: Asked): Promise<Made> {
  const { packs, folder, count, seed, output } = asked;
  const resolved = await resolvePacks(packs, folder, written);
  const language = languageOf(resolved) ?? asked.language;
  const locale = await openLocale(language);
  const name = `${packs.map(slug).join('-')}-${seed}`;
  const keyFile = path.join(output, `${name}.yaml`);
  const title = locale.say('sheet.title', { pack: resolved.packs.at(-1)!.spec.title });
  const origin = {
    command: ['courtesy exercise new', ...packs.map((one) => `--pack ${one}`), `--count ${count}`, `--seed ${seed}`].join(' '),
    packs: resolved.packs.map(({ spec }) => `${spec.pack} ${spec.version}`).join(' · '),
  };
  const named = packs.map((one) => fromOutput(one, folder, output));
  const pack = named.length === 1 ? named[0]! : named;
  const textOf = (items: Item[]): string =>
    keyText({ exercise: name, title, language, pack, pass: PASS, items }, origin, locale);

  const situations = situationsOf(resolved);
  const items =
    situations.length > 0
      ? await drawn(situations, asked, (some) => faults(keyFile, textOf(some), some.length))
      : enough(
          await settled(rewritingItems(resolved, seed, locale), (some) => faults(keyFile, textOf(some), some.length), (step, item) =>
            without(step, item, locale),
          ),
          asked,
        );
  const sheet = sheetOf({ language, title, items, pass: PASS }, locale);
  const file = (ending: string, contents: string | Uint8Array): File => ({
    file: path.join(output, `${name}.${ending}`),
    contents,
  });
  return {
    items: items.length,
    points: items.reduce((sum, item) => sum + item.points, 0),
    key: file('yaml', textOf(items)),
    markdown: file('md', sheetMarkdown(sheet, locale.say('sheet.answer'))),
    docx: file('docx', sheetDocx(sheet, locale)),
  };
}
