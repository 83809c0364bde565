import { describe, expect, test } from 'vitest';
import { pack, unpack } from './packed.ts';

describe('packed data', () => {
  const value = {
    name: '规则',
    long: '不知道\ud83d\ude00'.repeat(1000),
    odd: 'x'.repeat(1001),
    lists: [{ ends: Uint32Array.of(1, 2, 0xffffffff) }, null, 3],
    none: new Uint32Array(0),
    signed: Int32Array.of(-1, 7),
  };

  test('comes back as it was', () => {
    expect(unpack(Buffer.from(pack(value)))).toEqual(value);
  });

  test('wherever in memory it lies', () => {
    const bytes = pack(value);
    const shifted = Buffer.alloc(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(unpack(shifted.subarray(1))).toEqual(value);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['something else', Buffer.from('{"version":"0.1.0"}')],
    ['a part of it', Buffer.from(pack(value)).subarray(0, -8)],
  ])('%s is none', (_, bytes) => {
    expect(unpack(bytes)).toBeUndefined();
  });
});
