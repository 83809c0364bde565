/** Makes an exercise out of packs: the trainer's key and the sheet for the trainees, from one draw. */
import path from 'node:path';
import { openLocale } from '../../locale/index.ts';
import type { Locale, LocaleName } from '../../locale/locale.ts';
import { type Resolved, resolvePacks } from '../../pack/resolve.ts';
import { written } from '../../pack/shelf.ts';
import { UsageError } from '../../run/usage.ts';
import type { Item } from '../exercise.ts';
import { draw } from './draw.ts';
import { type Fault, faultsOf } from './faults.ts';
import { keyText } from './key.ts';
import { soundItems } from './prove.ts';
import { rewritingItems, without } from './rewriting.ts';
import { situationsOf } from './scenarios.ts';
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
  /** A whole number from 0. */
  seed: number;
  /** The folder that the files are for: the key names a pack's file from there. */
  output: string;
  /** Of the sheet, where the packs have no language. */
  language: LocaleName;
}

/** A file that is not written yet. */
export interface Paper {
  file: string;
  contents: string | Uint8Array;
}

export interface Made {
  items: number;
  /** How many there were to draw from. */
  of: number;
  key: Paper;
  sheets: Paper[];
}

/** Asks the exercise's loader about items. */
type Faults = (items: readonly Item[]) => Promise<Fault[]>;

/**
 * @returns what to write; the same question gives the same bytes
 * @throws UsageError where there are not as many situations as asked for, or packs of two languages
 * @throws PackError where a pack is not well-formed, or the model answer of a scenario that was drawn would lose marks
 */
export async function makeExercise(asked: Asked): Promise<Made> {
  const { packs, folder, output, seed } = asked;
  const resolved = await resolvePacks(packs, folder, written);
  const language = languageOf(resolved) ?? asked.language;
  const locale = await openLocale(language);
  const name = `${packs.map(slug).join('-')}-${seed}`;
  const frame = {
    exercise: name,
    title: locale.say('sheet.title', { pack: resolved.packs.at(-1)!.spec.title }),
    language,
    pack: packs.map((one) => fromOutput(one, folder, output)),
    pass: PASS,
  };
  const origin = { command: commandOf(asked), packs: versionsOf(resolved) };
  const paper = (ending: string, contents: Paper['contents']): Paper => ({
    file: path.join(output, `${name}.${ending}`),
    contents,
  });
  const key = (items: readonly Item[]): Paper => paper('yaml', keyText({ ...frame, items }, origin, locale));
  const faults: Faults = (items) => {
    const { file, contents } = key(items);
    return faultsOf(file.replaceAll('\\', '/'), String(contents));
  };

  const { items, of } = await drawn(resolved, asked, faults, locale);
  const sheet = sheetOf({ ...frame, items }, locale);
  return {
    items: items.length,
    of,
    key: key(items),
    sheets: [
      paper('md', sheetMarkdown(sheet, locale.say('sheet.answer'))),
      paper('docx', sheetDocx(sheet, locale)),
    ],
  };
}

async function drawn(
  resolved: Resolved,
  { packs, count, seed }: Asked,
  faults: Faults,
  locale: Locale,
): Promise<{ items: Item[]; of: number }> {
  const scenarios = situationsOf(resolved.packs);
  const others =
    scenarios.length > 0 ? [] : await settled(rewritingItems(resolved, seed, locale), faults, locale);
  const of = scenarios.length + others.length;
  if (of < count) {
    const values = { pack: packs.join(', '), known: of, count };
    throw new UsageError(of === 0 ? 'exercise-new.none' : 'exercise-new.too-many', values);
  }
  const items =
    scenarios.length > 0 ? await soundItems(draw(scenarios, count, seed), faults) : draw(others, count, seed);
  return { items, of };
}

/**
 * Items made from rules ask for too much at first: what their model answers do not show is taken out, and so are
 * items that cannot be helped.
 */
async function settled(items: Item[], faults: Faults, locale: Locale): Promise<Item[]> {
  if (items.length === 0) return [];
  const found = await faults(items);
  if (found.length === 0) return items;
  const mended = items.flatMap((item, index) => {
    const own = found.filter((one) => one.item === index).map(({ problem }) => problem.message);
    const missing = own.map(({ key, values }) =>
      key === 'exercise.model-misses' ? String(values?.step) : null,
    );
    return (
      missing.reduce<Item | null>(
        (left, step) => (left && step !== null ? without(step, left, locale) : null),
        item,
      ) ?? []
    );
  });
  return settled(mended, faults, locale);
}

/** @returns null where the packs are for any language */
function languageOf({ packs }: Resolved): LocaleName | null {
  const [first, ...others] = new Set(packs.flatMap(({ spec }) => spec.language ?? []));
  if (others.length > 0) throw new UsageError('exercise-new.two-languages');
  return first ?? null;
}

const commandOf = ({ packs, count, seed }: Asked): string =>
  ['courtesy exercise new', ...packs.map((one) => `--pack ${one}`), `--count ${count} --seed ${seed}`].join(
    ' ',
  );

const versionsOf = ({ packs }: Resolved): string =>
  packs.map(({ spec }) => `${spec.pack} ${spec.version}`).join(' · ');

const isPath = (pack: string): boolean => /^[./~]|\.ya?ml$|^[A-Za-z]:[\\/]/.test(pack);

/** `zh/repair` → `zh-repair`, `../packs/acme.yaml` → `acme`: part of a file's name. */
const slug = (pack: string): string =>
  (isPath(pack) ? path.parse(pack).name : pack)
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|-+$/g, '');

/** As the key has to name a pack: paths are relative to the key. */
function fromOutput(pack: string, folder: string, output: string): string {
  if (!isPath(pack) || path.isAbsolute(pack)) return pack;
  const relative = path.relative(output, path.resolve(folder, pack)).replaceAll('\\', '/');
  return relative.startsWith('.') ? relative : `./${relative}`;
}
