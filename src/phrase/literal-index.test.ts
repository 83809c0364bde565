import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { soundOf, sounds } from '../text/sound.ts';
import { LiteralIndex, OCCURRENCE } from './literal-index.ts';
import { soundTree } from './sound-tree.ts';
import { joinTexts } from './texts.ts';

/** 道 到 倒, 知 只 之 and 不 布 are heard alike; a and b are not. */
const UNITS = '不布知只之道到倒我ab1 ';
const words = fc
  .array(fc.constantFrom(...UNITS), { minLength: 1, maxLength: 5 })
  .map((units) => units.join(''));
const texts = fc.array(fc.constantFrom(...UNITS), { maxLength: 30 }).map((units) => units.join(''));

/** By place and by number: each literal whose characters stand there, or all but one that is heard alike. */
function expected(literals: readonly string[], text: string): number[][] {
  const table = sounds();
  const found: number[][] = [];
  for (let start = 0; start < text.length; start++) {
    literals.forEach((literal, number) => {
      const end = start + literal.length;
      if (end > text.length) return;
      const others = [...literal].filter((unit, at) => unit !== text[start + at]);
      const alike = [...literal].every(
        (unit, at) => soundOf(table, unit.charCodeAt(0)) === soundOf(table, text.charCodeAt(start + at)),
      );
      if (!alike || others.length > (literal.length >= 3 ? 1 : 0)) return;
      found.push([number, start, end, others.length]);
    });
  }
  return found;
}

function indexOf(literals: readonly string[]): (text: string) => number[][] {
  const index = new LiteralIndex(joinTexts(literals), soundTree(literals), ['a', 'b', '1']);
  return (text) => {
    const flat = Array.from(index.occurrences(text));
    return Array.from({ length: flat.length / OCCURRENCE }, (_, one) =>
      flat.slice(one * OCCURRENCE, (one + 1) * OCCURRENCE),
    );
  };
}

describe('literals in a text', () => {
  test('begin in no word where nothing can stand before them there', () => {
    const index = new LiteralIndex(joinTexts(['ab', 'b1', '不a']), soundTree(['ab', 'b1', '不a']), ['b']);
    const found = (text: string): number[] =>
      Array.from(index.occurrences(text)).filter((_, at) => at % 4 < 2);
    expect(found('ab1 ab')).toEqual([0, 0, 1, 1, 0, 4]);
    expect(found('aab 1ab 我ab a不a')).toEqual([0, 9, 2, 13]);
  });

  test('are all found, by their characters or by ear', () => {
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 40 }), texts, (literals, text) => {
        expect(indexOf(literals)(text)).toEqual(expected(literals, text));
      }),
      { numRuns: 1000 },
    );
  });

  test('are found after long stretches without any, too', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(words, { minLength: 1, maxLength: 20 }),
        fc.array(texts, { minLength: 20, maxLength: 20 }),
        (literals, more) => {
          const find = indexOf(literals);
          find('天'.repeat(200_000));
          for (const text of more) expect(find(text)).toEqual(expected(literals, text));
        },
      ),
      { numRuns: 50 },
    );
  });
});
