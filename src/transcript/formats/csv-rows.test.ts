import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../line-ends.ts';
import { Editor } from '../test-tools.ts';
import { stretches } from '../transcript.ts';
import { CsvRows } from './csv-rows.ts';
import type { At, Line } from './format.ts';

function* numbered(text: string): Generator<Line> {
  let line = 1;
  for (const each of linesOf(text)) yield { text: each, line: line++ };
}

function rowsOf(text: string, delimiter = ',') {
  const open: At[] = [];
  const rows = [...new CsvRows(numbered(text), delimiter, (at) => open.push(at))];
  return { rows, cells: rows.map((row) => [...row.cells]), open };
}

const word = fc.constantFrom('您好', '不知道。', 'ok', '😀', '"', ',', ';', '\t', ' ', '\n', '请"稍"等', 'a');
const cell = fc.array(word, { maxLength: 6 }).map((words) => words.join(''));
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });

const written = (value: string, delimiter: string, always: boolean) =>
  always || value.includes('"') || value.includes('\n') || value.includes(delimiter) || /^ | $/.test(value)
    ? `"${value.replaceAll('"', '""')}"`
    : value;

test('cells are those of csv-parse, and each character stands where its place says', () => {
  const end = fc.constantFrom('\n', '\r\n', '\r');
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      end,
      fc.boolean(),
      (rows, delimiter, end, always) => {
        const quoted = rows.map((row) => row.map((value) => written(value, delimiter, always)));
        const text = `${quoted
          .map((row) => row.join(delimiter))
          .join('\n')
          .replaceAll('\n', end)}${end}`;
        const found = rowsOf(text, delimiter);
        const theirs: string[][] = parse(text, {
          delimiter,
          record_delimiter: end,
          relax_column_count: true,
        });
        expect(found.cells).toEqual(theirs.map((row) => row.map((value) => value.replace(/\r\n?/g, '\n'))));
        const editor = new Editor(text);
        for (const row of found.rows) {
          for (const [index, value] of row.cells.entries()) {
            const origin = stretches(row.parts(index));
            for (let offset = 0; offset < value.length; offset++) {
              if (value[offset] !== '\n') expect(editor.read(origin.locate(offset))).toBe(value[offset]);
            }
          }
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('quotes that nobody doubled belong to the cell', () => {
  expect(rowsOf('1,"他说"停电"了",x\n').cells).toEqual([['1', '他说"停电"了', 'x']]);
  expect(rowsOf('1,5" 管,"a" \n').cells).toEqual([['1', '5" 管', 'a']]);
  expect(rowsOf('1, "a,b",2\n').cells).toEqual([['1', 'a,b', '2']]);
});

test('a quote that is never closed takes its own line only', () => {
  const { cells, open } = rowsOf('a,b\n1,"您好\n2,请稍等\n3,再见\n');
  expect(cells).toEqual([
    ['a', 'b'],
    ['1', '"您好'],
    ['2', '请稍等'],
    ['3', '再见'],
  ]);
  expect(open).toEqual([{ line: 2, column: 3 }]);
});

test('many quotes that never close cost no more than one', () => {
  const started = performance.now();
  const { rows, open } = rowsOf('x,"a b\n'.repeat(200_000));
  expect(rows.length).toBe(200_000);
  expect(open.length).toBeLessThan(10);
  expect(performance.now() - started).toBeLessThan(5000);
});
