/** How help is written: in the user's language, and as wide as it is shown. */
import type { Locale } from '../locale/locale.ts';
import { displayWidth, wrap } from '../report/width.ts';
import type { HelpConfiguration, Option } from './commander.ts';

/** In columns: descriptions beside long terms are broken too. */
const NARROWEST = 20;
const TITLES = ['usage', 'arguments', 'options', 'commands'];

export function helpIn(locale: Locale): HelpConfiguration {
  const titles = new Map(
    TITLES.map((one) => [`${one[0]!.toUpperCase()}${one.slice(1)}:`, locale.say(`usage.${one}`)]),
  );
  return {
    styleTitle: (title) => titles.get(title) ?? title,
    // An optional value stands behind `=`; otherwise the next path would be taken for it.
    optionTerm: ({ flags }) => flags.replace(' [', '[='),
    optionDescription: (option) => option.description + values(option, locale).join(''),
    displayWidth,
    minWidthToWrap: NARROWEST,
    // Commander breaks at spaces only, which Chinese has none of.
    boxWrap: (text, width) =>
      text
        .split('\n')
        .flatMap((line) => wrap(line, width))
        .join('\n'),
  };
}

/** The values that an option takes, and the one it has where nothing is said. */
function values({ argChoices, defaultValue }: Option, locale: Locale): string[] {
  const told = [];
  if (argChoices) told.push(locale.say('help.choices', { choices: argChoices.join(', ') }));
  if (typeof defaultValue === 'string' || typeof defaultValue === 'number')
    told.push(locale.say('help.default', { value: defaultValue }));
  return told;
}
