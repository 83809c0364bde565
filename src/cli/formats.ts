/** `courtesy formats`: what can be read, with an example of each. */
import type { Locale } from '../locale/locale.ts';
import { EXIT } from '../run/run.ts';
import { allFormats } from '../transcript/formats/index.ts';
import type { Command } from './commander.ts';
import { withCommonOptions } from './common.ts';
import { terminal } from './terminal.ts';

export function addFormats(root: Command, locale: Locale, done: (code: number) => void): void {
  withCommonOptions(root.command('formats'), locale)
    .description(locale.say('cli.formats'))
    .action(async () => {
      const { stdout } = terminal();
      for (const { name, about, extensions, example } of await allFormats()) {
        const endings = extensions.map((one) => `.${one}`).join(' ');
        stdout.write(`${name}  ${about[locale.name]}  ${endings}\n`);
        stdout.write(`${example.trimEnd().replace(/^/gm, '    ')}\n\n`);
      }
      done(EXIT.clean);
    });
}
