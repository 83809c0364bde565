import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadRuleset } from '../api.ts';
import { senses } from '../judge/senses.ts';
import { fold } from '../text/fold.ts';
import { loadStemmer } from '../text/stem.ts';
import type { Phrasebook } from './phrasebook.ts';
import { loadRegexEngine } from './regex.ts';
import { Scanner } from './scan.ts';
import { splitTexts } from './texts.ts';

/** A phrasebook whose phrases need nothing beside their words, so that each is walked wherever its words stand. */
function withoutNeeds(book: Phrasebook): Phrasebook {
  const none = (length: number): Uint32Array => new Uint32Array(length);
  return {
    ...book,
    needs: { flat: none(0), ends: none(book.needs.ends.length) },
    openings: { text: '', ends: none(book.openings.ends.length) },
    insideWords: [...'abcdefghijklmnopqrstuvwxyz0123456789'],
  };
}

const hitsOf = (scanner: Scanner, text: string): string[] =>
  scanner
    .scan(fold(text))
    .all()
    .map(({ phrase, start, end, byEar }) => `${phrase} ${start} ${end} ${byEar}`)
    .sort();

describe.each(['zh/core', 'en/core', 'zh/hall'])('what a phrase of %s needs beside its words', (pack) => {
  let sifted: Scanner;
  let all: Scanner;
  let words: string[];
  let sources: string[];

  beforeAll(async () => {
    await Promise.all([loadRegexEngine(), loadStemmer()]);
    const { book } = await loadRuleset([pack]);
    sifted = new Scanner(book, senses());
    all = new Scanner(withoutNeeds(book), senses());
    words = splitTexts(book.literals);
    // Near phrases: what authors wrote, with the marks of the syntax as if somebody had said them.
    sources = splitTexts(book.sources).map((source) => source.replace(/[[\]()|<>^$\\/]|…\d*/g, ''));
  });

  test('is in every text that has the phrase', () => {
    const pieces = fc.oneof(
      fc.nat().map((at) => words[at % words.length]!),
      fc.nat().map((at) => sources[at % sources.length]!.slice(0, 30)),
      fc.constantFrom(
        '您',
        '你',
        '的',
        ',',
        '。',
        ' ',
        '?',
        'you ',
        'the ',
        "don't ",
        '3',
        '好吗',
        '怎么',
        '!!',
      ),
    );
    const texts = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((some) => some.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expect(hitsOf(sifted, text)).toEqual(hitsOf(all, text));
      }),
      { numRuns: 400 },
    );
  });
});
