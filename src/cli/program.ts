/** The command line: which words it takes. What each command does is in its own file. */
import type { Locale } from '../locale/locale.ts';
import { Command } from './commander.ts';
import { helpIn } from './help.ts';

type Add = (root: Command, locale: Locale, done: (code: number) => void) => void;

/** Each is loaded when it is asked for: what `explain` and `test` need costs more than a whole check. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  check: async () => (await import('./check.ts')).addCheck,
  exercise: async () => (await import('./exercise.ts')).addExercise,
  test: async () => (await import('./test.ts')).addTest,
  rules: async () => (await import('./rules.ts')).addRules,
  explain: async () => (await import('./explain.ts')).addExplain,
  why: async () => (await import('./why.ts')).addWhy,
  convert: async () => (await import('./convert.ts')).addConvert,
  formats: async () => (await import('./formats.ts')).addFormats,
  baseline: async () => (await import('./baseline.ts')).addBaseline,
  grade: async () => (await import('./grade.ts')).addGrade,
  appeals: async () => (await import('./appeals.ts')).addAppeals,
  diff: async () => (await import('./diff.ts')).addDiff,
  agree: async () => (await import('./agree.ts')).addAgree,
  init: async () => (await import('./init.ts')).addInit,
};

/** The command that the words name, or check where they begin with a path; all of them where help is asked for. */
function commandsFor(argv: readonly string[]): string[] {
  const [first = '-'] = argv;
  if (Object.hasOwn(COMMANDS, first)) return [first];
  const helps = first.startsWith('-') || first === 'help' || argv.includes('-h') || argv.includes('--help');
  return helps ? Object.keys(COMMANDS) : ['check'];
}

/** A reference stands behind `=`: what follows `--changed` as a word of its own is a path. */
function closed(argv: readonly string[]): string[] {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  return argv.map((word, at) => (word === '--changed' && at < end ? '--changed=' : word));
}

/** @returns the exit code of the command that the words ask for */
export async function program(argv: string[], locale: Locale): Promise<number> {
  if (argv[0] === '__compile-packs') {
    const { compilePacks } = await import('./compile-packs.ts');
    return compilePacks();
  }
  if (argv[0] === '__thread') {
    const { work } = await import('../run/thread.ts');
    return work();
  }
  if (argv[0] === '__docs') {
    const { writeDocs } = await import('./write-docs.ts');
    return writeDocs(argv.includes('--check'));
  }
  let code = 0;
  const done = (result: number): void => {
    code = result;
  };
  const root = new Command('courtesy')
    .description(locale.say('cli.about'))
    .version(__VERSION__, '-V, --version', locale.say('cli.version'))
    .helpOption('-h, --help', locale.say('cli.help'))
    .helpCommand('help [command]', locale.say('cli.help'))
    .configureHelp(helpIn(locale))
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  for (const name of commandsFor(argv)) (await COMMANDS[name]!())(root, locale, done);
  await root.parseAsync(closed(argv), { from: 'user' });
  return code;
}
