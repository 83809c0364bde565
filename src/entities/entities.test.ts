import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { ENTITIES } from './index.ts';

for (const [name, entity] of ENTITIES) {
  describe(name, () => {
    test.each(entity.examples.yes)('is in %s', (text) => {
      expect(entity.spans(fold(text)).length).toBeGreaterThan(0);
    });
    test.each(entity.examples.no)('is not in %s', (text) => {
      expect(found(name, text)).toEqual([]);
    });
    test('its spans ascend, stay inside and do not overlap, whatever the text', () => {
      const pieces = fc.constantFrom(
        ...entity.examples.yes,
        ...entity.examples.no,
        '。',
        ',',
        ' ',
        '\n',
        '1',
        '一',
        'a',
        '@',
      );
      fc.assert(
        fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 8 }), (parts) => {
          const folded = fold(parts.join(''));
          let last = 0;
          for (const [start, end] of entity.spans(folded)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(folded.text.length);
        }),
        { numRuns: 60 },
      );
    });
    test.each([
      '1',
      '1 ',
      'a',
      'a.',
      'a@',
      '一',
      '一百',
      '路',
      '请',
      '把',
      '密码',
      '您',
      '12号',
      '6222-',
      'one ',
      '(',
      '哪',
      'a-',
      '18:',
      '1,1',
      '张三路',
      'please ',
      '您是',
      '5月',
    ])('a hundred thousand times %j is read in linear time', (piece) => {
      const started = performance.now();
      entity.spans(fold(piece.repeat(Math.ceil(100_000 / piece.length))));
      expect(performance.now() - started).toBeLessThan(1500);
    });
  });
}

function found(name: string, text: string): string[] {
  const folded = fold(text);
  return ENTITIES.get(name)!
    .spans(folded)
    .map(([start, end]) => folded.text.slice(start, end));
}
