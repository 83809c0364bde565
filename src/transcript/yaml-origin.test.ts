import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMap, isScalar, parseDocument, type Scalar, stringify } from 'yaml';
import { LineMap } from './line-map.ts';
import { type ScalarToken, scalarExcerpt, yamlOrigin } from './yaml-origin.ts';

function scalarAt(text: string): Scalar & { srcToken: ScalarToken; source: string } {
  const document = parseDocument(text, { keepSourceTokens: true, prettyErrors: false });
  const value = isMap(document.contents) ? document.contents.get('text', true) : undefined;
  if (!isScalar(value) || !value.srcToken) throw new Error(`no scalar in ${JSON.stringify(text)}`);
  return value as Scalar & { srcToken: ScalarToken; source: string };
}

/** Every unit of the value, read back from the file where the origin says it is. */
function readBack(file: string): void {
  const scalar = scalarAt(file);
  const excerpt = scalarExcerpt(scalar.srcToken);
  expect(excerpt.text).toBe(scalar.source);
  const lines = file.split(/\r\n?|\n/);
  const origin = yamlOrigin(scalar.srcToken, scalar.source, new LineMap(file));
  let before = { line: 0, column: 0 };
  for (let offset = 0; offset < scalar.source.length; offset++) {
    const { line, column } = origin.locate(offset);
    const unit = scalar.source[offset]!;
    const rest = lines[line - 1]!.slice(column - 1);
    const whole = String.fromCodePoint(scalar.source.codePointAt(offset)!);
    expect(line > before.line || (line === before.line && column >= before.column)).toBe(true);
    before = { line, column };
    if (rest.startsWith(unit) || (/[ \n]/.test(unit) && /^[ \t]*$/.test(rest))) continue;
    // What is left is an escape, of one unit or of the two of a pair.
    const escaped = /^(?:\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|.)|'')/i.exec(rest)?.[0] ?? '';
    const meant = scalarAt(`text: ${escaped === "''" ? "''''" : `"${escaped}"`}\n`).source;
    expect([unit, whole, scalar.source.slice(offset - 1, offset + 1)]).toContain(meant);
  }
}

const piece = fc.constantFrom(
  '您好',
  '请稍等',
  'Sorry',
  "don't",
  '"help"',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\n  ',
  '#',
  ': ',
  '- ',
  '\\',
  '\t',
  '😀',
  '{name}',
  '\u00a0',
  'é',
  "''",
  '%s',
  '\u2028',
);
const value = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''));
const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;
const lineEnd = fc.constantFrom('\n', '\r\n');

test('every character of a value is found where it stands, in every style the writer has', () => {
  fc.assert(
    fc.property(
      value,
      fc.constantFrom(...styles),
      fc.integer({ min: 10, max: 60 }),
      lineEnd,
      (text, style, width, end) => {
        const file = stringify(
          { before: 1, text, after: 'x' },
          { defaultStringType: style, lineWidth: width, blockQuote: true },
        );
        readBack(file.replaceAll('\n', end));
      },
    ),
    { numRuns: 500 },
  );
});

const words = fc.constantFrom('您好', 'a b', 'c', '请 {name}', "it's", 'x\ty');
const blank = fc.constantFrom('', ' ', '\t', '  ');
const inner = fc.array(fc.tuple(blank, fc.option(words, { nil: '' }), blank), { minLength: 1, maxLength: 7 });

test('hand-written quoted and plain scalars over several lines', () => {
  fc.assert(
    fc.property(inner, fc.constantFrom("'", '"', ''), lineEnd, (lines, quote, end) => {
      const body = lines.map(([before, text, after]) => `${before}${text}${after}`).join(`${end}   `);
      const inQuotes = quote === "'" ? body.replaceAll("'", "''") : body.replace('c', '\\u0063\\\n  \\n');
      readBack(`text: ${quote}${quote ? inQuotes : `w${body}`}${quote}${end}after: 1${end}`);
    }),
    { numRuns: 500 },
  );
});

test('hand-written block scalars with every indicator', () => {
  const line = fc.tuple(
    fc.constantFrom(0, 0, 0, 1, 2),
    fc.constantFrom('您好', 'a b', '', '', '\tz', '# no comment', 'x  '),
  );
  const header = fc.tuple(
    fc.constantFrom('|', '>'),
    fc.constantFrom('', '-', '+'),
    fc.constantFrom('', '2'),
    fc.constantFrom('', ' # c'),
  );
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 0, maxLength: 8 }),
      header,
      lineEnd,
      fc.boolean(),
      (lines, [mode, chomp, indent, comment], end, last) => {
        const body = lines.map(([extra, text]) => `  ${' '.repeat(extra)}${text}`).join(end);
        const file = `text: ${mode}${indent}${chomp}${comment}${end}${body}${last ? '' : `${end}after: 1${end}`}`;
        const document = parseDocument(file, { keepSourceTokens: true });
        fc.pre(document.errors.length === 0);
        readBack(file);
      },
    ),
    { numRuns: 500 },
  );
});

test('the end of a text is the place after its last character', () => {
  const file = 'text: "a\\u4e0d" # c\n';
  const scalar = scalarAt(file);
  const origin = yamlOrigin(scalar.srcToken, 'a不', new LineMap(file));
  expect(origin.locate(1)).toEqual({ line: 1, column: 9 });
  expect(origin.locate(2)).toEqual({ line: 1, column: 15 });
});
