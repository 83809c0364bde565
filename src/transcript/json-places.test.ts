import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonPlaces } from './json-places.ts';
import { Editor } from './test-tools.ts';

/** A document whose strings are written with escapes here and there, as different programs write them. */
const spelled = (value: unknown, escaped: (unit: string, at: number) => boolean, indent?: number) =>
  JSON.stringify(value, null, indent).replace(/\\.|[^"\\{}[\],:\s]/g, (unit, at: number) =>
    unit.length === 1 && !/[-\w.+]/.test(unit) && escaped(unit, at)
      ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
      : unit,
  );

test('every unit of a string is found as it is written, escaped or not', () => {
  const string = fc.array(fc.constantFrom('您', 'a', '"', '\\', '\n', '\t', '😀', '/', '\u0001', '{', ']'), {
    maxLength: 15,
  });
  const turns = fc.array(
    string.map((units) => ({ text: units.join('') })),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(
      fc.array(turns, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(undefined, 2),
      fc.integer({ min: 1, max: 3 }),
      (conversations, indent, every) => {
        const value = { meta: { a: [{}, [], 'x]', -1.5e3, null] }, list: conversations };
        const text = spelled(value, (_, at) => at % every === 0, indent);
        expect(JSON.parse(text)).toEqual(value);
        const places = new JsonPlaces(text);
        const editor = new Editor(text);
        for (const [at, turns] of conversations.entries()) {
          for (const [index, { text }] of turns.entries()) {
            const origin = places.origin(['list', at, index, 'text']);
            for (let offset = 0; offset < text.length; offset++) {
              const written = editor.read(origin.locate(offset), 6);
              const unit = /^(?:\\u.{4}|\\.|[\s\S])/.exec(written)![0];
              expect(JSON.parse(`"${unit}"`)).toBe(text[offset]);
            }
            expect(editor.read(origin.locate(text.length))).toBe('"');
          }
        }
      },
    ),
  );
});

test('offsets may be asked for in any order', () => {
  const origin = new JsonPlaces('["a\\nb\\u4f60c"]', 7).origin([0]);
  expect([4, 0, 3, 2].map((offset) => origin.locate(offset).column)).toEqual([13, 3, 7, 6]);
  expect(origin.locate(0).line).toBe(7);
});

test('a key that stands twice is the last, as JSON.parse has it', () => {
  const text = '{"a": "one", "\\u0061": "two"}';
  expect(JSON.parse(text)).toEqual({ a: 'two' });
  expect(new JsonPlaces(text, 1).at(['a'])).toEqual({ line: 1, column: 24 });
});

test('what is not there is at the container that it would be in', () => {
  expect(new JsonPlaces('{\n  "turns": [ {} ]\n}').at(['turns', 0, 'text'])).toEqual({ line: 2, column: 14 });
});

test('nesting may be deep', () => {
  const deep = 200_000;
  const text = `{"x": ${'['.repeat(deep)}${']'.repeat(deep)}, "text": "hi"}`;
  expect(new JsonPlaces(text, 1).at(['text']).column).toBe(text.indexOf('"hi"') + 1);
});
