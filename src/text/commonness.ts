/** In the order of how many turns have them, in talk of customers and agents. */
const COMMON = '的您我是了一请你不有好吗在这么可以个就那电话号为给们要上下会点问没到来能看什吧';
const LETTERS = 'etaoinsrhldcumfpgwybvkxjqz';

const known = new Map<string, number>();
for (let rank = 0; rank < COMMON.length; rank++) known.set(COMMON[rank]!, 0.5 - rank * 0.008);
for (let rank = 0; rank < LETTERS.length; rank++) known.set(LETTERS[rank]!, 0.8 - rank * 0.025);
for (const sign of " ,.?!:;'-。，？！、：") known.set(sign, 0.8);
for (const digit of '0123456789') known.set(digit, 0.2);

const OTHERS = 0.03;

/** @returns the share of turns that have this character, roughly: how little it tells; between 0 and 1 */
export function commonness(character: string): number {
  return known.get(character) ?? OTHERS;
}
