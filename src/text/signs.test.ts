import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENTITIES } from '../entities/index.ts';
import { fold } from './fold.ts';
import { Guarded, guarded, signsOf } from './signs.ts';

const EXAMPLES = [...ENTITIES.values()].flatMap(({ examples }) => [...examples.yes, ...examples.no]);

test('no pattern of an entity is kept from a text in which it matches', () => {
  for (const text of EXAMPLES) for (const entity of ENTITIES.values()) entity.spans(fold(text));
  expect(Guarded.patterns.length).toBeGreaterThan(50);
  const units = [...new Set(EXAMPLES.join(''))];
  const texts = fc.oneof(
    fc.constantFrom(...EXAMPLES),
    fc
      .tuple(fc.constantFrom(...EXAMPLES), fc.nat(40), fc.nat(40))
      .map(([text, from, to]) => text.slice(from, to)),
    fc.array(fc.constantFrom(...units), { maxLength: 12 }).map((some) => some.join('')),
  );
  fc.assert(
    fc.property(texts, (original) => {
      const { text } = fold(original);
      for (const pattern of Guarded.patterns) {
        const matches = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).test(text);
        expect(!matches || guarded(pattern).mayMatch(signsOf(text)), `${pattern} in ${text}`).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
