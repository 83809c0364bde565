import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLocale } from '../locale/index.ts';
import type { Io, RunOptions } from './options.ts';
import { Progress } from './progress.ts';

let folder = '';
let seen = '';
let clock = 0;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-progress-'));
  writeFileSync(path.join(folder, 'a.txt'), 'x'.repeat(1000));
  seen = '';
  clock = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A terminal that keeps what it was told, and a clock that the test moves. */
async function progressOn(paths: string[], columns = 80): Promise<Progress> {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns });
  stream.on('data', (bytes: Buffer) => {
    seen += bytes;
  });
  const options = { paths, locale: await openLocale('en') } as RunOptions;
  return new Progress(options, { stream, now: () => clock });
}

const io = (isTerminal: boolean): Io => ({
  stdout: {
    color: false,
    width: 80,
    isTerminal,
    write: (text) => {
      seen += text;
    },
  },
  say: (line) => {
    seen += `${line}\n`;
  },
  note: (line) => {
    seen += `${line}\n`;
  },
});

/** What is left on the line when it ends: what was drawn and taken away again is not. */
const line = (): string => seen.slice(Math.max(seen.lastIndexOf('\u001b[2K'), seen.lastIndexOf('\u001b[1G')));

test('a short run shows nothing; a long one how far it is, how fast and how long yet', async () => {
  const progress = await progressOn([folder]);
  progress.read(200);
  clock = 900;
  await progress.judged();
  expect(seen).toBe('');
  progress.read(50);
  clock = 2000;
  await progress.judged();
  expect(line()).toContain('25% · 2 conversations · 1/s · 0:06 left');
  progress.clear();
});

test('of standard input nobody knows how long it is', async () => {
  const progress = await progressOn(['-']);
  progress.read(250);
  clock = 3_725_000;
  await progress.judged();
  expect(line()).toContain('1 conversation · 0/s · 1:02:05 spent');
  expect(seen).not.toContain('%');
  progress.clear();
});

test('it makes way for notes, and for a report on the same terminal only', async () => {
  const progress = await progressOn([folder]);
  clock = 2000;
  await progress.judged();
  const gone = '\u001b[1G\u001b[2K';
  progress.around(io(false)).stdout.write('report elsewhere');
  expect(seen.endsWith('report elsewhere')).toBe(true);
  expect(seen).not.toContain(gone);
  progress.around(io(true)).stdout.write('report');
  expect(seen.endsWith(`${gone}report`)).toBe(true);
  clock = 3000;
  await progress.judged();
  progress.around(io(true)).note('note');
  expect(seen.endsWith(`${gone}note\n`)).toBe(true);
});

test.each([30, 50, 80])('it fits into %i columns', async (columns) => {
  const progress = await progressOn([folder], columns);
  progress.read(500);
  clock = 2000;
  await progress.judged();
  const drawn = seen.split('\u001b[1G')[1]!.split('\u001b')[0]!;
  expect(drawn).toContain('50%');
  expect(drawn.length).toBeLessThanOrEqual(columns);
  progress.clear();
});
