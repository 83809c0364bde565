import type { Locale } from '../locale/locale.ts';
import type { FormatRequest } from '../run/outputs.ts';
import { type Command, Option } from './commander.ts';

/** Options that every command takes. */
export function withCommonOptions(command: Command, locale: Locale): Command {
  return command
    .addOption(new Option('--locale <zh|en>', locale.say('cli.locale')).choices(['zh', 'en']))
    .option('--debug', locale.say('cli.debug'));
}

/** `--format name` and `--format name=file`, as often as they are given. */
export function collectFormat(value: string, before: FormatRequest[] = []): FormatRequest[] {
  const at = value.indexOf('=');
  return [...before, at < 0 ? { name: value } : { name: value.slice(0, at), file: value.slice(at + 1) }];
}
