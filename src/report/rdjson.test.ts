import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { rdjson } from './rdjson.ts';
import { print, sample } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'courtesy-rdjson-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function rangeIn(file: string) {
  const verdict = { ...sample.hotline, file, violations: [sample.hotline.violations[0]!] };
  return JSON.parse(await print(rdjson, [verdict])).diagnostics[0].location.range;
}

test('columns are in bytes of UTF-8, counted in the file', async () => {
  const file = join(folder, 'call.txt');
  writeFileSync(file, '\ufeff客服：喂，您好。\r\n客户：停电了\r\n😡x不知道\r\n');
  expect(await rangeIn(file)).toEqual({ start: { line: 3, column: 6 }, end: { line: 3, column: 15 } });
});

test('columns are left out where the file is in another encoding or not there', async () => {
  const file = join(folder, 'gbk.txt');
  writeFileSync(file, Buffer.from([0xb2, 0xbb, 0x0a, 0xd6, 0xaa, 0x0a, 0xb5, 0xc0]));
  for (const name of [file, '-']) {
    expect(await rangeIn(name)).toEqual({ start: { line: 3 }, end: { line: 3 } });
  }
});
