import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roleTable } from '../roles.ts';
import { sourceOf } from '../source.ts';
import { keptReport, readContent } from '../test-tools.ts';
import { allFormats, chooseFormat } from './index.ts';
import { expectReadBack } from './read-back.ts';

/** A file of messages is read only by what the configuration says of it. */
const readable = (await allFormats()).filter((format) => !format.binary && format.name !== 'i18n');

describe.each(readable.map((format) => [format.name, format] as const))('%s', (name, format) => {
  const file = `sample.${format.extensions[0]}`;

  test('knows its example', async () => {
    const sample = sourceOf(file, format.example, { report: keptReport() }).sample();
    expect((await chooseFormat(sample)).name).toBe(name);
  });

  test('reads its example, every character in its place', async () => {
    for (const content of [format.example, format.example.replaceAll('\n', '\r\n')]) {
      const result = await readContent(file, content);
      expect(result.problems).toEqual([]);
      expect(result.transcripts.flatMap(({ turns }) => turns).length).toBeGreaterThan(0);
      expectReadBack(content, result);
    }
  });

  test('takes whatever is left of a broken file', async () => {
    const noise = fc.constantFrom(
      '',
      '\0'.slice(1),
      '"',
      '{',
      ']',
      '\n\n',
      '-->',
      '<v ',
      '&#',
      '\\u12',
      '😀',
    );
    const broken = fc.tuple(fc.nat(format.example.length), fc.nat(format.example.length), noise);
    await fc.assert(
      fc.asyncProperty(broken, async ([from, to, put]) => {
        const content = format.example.slice(0, from) + put + format.example.slice(to);
        const result = await readContent(file, content, {
          inputFormat: name,
          options: { roles: roleTable() },
        });
        expect(result.problems.filter(({ message }) => message.key === 'read.unreadable')).toEqual([]);
        expectReadBack(content, result);
      }),
      { numRuns: 150 },
    );
  });
});
