import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReadError } from './formats/format.ts';
import { linesOf } from './line-ends.ts';
import { LineMap } from './line-map.ts';
import { openSource, sourceOf } from './source.ts';
import { Editor, keptReport } from './test-tools.ts';

const open = (content: string | Uint8Array | Iterable<Uint8Array>, report = keptReport()) =>
  sourceOf('calls/a.txt', content, { report });

const text = fc
  .array(fc.constantFrom('a', '您', ' ', '\n', '\r', '\r\n', '\u2028', '\f', '😀'), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('lines end at CRLF, LF or CR and nowhere else', () => {
  fc.assert(
    fc.property(text, (text) => {
      const expected = text.split(/\r\n|\r|\n/);
      if (expected.at(-1) === '') expected.pop();
      expect([...linesOf(text)]).toEqual(expected);
      expect([...open(text).lines()].map((line) => line.text)).toEqual(expected);
      expect([...open(text).lines()].map((line) => line.line)).toEqual(expected.map((_, at) => at + 1));
      expect([...open(text).chunks()].join('')).toBe(text);
      expect(open(text).text()).toBe(text);
    }),
  );
});

test('an offset is at its line and column', () => {
  fc.assert(
    fc.property(text, (text) => {
      const map = new LineMap(text);
      const editor = new Editor(text);
      for (let at = 0; at < text.length; at++) {
        if (!/[\r\n]/.test(text[at]!)) expect(editor.read(map.at(at))).toBe(text[at]);
      }
    }),
  );
});

test('the sample is free, and the input is read once', () => {
  const source = open('客服: 您好\n');
  expect(source.sample()).toMatchObject({
    extension: 'txt',
    text: '客服: 您好\n',
    binary: false,
    whole: true,
  });
  expect(source.stem).toBe('a');
  expect(source.text()).toBe('客服: 您好\n');
  expect(() => source.text()).toThrow('read twice');
});

test('the sample of a long file is its first whole lines', () => {
  const line = '客服: 您好您好您好\n';
  const sample = open(line.repeat(10_000)).sample();
  expect(sample.whole).toBe(false);
  expect(sample.text.endsWith('\n')).toBe(true);
  expect(sample.text.replaceAll(line, '')).toBe('');
});

test('lines of a long input come while it is read', () => {
  let given = 0;
  const chunks = (function* () {
    for (; given < 1000; given++) yield Buffer.from('客服: 您好\n'.repeat(10_000));
  })();
  let seen = 0;
  for (const { line } of open(chunks).lines()) if (++seen === line && line === 20_000) break;
  expect(given).toBeLessThan(10);
});

test('a line with invalid bytes is skipped where that is asked for, and is a problem', () => {
  const bytes = Buffer.concat([Buffer.from('一\n二'), Buffer.from([0xff]), Buffer.from('\n三\n')]);
  const report = keptReport();
  expect([...open(bytes, report).lines('skip')]).toEqual([
    { text: '一', line: 1 },
    { text: '三', line: 3 },
  ]);
  expect(report.problems).toMatchObject([
    { file: 'calls/a.txt', line: 2, message: { key: 'read.invalid-bytes' } },
  ]);
  expect(() => [...open(bytes).lines()]).toThrow(ReadError);
});

test.each([
  ['PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['PDF', Buffer.from('%PDF-1.7 ...')],
  ['ZIP', Buffer.from('504b030414000600', 'hex')],
  ['gzip', Buffer.from('1f8b0800000000000003', 'hex')],
  ['NUL', Buffer.from([65, 0, 0, 0, 66, 0, 7, 0, 1, 2, 3])],
])('%s is refused as text', (what, bytes) => {
  const source = open(bytes);
  expect(source.sample()).toMatchObject({ binary: true, text: '' });
  try {
    source.text();
    expect.unreachable();
  } catch (error) {
    expect((error as ReadError).detail).toEqual({ key: 'read.binary', values: { what } });
  }
});

test('a binary file can be had as bytes', () => {
  const bytes = Buffer.from('504b030414000600', 'hex');
  expect(open([bytes.subarray(0, 3), bytes.subarray(3)]).bytes()).toEqual(bytes);
});

test('a stray NUL does not make a text binary', () => {
  expect(open(`客服: 您\0好${'。'.repeat(200)}\n`).text()).toContain('\0');
});

test('a file that cannot be opened is an error when it is first read', () => {
  const report = keptReport();
  expect(() => openSource('no/such/file.txt', { report }).sample()).toThrow(ReadError);
  expect(() => openSource('.', { report }).sample()).toThrow(/cannot be opened/);
});

test('an input within another goes by its own name and reports there', () => {
  const report = keptReport();
  const inner = open('', report).inner('calls.zip/b.csv', [Buffer.from('x')]);
  inner.problem({ key: 'read.empty' }, { line: 3 });
  expect(inner).toMatchObject({ file: 'calls.zip/b.csv', extension: 'csv', stem: 'b' });
  expect(report.problems).toEqual([{ file: 'calls.zip/b.csv', line: 3, message: { key: 'read.empty' } }]);
});
