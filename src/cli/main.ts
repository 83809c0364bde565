/** Entry of the command line. */
import { localeFromEnvironment, localeNames, openLocale } from '../locale/index.ts';
import { failure } from './failure.ts';
import { program } from './program.ts';

/**
 * @param argv the words after the command's name
 * @returns the exit code: 0 nothing at or above the gate, 1 something is, 2 the job could not be done
 */
export async function main(argv: string[]): Promise<number> {
  const locale = await openLocale(localeNamed(argv) ?? localeFromEnvironment(process.env));
  try {
    return await program(argv, locale);
  } catch (error) {
    return failure(error, locale, argv.includes('--debug'));
  }
}

/** The language is needed before the options are read, to complain about them in it. */
function localeNamed(argv: readonly string[]) {
  const at = argv.findIndex((word) => word === '--locale' || word.startsWith('--locale='));
  const named = at < 0 ? undefined : argv[at]!.includes('=') ? argv[at]!.split('=')[1] : argv[at + 1];
  return localeNames.find((name) => name === named);
}
