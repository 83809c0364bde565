/** The command line: which words it takes. What each command does is in its own file. */
import type { Locale } from '../locale/locale.ts';
import { addCheck } from './check.ts';
import { Command } from './commander.ts';
import { addConvert } from './convert.ts';
import { addExplain } from './explain.ts';
import { addFormats } from './formats.ts';
import { addRules } from './rules.ts';
import { addTest } from './test.ts';
import { addWhy } from './why.ts';

/** @returns the exit code of the command that the words ask for */
export async function program(argv: string[], locale: Locale): Promise<number> {
  if (argv[0] === '__compile-packs') {
    const { compilePacks } = await import('./compile-packs.ts');
    return compilePacks();
  }
  if (argv[0] === '__docs') {
    const { writeDocs } = await import('./write-docs.ts');
    return writeDocs(argv.includes('--check'));
  }
  let code = 0;
  const done = (result: number): void => {
    code = result;
  };
  const headings: Record<string, string> = Object.fromEntries(
    ['usage', 'arguments', 'options', 'commands'].map((one) => [
      `${one[0]!.toUpperCase()}${one.slice(1)}:`,
      locale.say(`usage.${one}`),
    ]),
  );
  const root = new Command('courtesy')
    .description(locale.say('cli.about'))
    .version(__VERSION__, '-V, --version', locale.say('cli.version'))
    .helpOption('-h, --help', locale.say('cli.help'))
    .helpCommand('help [command]', locale.say('cli.help'))
    .configureHelp({ styleTitle: (title) => headings[title] ?? title })
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  addCheck(root, locale, done);
  addTest(root, locale, done);
  addRules(root, locale, done);
  addExplain(root, locale, done);
  addWhy(root, locale, done);
  addConvert(root, locale, done);
  addFormats(root, locale, done);
  await root.parseAsync(argv, { from: 'user' });
  return code;
}
