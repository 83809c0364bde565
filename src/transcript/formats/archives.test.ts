import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readContent } from '../test-tools.ts';
import { xlsxOf } from './office.sample.ts';

const CALL = '坐席：您好\n客户：喂\n';
const found = ({ transcripts }: Awaited<ReturnType<typeof readContent>>) =>
  transcripts.map(({ file, id, turns }) => [file, id, turns.length]);

describe('gzip', () => {
  test('keeps the name and the kind of what is in it', async () => {
    const result = await readContent('calls/a.csv.gz', gzipSync('角色,内容\n坐席,您好\n'));
    expect(found(result)).toEqual([['calls/a.csv.gz', 'a', 1]]);
    expect(result.problems).toEqual([]);
  });

  test('in several members, in small pieces, as zgrep would read it', async () => {
    const bytes = Buffer.concat([gzipSync('坐席：您好\n'), gzipSync('客户：喂\n')]);
    const pieces = [...bytes].map((byte) => Uint8Array.of(byte));
    expect(found(await readContent('a.txt.gz', pieces))).toEqual([['a.txt.gz', 'a', 2]]);
  });

  test('that is cut off is read as far as it goes', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, row) => `${row},坐席,${randomBytes(8).toString('hex')}\n`,
    ).join('');
    const bytes = gzipSync(`会话ID,角色,内容\n${rows}`);
    const { transcripts, problems } = await readContent('a.csv.gz', bytes.subarray(0, bytes.length / 2));
    expect(transcripts.length).toBeGreaterThan(1000);
    expect(problems[0]).toMatchObject({ file: 'a.csv.gz', message: { key: 'archive.broken' } });
    // The last row may be cut within its cells.
    expect(problems.slice(1).map(({ message }) => message.key)).toSatisfy(
      (keys: string[]) => keys.length === 0 || keys.join() === 'table.short-row',
    );
  });

  test('that is damaged says so although all of it could be read', async () => {
    const bytes = gzipSync(CALL);
    bytes[bytes.length - 6]! ^= 1;
    const { problems } = await readContent('a.txt.gz', bytes);
    expect(problems).toMatchObject([
      { message: { key: 'archive.broken', values: { reason: 'incorrect data check' } } },
    ]);
  });
});

describe('zip', () => {
  test('is read file by file, names below its own', async () => {
    const inner = zipSync({ 'q.txt': strToU8(CALL) });
    const bytes = zipSync({
      'a.txt': strToU8(CALL),
      'week/': new Uint8Array(),
      'week/b.csv': strToU8('角色,内容\n坐席,您好\n'),
      'week/logo.png': Uint8Array.of(1, 2, 3),
      '__MACOSX/._a.txt': strToU8('x'),
      'in.zip': inner,
      'c.txt.gz': gzipSync(CALL),
      'd.xlsx': xlsxOf({
        Sheet1: [
          ['角色', '内容'],
          ['坐席', '您好'],
        ],
      }),
    });
    const result = await readContent('calls.zip', bytes);
    expect(result.problems).toEqual([]);
    expect(found(result)).toEqual([
      ['calls.zip/a.txt', 'a', 2],
      ['calls.zip/week/b.csv', 'b', 1],
      ['calls.zip/in.zip/q.txt', 'q', 2],
      ['calls.zip/c.txt.gz', 'c', 2],
      ['calls.zip/d.xlsx', 'd', 1],
    ]);
    expect(result.notes).toMatchObject([
      { file: 'calls.zip', message: { values: { count: 1, extensions: '.png' } } },
    ]);
  });

  test('with names in the encoding of a Chinese Windows', async () => {
    const name = iconv.encode('二月/坐席通话.txt', 'gbk');
    const bytes = Buffer.from(zipSync({ ['x'.repeat(name.length)]: strToU8(CALL) }));
    for (let at = bytes.indexOf('xxxx'); at >= 0; at = bytes.indexOf('xxxx', at + 1)) name.copy(bytes, at);
    expect(found(await readContent('a.zip', bytes))).toEqual([['a.zip/二月/坐席通话.txt', '坐席通话', 2]]);
  });

  test('damage in one file takes no other with it', async () => {
    const bytes = Buffer.from(zipSync({ 'a.txt': [strToU8(CALL), { level: 0 }], 'b.txt': strToU8(CALL) }));
    bytes.write('?', bytes.indexOf('坐席'));
    const result = await readContent('a.zip', bytes);
    expect(found(result)).toContainEqual(['a.zip/b.txt', 'b', 2]);
    expect(result.problems[0]).toMatchObject({ file: 'a.zip/a.txt', message: { key: 'archive.broken' } });
  });

  test('cut off, encrypted, or a bomb is one error', async () => {
    const bytes = Buffer.from(zipSync({ 'a.txt': strToU8(CALL) }));
    const cut = await readContent('a.zip', bytes.subarray(0, bytes.length - 10));
    expect(cut.problems).toMatchObject([{ message: { key: 'archive.broken' } }]);
    const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes[directory + 8]! |= 1;
    const locked = await readContent('a.zip', bytes);
    expect(locked.problems).toMatchObject([{ file: 'a.zip/a.txt', message: { key: 'archive.encrypted' } }]);
    const bomb = await readContent(
      'b.zip',
      zipSync({ 'a.txt': [new Uint8Array(30e6).fill(97), { level: 9 }] }),
    );
    expect(bomb.problems).toMatchObject([{ file: 'b.zip/a.txt', message: { key: 'archive.bomb' } }]);
  });
});
