import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayMatch } from './regex-needs.ts';

const PATTERNS = [
  '爱(用|来|信)不(用|来|信)',
  "f[*]+(?:c?k)?(?:in[g']?|ed)?|sh[*#@$!]+t?|bull(?:s[*#@$]+t?|sh[*#@$]+t?)|d[*#@$]+ck(?:head)?",
  '\\p{Han}{1,2}',
  'a{0,2}b{2}c?',
  '(a|b*)c',
  '(?:ab|c)+d',
  '[^a]b[a-c]\\*',
  '\\d+(元|块)',
  '(?i)ABC',
  '(?<![ab])元(?!块)|(?<=c)不(?=用)',
  '([爱用])不\\1来',
  '\\u7231[\\d*]b',
  '\\b[a-c]{1,2}\\b',
  '^(?:[*#]|爱)?[^a]来$',
  'a.c$',
  '',
];

describe('what a regular expression needs', () => {
  test.each(PATTERNS)('%s is never said to be missing where it matches', (source) => {
    const pattern = new RegExp(source.replace('(?i)', '').replace('\\p{Han}', '\\p{Script=Han}'), 'u');
    const texts = fc.array(fc.constantFrom(...'爱用来信不abcdfhiklnst*#@$!元块12 '), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (units) => {
        const text = units.join('');
        return !pattern.test(text) || mayMatch(source, text);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['爱(用|来)不(用|来)', '我不用这个'],
    ['f[*]+k|sh[*#@$!]+t?', 'fork sharp'],
    ['(?:元|块)\\d', '一共 12'],
  ])('%s is missing in %s', (source, text) => expect(mayMatch(source, text)).toBe(false));
});
