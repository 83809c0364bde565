/** Entry of the command line. */
import { localeFromEnvironment, localeNames, openLocale } from '../locale/index.ts';
import type { Locale } from '../locale/locale.ts';
import { PackError } from '../pack/problem.ts';
import { EXIT } from '../run/run.ts';
import { UsageError } from '../run/usage.ts';
import { CommanderError } from './commander.ts';
import { complaint } from './complaint.ts';
import { program } from './program.ts';

/** The entry of a worker thread. */
export async function work(): Promise<void> {
  const thread = await import('../run/thread.ts');
  return thread.work();
}

/**
 * @param argv the words after the command's name
 * @returns the exit code: 0 nothing at or above the gate, 1 something is, 2 the job could not be done
 */
export async function main(argv: string[]): Promise<number> {
  const locale = await openLocale(localeNamed(argv) ?? localeFromEnvironment(process.env));
  try {
    return await program(argv, locale);
  } catch (error) {
    return report(error, locale, argv.includes('--debug'));
  }
}

/** The language is needed before the options are read, to complain about them in it. */
function localeNamed(argv: readonly string[]) {
  const at = argv.findIndex((word) => word === '--locale' || word.startsWith('--locale='));
  const named = at < 0 ? undefined : argv[at]!.includes('=') ? argv[at]!.split('=')[1] : argv[at + 1];
  return localeNames.find((name) => name === named);
}

function report(error: unknown, locale: Locale, debug: boolean): number {
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  if (error instanceof CommanderError) {
    const line = complaint(error, locale);
    if (line === null) return EXIT.clean;
    say(`${line} ${locale.say('usage.see-help')}`);
    return EXIT.failed;
  }
  if (error instanceof PackError) {
    for (const { file, line, column, message } of error.problems) {
      say(`${line > 0 ? `${file}:${line}:${column}` : file}: ${locale.say(message)}`);
    }
  } else if (error instanceof UsageError) {
    const meant = error.near ? ` ${locale.say('run.did-you-mean', { name: error.near })}` : '';
    say(`courtesy: ${locale.say(error.key, error.values)}${meant}`);
  } else {
    const { message, stack } = error as Error;
    say(`courtesy: ${locale.say('run.defect', { why: message })}`);
    if (debug) say(stack ?? '');
    return EXIT.failed;
  }
  if (debug) say((error as Error).stack ?? '');
  return EXIT.failed;
}
