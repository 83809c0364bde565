import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rulesFolder, written } from '../pack/shelf.ts';
import { boundedRegex } from './bounded-regex.ts';

const sources = written.names().flatMap((name) => {
  const yaml = readFileSync(`${rulesFolder()}/${name}.yaml`, 'utf8');
  return [...yaml.matchAll(/[ (|…>"]\/([^/\n ]+)\//g)].map((match) => match[1]!);
});

test.each(['a*b', 'a+', '(ab){2,3}', 'a{3,}', '(?=a)b', 'a{0,99}', '(?i)a', 'a{1,9}b{1,9}c{1,9}d{1,9}'])(
  '%s is left to RE2',
  (source) => expect(boundedRegex(source)).toBeNull(),
);

test('what V8 runs of the shipped patterns finds what RE2 finds', async () => {
  const { RE2JS } = await import('re2js');
  const native = [...new Set(sources)].flatMap((source) => {
    const regex = boundedRegex(source);
    return regex ? [{ source, regex, engine: RE2JS.compile(source) }] : [];
  });
  expect(native.length).toBeGreaterThan(10);
  const words = sources.flatMap((source) => source.match(/\p{Script=Han}+|[0-9]+/gu) ?? []);
  const text = fc.array(fc.constantFrom(...words, ',', '。', 'x', '1', '😀'), { maxLength: 12 });
  fc.assert(
    fc.property(text, fc.constantFrom(...native), (parts, { regex, engine }) => {
      const joined = parts.join('');
      const matcher = engine.matcher(joined);
      const expected: [number, number][] = [];
      while (matcher.find())
        if (matcher.end() > matcher.start()) expected.push([matcher.start(), matcher.end()]);
      const found = [...joined.matchAll(regex)]
        .filter((match) => match[0] !== '')
        .map((match) => [match.index, match.index + match[0].length]);
      expect(found).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});
