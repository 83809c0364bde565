/** `courtesy init`: a configuration, a company's own pack, a conversation that fails, and a CI file. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale, LocaleName } from '../locale/locale.ts';
import { shipped } from '../pack/shelf.ts';
import { EXIT } from '../run/run.ts';
import { UsageError } from '../run/usage.ts';
import type { Command } from './commander.ts';
import { withCommonOptions } from './common.ts';
import { type Answers, filesFor, packFile, slugOf } from './init-templates.ts';
import { terminal } from './terminal.ts';

/** What is extended where nobody says otherwise: the packs that most desks can start from. */
const USUAL: Readonly<Record<LocaleName, string>> = { zh: 'zh/hotline', en: 'en/core' };
const LONGEST_NAME = 60;

/** Puts a question to the user. */
export type Ask = (question: string) => Promise<string>;

export function addInit(root: Command, locale: Locale, done: (code: number) => void): void {
  withCommonOptions(root.command('init'), locale)
    .description(locale.say('cli.init'))
    .option('--yes', locale.say('cli.init.yes'))
    .action(async (flags: { yes?: boolean }) => {
      const { stdin, stderr } = process;
      const someoneThere = stdin.isTTY === true && stderr.isTTY === true;
      write(
        !flags.yes && someoneThere
          ? await onTerminal(locale)
          : await answersTo(() => Promise.resolve(''), locale),
        locale,
      );
      done(EXIT.clean);
    });
}

/**
 * @param ask an empty answer takes what is usual; one that is no answer is asked again
 * @returns what the user wants
 */
export async function answersTo(ask: Ask, locale: Locale): Promise<Answers> {
  const languages: LocaleName[] = ['zh', 'en'];
  const usual = languages.indexOf(locale.name);
  const named = languages.map((name) => locale.say(`language.${name}`));
  const language = languages[await choose(ask, locale, locale.say('init.language'), named, usual)]!;
  const packs = shipped.names().filter((name) => name.startsWith(`${language}/`));
  const titles = await Promise.all(
    packs.map(async (name) => `${(await shipped.get(name))?.spec.title ?? ''}  ${name}`),
  );
  const trade = packs.indexOf(USUAL[language]);
  const extend = packs[await choose(ask, locale, locale.say('init.trade'), titles, trade)]!;
  const company = nameIn(await ask(`${locale.say('init.company')} `));
  const lists = Object.keys((await shipped.get(extend))?.spec.lists ?? {});
  const units = lists.filter((list) => /^(?:.+-)?unit$/.test(list));
  return {
    language,
    extend,
    pack: company === null ? 'company' : slugOf(company),
    company: company ?? (language === 'zh' ? '我们公司' : 'our company'),
    units: units.length > 0 ? units : ['unit'],
  };
}

/** A name has at least one letter or figure: what has none can be found in no conversation. */
function nameIn(answer: string): string | null {
  const name = answer
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
  return /[\p{L}\p{N}]/u.test(name) ? name : null;
}

async function choose(
  ask: Ask,
  locale: Locale,
  question: string,
  options: readonly string[],
  usual: number,
): Promise<number> {
  const one = Math.max(usual, 0);
  const list = options.map((option, index) => `  ${index + 1}  ${option}\n`).join('');
  const prompt = `${question}\n${list}${locale.say('init.choose', { usual: one + 1 })} `;
  for (;;) {
    const answer = (await ask(prompt)).trim();
    if (answer === '') return one;
    if (/^\d{1,3}$/.test(answer) && Number(answer) >= 1 && Number(answer) <= options.length)
      return Number(answer) - 1;
  }
}

async function onTerminal(locale: Locale): Promise<Answers> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // Lines are taken from the iterator: it keeps those that were typed before they were asked for.
  const typed = lines[Symbol.asyncIterator]();
  const ask: Ask = async (question) => {
    lines.setPrompt(question);
    lines.prompt();
    const { done, value } = await typed.next();
    if (done) throw new UsageError('init.left');
    return value;
  };
  try {
    return await answersTo(ask, locale);
  } finally {
    lines.close();
  }
}

/** Writes what is not there yet, and says what next. */
function write(answers: Answers, locale: Locale): void {
  const { stdout } = terminal();
  const line = (text: string): void => stdout.write(`${text}\n`);
  for (const { file, text } of filesFor(answers, __VERSION__)) {
    const wrote = place(file, text);
    line(locale.say(wrote ? 'init.wrote' : 'init.exists', { file }));
  }
  line('');
  line(locale.say('init.next'));
  for (const command of [
    `courtesy test ${packFile(answers)}`,
    'courtesy check calls',
    'courtesy explain go-ask',
  ]) {
    line(`  ${command}`);
  }
}

/** @returns false where something has that name already: it is the user's, whatever it is */
function place(file: string, text: string): boolean {
  try {
    const folder = path.dirname(file);
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw new UsageError('run.unwritable', { file, why: message });
  }
}
