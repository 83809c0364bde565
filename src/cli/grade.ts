/** `courtesy grade`: marks a class's written answers to an exercise. */
import { readAnswers } from '../grade/answers/index.ts';
import type { GradeBook } from '../grade/book.ts';
import { grade } from '../grade/grade.ts';
import { loadExercise } from '../grade/load.ts';
import { idle, loadOverrides, type Override, overridesBeside } from '../grade/overrides.ts';
import type { GradeFormat } from '../grade/report/format.ts';
import { gradeFormats } from '../grade/report/index.ts';
import type { Problem } from '../judge/verdict.ts';
import type { Locale } from '../locale/locale.ts';
import type { Io } from '../run/options.ts';
import { type FormatRequest, WholeFile } from '../run/outputs.ts';
import { problemLine } from '../run/problem-line.ts';
import { EXIT } from '../run/run.ts';
import { UsageError } from '../run/usage.ts';
import type { Command } from './commander.ts';
import { collectFormat, withCommonOptions } from './common.ts';
import { terminal } from './terminal.ts';

interface Flags {
  format?: FormatRequest[];
  overrides?: string;
}

interface Output {
  format: GradeFormat;
  file?: string;
}

export function addGrade(root: Command, locale: Locale, done: (code: number) => void): void {
  const formats = Object.keys(gradeFormats).join(' ');
  const say = (key: string): string => locale.say(`cli.grade${key}`, { formats });
  withCommonOptions(root.command('grade'), locale)
    .description(say(''))
    .argument('<exercise>', say('.exercise'))
    .argument('<answers...>', say('.answers'))
    .option('-f, --format <name[=file]>', say('.format'), collectFormat)
    .option('--overrides <file>', say('.overrides'))
    .addHelpText('after', () => `\n${say('.exit-codes')}`)
    .action(async (exercise: string, answers: string[], flags: Flags) => {
      done(await gradeClass(exercise, answers, flags, locale, terminal()));
    });
}

async function gradeClass(
  file: string,
  paths: string[],
  flags: Flags,
  locale: Locale,
  io: Io,
): Promise<number> {
  const outputs = await Promise.all((flags.format ?? [{ name: 'table' }]).map(outputOf));
  const loaded = await loadExercise(file);
  const problem = (one: Problem): void => io.say(problemLine(one));
  const sheets = await readAnswers(paths, loaded.exercise, { locale, problem });
  if (sheets.length === 0) throw new UsageError('grade.no-answers', { paths: paths.join(', ') });

  const corrections = flags.overrides ?? overridesBeside(file);
  const overrides = corrections === undefined ? [] : loadOverrides(corrections);
  const book = grade(loaded, sheets, overrides);
  for (const line of idleLines(overrides, book, locale)) io.say(line);
  await write(outputs, book, locale, io);
  return EXIT.clean;
}

/** @throws UsageError for a format there is not, or a binary one without a file */
async function outputOf({ name, file }: FormatRequest): Promise<Output> {
  const load = Object.hasOwn(gradeFormats, name) ? gradeFormats[name] : undefined;
  if (!load) {
    const known = Object.keys(gradeFormats);
    const { nearest } = await import('../text/nearest.ts');
    throw new UsageError('run.unknown-format', { name, known: known.join(', ') }, nearest(name, known));
  }
  const format = await load();
  if (format.binary && !file) throw new UsageError('run.binary-output', { format: name });
  return { format, file };
}

/** All reports are made before any is put in its place. */
async function write(outputs: readonly Output[], book: GradeBook, locale: Locale, io: Io): Promise<void> {
  const { color, width } = io.stdout;
  const files: WholeFile[] = [];
  try {
    for (const { format, file } of outputs) {
      const context = { locale, version: __VERSION__, color: color && file === undefined, width };
      const report = await format.write(book, context);
      if (file === undefined) {
        io.stdout.write(report);
        continue;
      }
      const whole = new WholeFile(file);
      files.push(whole);
      whole.write(report);
    }
  } catch (error) {
    for (const file of files) file.abandon();
    throw error;
  }
  for (const file of files) file.commit();
}

function idleLines(overrides: readonly Override[], book: GradeBook, locale: Locale): string[] {
  const markOf = (trainee: string, item: string) =>
    book.sheets.find((sheet) => sheet.trainee === trainee)!.marks.find((mark) => mark.item === item)!;
  return idle(overrides, markOf).map(
    ({ trainee, item, points, place: { file, line } }) =>
      `${file}:${line}: ${locale.say('override.idle', { trainee, item, points })}`,
  );
}
