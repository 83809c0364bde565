/** What commander complains about, in the user's language. */
import type { Locale } from '../locale/locale.ts';
import type { CommanderError } from './commander.ts';

/** Commander quotes the words in question, and puts what was probably meant on a line of its own. */
const QUOTED = /'([^']*)'/g;
const MEANT = /\(Did you mean (?:one of )?(.+)\?\)/;
const CHOICES = /Allowed choices are (.+)\.$/m;

/** @returns one line; null for help and the version, which are no complaint */
export function complaint({ code, exitCode, message }: CommanderError, locale: Locale): string | null {
  if (exitCode === 0) return null;
  const words = [...message.matchAll(QUOTED)].map((match) => match[1]!);
  const key = `usage.${code.replace('commander.', '')}`;
  const known = [
    'unknownOption',
    'unknownCommand',
    'missingArgument',
    'optionMissingArgument',
    'missingMandatoryOptionValue',
    'invalidArgument',
  ];
  if (!known.includes(code.replace('commander.', ''))) return message.replace(/^error: /, 'courtesy: ');
  const said = locale.say(key, { word: words[0] ?? '', value: words[1] ?? '' });
  const choices = CHOICES.exec(message)?.[1];
  const meant = MEANT.exec(message)?.[1];
  const parts = [
    `courtesy: ${said}`,
    ...(choices ? [locale.say('usage.choices', { choices })] : []),
    ...(meant ? [locale.say('run.did-you-mean', { name: meant })] : []),
  ];
  return parts.join(' ');
}
