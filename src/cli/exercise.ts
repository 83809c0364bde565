/** `courtesy exercise new`: a sheet of situations for trainees, and the key to mark it by. */
import { existsSync, mkdirSync } from 'node:fs';
import { makeExercise, type Paper } from '../grade/new/make.ts';
import type { Locale } from '../locale/locale.ts';
import { Configs } from '../run/config.ts';
import { WholeFile } from '../run/outputs.ts';
import { EXIT } from '../run/run.ts';
import { UsageError } from '../run/usage.ts';
import { type Command, InvalidArgumentError } from './commander.ts';
import { withCommonOptions } from './common.ts';
import { terminal } from './terminal.ts';

interface Flags {
  pack?: string[];
  count: number;
  seed: number;
  output: string;
  force?: boolean;
}

const USUAL = { count: 10, seed: 1 };

export function addExercise(root: Command, locale: Locale, done: (code: number) => void): void {
  const say = (key: string): string => locale.say(`cli.exercise${key}`);
  const collect = (value: string, before: string[] = []): string[] => [...before, value];
  const exercise = root.command('exercise').description(say(''));
  withCommonOptions(exercise.command('new'), locale)
    .description(say('.new'))
    .option('-p, --pack <name>', say('.pack'), collect)
    .option('-n, --count <n>', say('.count'), (text) => whole(text, 1), USUAL.count)
    .option('--seed <n>', say('.seed'), (text) => whole(text, 0), USUAL.seed)
    .option('-o, --output <folder>', say('.output'), '.')
    .option('--force', say('.force'))
    .action(async (flags: Flags) => {
      await writeNew(flags, locale);
      done(EXIT.clean);
    });
}

async function writeNew({ pack = [], count, seed, output, force }: Flags, locale: Locale): Promise<void> {
  const config = await new Configs().of('-');
  const packs = pack.length > 0 ? pack : config.packs;
  if (packs.length === 0) throw new UsageError('exercise-new.which-pack');
  const folder = pack.length > 0 ? process.cwd() : config.folder;
  const { items, of, key, sheets } = await makeExercise({
    packs,
    folder,
    count,
    seed,
    output,
    language: locale.name,
  });
  const papers = [key, ...sheets];
  const there = papers.map(({ file }) => file).filter((file) => existsSync(file));
  if (there.length > 0 && !force) throw new UsageError('exercise-new.exists', { files: there.join(', ') });
  writeAll(papers, output);

  const { stdout } = terminal();
  const line = (text: string): void => stdout.write(`${text}\n`);
  line(locale.say('exercise-new.drawn', { items, of, seed }));
  line(locale.say('exercise-new.key', { file: key.file }));
  for (const { file } of sheets) line(locale.say('exercise-new.sheet', { file }));
  line('');
  line(locale.say('exercise-new.next'));
  line(`  courtesy grade ${key.file} ${locale.say('exercise-new.answers')}`);
}

/** All of them or none. */
function writeAll(papers: readonly Paper[], folder: string): void {
  const open: WholeFile[] = [];
  try {
    makeFolder(folder);
    for (const { file, contents } of papers) {
      const one = new WholeFile(file);
      open.push(one);
      one.write(contents);
    }
  } catch (error) {
    for (const one of open) one.abandon();
    throw error;
  }
  for (const one of open) one.commit();
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UsageError('run.unwritable', { file: folder, why: (error as Error).message });
  }
}

function whole(text: string, least: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < least)
    throw new InvalidArgumentError('');
  return number;
}
