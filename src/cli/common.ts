import type { Locale } from '../locale/locale.ts';
import { type Command, Option } from './commander.ts';

/** Options that every command takes. */
export function withCommonOptions(command: Command, locale: Locale): Command {
  return command
    .addOption(new Option('--locale <zh|en>', locale.say('cli.locale')).choices(['zh', 'en']))
    .option('--debug', locale.say('cli.debug'));
}
