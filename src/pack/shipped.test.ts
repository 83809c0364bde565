import { describe, expect, test } from 'vitest';
import { Judge } from '../judge/judge.ts';
import { openLocale } from '../locale/index.ts';
import { compile } from './compile.ts';
import { examine } from './examine.ts';
import { resolvePacks } from './resolve.ts';
import { written } from './shelf.ts';

describe.each(written.names())('%s', (name) => {
  test('loads, and every rule does on its examples what it says', async () => {
    const resolved = await resolvePacks([name], '.', written);
    const ruleset = await compile(resolved);
    const locale = await openLocale('en');
    const own = resolved.rules.filter((rule) => rule.pack === resolved.packs.at(-1));
    const { failures } = await examine(own, ruleset, new Judge(ruleset, locale));
    expect(failures.map(({ rule, message }) => `${rule}: ${locale.say(message)}`)).toEqual([]);
  });

  test('has for every rule a norm, a cost, words to use instead, and examples of both sides', async () => {
    const resolved = await resolvePacks([name], '.', written);
    const lacking = resolved.rules
      .filter(({ pack }) => pack === resolved.packs.at(-1))
      .filter(({ spec }) => {
        const { clauses = [], points, instead, title, examples } = spec;
        return !(
          clauses.length > 0 &&
          points !== undefined &&
          instead &&
          title &&
          examples?.bad?.length &&
          examples.good?.length
        );
      });
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });
});
