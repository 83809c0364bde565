import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { pack, unpack } from './packed.ts';

describe('packed data', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'courtesy-packed-'));
  const file = path.join(folder, 'a.packed');
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (bytes: Uint8Array): unknown => {
    writeFileSync(file, bytes);
    return unpack(file);
  };
  const value = {
    name: '规则',
    long: '不知道\ud83d\ude00'.repeat(1000),
    odd: 'x'.repeat(1001),
    lists: [{ ends: Uint32Array.of(1, 2, 0xffffffff) }, null, 3],
    none: new Uint32Array(0),
    signed: Int32Array.of(-1, 7),
    file: { bytes: Buffer.from('规则：一') },
  };

  test('comes back as it was', () => {
    expect(read(pack(value))).toEqual(value);
  });

  test('what is long and seldom wanted is read as far as it is wanted, even from a file that was replaced', () => {
    const text = '前后'.repeat(1000);
    const found = read(pack({ ...value, programs: { text }, odd: 1 })) as { programs: { text: string } };
    rmSync(file);
    writeFileSync(file, 'something else');
    expect(found).toMatchObject({ ...value, odd: 1 });
    expect(found.programs.text.slice(3, 7)).toBe('后前后前');
    expect(found.programs.text.slice(1999, 2000)).toBe('后');
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['something else', Buffer.from('{"version":"0.1.0"}')],
    ['a part of it', Buffer.from(pack(value)).subarray(0, -8)],
  ])('%s is none', (_, bytes) => {
    expect(read(bytes)).toBeUndefined();
  });
});
