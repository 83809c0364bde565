/** Why the job could not be done, in the user's words. */
import type { Locale } from '../locale/locale.ts';
import { PackError } from '../pack/problem.ts';
import { EXIT } from '../run/run.ts';
import { UsageError } from '../run/usage.ts';
import { CommanderError } from './commander.ts';
import { complaint } from './complaint.ts';

/**
 * Says on stderr what went wrong.
 * @param debug with the place in the program
 * @returns the exit code
 */
export function failure(error: unknown, locale: Locale, debug: boolean): number {
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  if (error instanceof CommanderError) {
    // The help that was shown says which words may follow.
    if (error.code === 'commander.help' && error.exitCode !== 0) return EXIT.failed;
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
