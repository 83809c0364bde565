import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Notice } from './formats/format.ts';
import { Ids } from './id-set.ts';
import { divided, readPart } from './parts.ts';
import { readTranscripts } from './read.ts';
import { roleTable } from './roles.ts';
import type { Transcript } from './transcript.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'courtesy-parts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What was read, in the order in which it came: conversations with all their places, and what was told. */
type Came = { said: unknown } | { told: Notice };

function request(came: Came[], brokenOff = () => {}) {
  const told = (notice: Notice): void => {
    if (notice.message.key !== 'read.empty') came.push({ told: notice });
  };
  return { options: { roles: roleTable() }, report: { problem: told, note: told, brokenOff } };
}

function plain(transcript: Transcript) {
  const turns = transcript.turns.map(({ origin, ...turn }) => ({
    ...turn,
    places: Array.from({ length: turn.text.length + 1 }, (_, offset) => origin.locate(offset)),
  }));
  return { said: { ...transcript, turns } };
}

async function whole(file: string): Promise<Came[]> {
  const came: Came[] = [];
  for await (const transcript of readTranscripts(file, request(came))) came.push(plain(transcript));
  return came;
}

async function inParts(file: string, worth?: number) {
  const came: Came[] = [];
  let broken = false;
  const asked = request(came, () => {
    broken = true;
  });
  const found = await divided(file, asked, worth);
  if (!found) return undefined;
  const ids = new Ids();
  let parts = 0;
  for (const part of found.parts) {
    parts++;
    for await (const transcript of readPart(file, found.format, part, asked)) {
      transcript.id = ids.unique(transcript.id);
      came.push(plain(transcript));
    }
    if (broken) break;
  }
  return { came, parts };
}

/** Writes a file and holds its parts against the whole. */
async function expectSame(name: string, bytes: Uint8Array, worth?: number) {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const parts = await inParts(file, worth);
  if (parts) expect(parts.came).toEqual(await whole(file));
  return parts?.parts ?? 0;
}

const ends = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const words = fc.constantFrom('您好', '不知道,你自己看吧', 'thank you', '😀𠮷', 'é', '---', '\u2028');
const broken = Uint8Array.of(0xe6, 0x82, 0xff);
const marks = fc.constantFrom(Uint8Array.of(), Uint8Array.of(), Uint8Array.of(0xef, 0xbb, 0xbf));

/** Lines with their ends as bytes; `\0` stands for bytes that are no text. */
function file(line: fc.Arbitrary<string>, most: number): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(marks, fc.array(fc.tuple(line, ends), { minLength: 8, maxLength: most }), fc.boolean())
    .map(([mark, lines, ended]) => {
      const last = lines.length - 1;
      const text = lines.map(([one, end], at) => (at === last && !ended ? one : one + end)).join('');
      const pieces = text
        .split('\0')
        .flatMap((piece, at) => [...(at > 0 ? [broken] : []), Buffer.from(piece)]);
      return Buffer.concat([mark, ...pieces]);
    });
}

const conversation = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', undefined),
    turns: fc.array(fc.record({ role: fc.constantFrom('agent', 'customer', 'nobody'), text: words }), {
      maxLength: 3,
    }),
  })
  .map((value) => JSON.stringify(value));
const jsonLine = fc.oneof(
  { weight: 12, arbitrary: conversation },
  fc.constantFrom(
    '',
    '  ',
    '{"turns": [',
    '[]',
    '{"turns": 3}',
    '{"turns": ["\0"]}',
    '{"id": "\0", "turns": []}',
  ),
);

const talk = fc
  .tuple(fc.constantFrom('客服：', '客户：', '坐席3号: ', 'A: '), words)
  .map((both) => both.join(''));
const textLine = fc.oneof(
  { weight: 6, arbitrary: talk },
  { weight: 4, arbitrary: fc.constantFrom('---', '---', '-----', '  ===', '--- ', '=== x') },
  { weight: 2, arbitrary: words },
  fc.constantFrom('', ' ', 'id: 7', '# agent: 5', 'note: x', '日期：2026-01-02'),
);

describe('the parts of a file give what the whole gives', () => {
  test('a conversation a line, lines that are broken among them', async () => {
    await fc.assert(
      fc.asyncProperty(file(jsonLine, 40), fc.integer({ min: 1, max: 900 }), async (bytes, worth) => {
        expect(await expectSame('any.jsonl', bytes, worth)).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  test('labelled text', async () => {
    await fc.assert(
      fc.asyncProperty(file(textLine, 80), fc.integer({ min: 1, max: 600 }), async (bytes, worth) => {
        await expectSame('any.txt', bytes, worth);
      }),
      { numRuns: 300 },
    );
  });

  test('labelled text that breaks off', async () => {
    const line = fc.oneof({ weight: 60, arbitrary: textLine }, fc.constant('客服：\0'));
    await fc.assert(
      fc.asyncProperty(file(line, 80), fc.integer({ min: 1, max: 600 }), async (bytes, worth) => {
        await expectSame('any.txt', bytes, worth);
      }),
      { numRuns: 300 },
    );
  });
});

const line = (number: number): string =>
  JSON.stringify({
    id: `c${number % 5000}`,
    turns: [{ role: 'agent', text: `您好😀${'很高兴为您服务，'.repeat(number % 30)}${number}` }],
  });
const lines = (count: number, end: string): string =>
  Array.from({ length: count }, (_, number) => line(number) + end).join('');

test.each([
  ['\n', ''],
  ['\r\n', '\ufeff'],
  ['\r', ''],
])('a file of several chunks, lines ending with %j', async (end, mark) => {
  expect(await expectSame('large.jsonl', Buffer.from(mark + lines(6000, end)))).toBeGreaterThan(2);
});

test('lines longer than a chunk', async () => {
  const long = JSON.stringify({ turns: [{ role: 'agent', text: '一'.repeat(500_000) }] });
  const text = `${lines(300, '\n')}${long}\n${lines(300, '\n')}${long}\n${line(1)}`;
  expect(await expectSame('long.jsonl', Buffer.from(text))).toBeGreaterThan(2);
});

test('UTF-16, which has line ends of two bytes', async () => {
  const text = Buffer.from(`\ufeff${lines(8000, '\n')}`, 'utf16le');
  expect(await expectSame('wide.jsonl', text)).toBeGreaterThan(2);
});

test('GB18030, known from where its first character stands', async () => {
  const plainLines = '{"turns": [{"role": "agent", "text": "hello"}]}\n'.repeat(20_000);
  const said = Uint8Array.of(0xc4, 0xfa, 0xba, 0xc3, 0xa3, 0xac, 0xb2, 0xbb, 0xd6, 0xaa, 0xb5, 0xc0);
  const chinese = Buffer.concat([
    Buffer.from('{"turns": [{"role": "agent", "text": "'),
    said,
    Buffer.from('"}]}\n'),
  ]);
  const bytes = Buffer.concat([Buffer.from(plainLines), ...Array<Buffer>(20_000).fill(chinese)]);
  expect(await expectSame('gb.jsonl', bytes)).toBeGreaterThan(2);
});

test('labelled text of several chunks is cut between conversations', async () => {
  const talks = Array.from(
    { length: 20_000 },
    (_, number) =>
      `id: ${number}\n---\n客服：您好😀${number}\n客户：${'我家停电了，'.repeat(number % 9)}\n---\n`,
  );
  expect(await expectSame('large.txt', Buffer.from(talks.join('')))).toBeGreaterThan(2);
});

test('what is not divisible is not divided', async () => {
  for (const [name, text] of [
    ['a.csv', 'id,role,text\n1,客服,您好\n'],
    ['a.json', '{"turns": []}'],
  ] as const) {
    const file = join(folder, name);
    writeFileSync(file, text);
    expect(await inParts(file)).toBeUndefined();
  }
});
