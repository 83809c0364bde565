import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { Decoder, decode, encodingOf } from './decode.ts';
import { ReadError } from './formats/format.ts';

const pieces = (bytes: Buffer, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, at * size + size),
  );

describe('the encoding is told by the bytes', () => {
  const talk = '坐席:您好，很高兴为您服务。\n客户:我家停电了，麻烦您查一下。\n';
  const traditional = '客服：您好，請問有什麼可以幫您？\n客戶：我想查詢電費帳單。\n';
  const japanese = '店員:いらっしゃいませ。\nお客様:予約したいのですが。\n';
  const western = 'Agent: Très bien, à bientôt – c’est noté.\nCustomer: merci, señor Muñoz\n';
  test.each([
    ['utf8', 'utf-8', talk],
    ['gbk', 'gb18030', talk],
    ['gbk', 'gb18030', '不知道'],
    ['gbk', 'gb18030', '坐席:您好'],
    ['gb18030', 'gb18030', `${talk}客户:𠮷😀\n`],
    ['big5', 'big5', traditional],
    ['big5', 'big5', '客服：您好'],
    ['shift_jis', 'shift_jis', japanese],
    ['windows-1252', 'windows-1252', western],
    ['windows-1252', 'windows-1252', 'caf\u00e9 cr\u00e9\u00e9e'],
    ['utf-16le', 'utf-16le', talk],
    ['utf-16be', 'utf-16be', 'Agent: hello\nCustomer: bye\n'],
  ])('%s is %s', (written, told, text) => {
    expect(decode(iconv.encode(text, written))).toEqual({ text, encoding: told });
  });

  test.each(['utf8', 'utf-16le', 'utf-16be'])('a byte order mark of %s is no character', (written) => {
    expect(decode(iconv.encode('坐席:您好', written, { addBOM: true })).text).toBe('坐席:您好');
  });

  test('a mark further on in the file is one', () => {
    expect(decode(Buffer.from('a\n\uFEFFb\n')).text).toBe('a\n\uFEFFb\n');
  });

  test('what comes late in a file of plain ASCII is told when it comes', () => {
    const text = `${'Agent: hello\r\n'.repeat(20_000)}客服: 不知道，您问别人吧\r\n`;
    const decoder = new Decoder();
    const blocks = [...decoder.blocks(pieces(iconv.encode(text, 'gbk'), 4096))];
    expect(blocks.map((block) => block.text).join('')).toBe(text);
  });
});

test('text is the same in whatever pieces its bytes come, and blocks end at line ends', () => {
  const unit = fc.constantFrom(...'坐席您好謝謝ab :', '😀', '\n', '\r\n', '\r', '𠮷');
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 60 }).map((units) => `您好：${units.join('')}`),
      fc.constantFrom('utf8', 'gb18030', 'utf-16le', 'utf-16be'),
      fc.integer({ min: 1, max: 17 }),
      (text, encoding, size) => {
        const bytes = iconv.encode(text, encoding, { addBOM: encoding !== 'gb18030' });
        // What has no mark is guessed, and a few emoji are too little for that.
        const decoder = new Decoder(encoding === 'gb18030' ? encoding : undefined);
        const blocks = [...decoder.blocks(pieces(bytes, size))].map((block) => block.text);
        expect(blocks.join('')).toBe(text);
        for (const block of blocks.slice(0, -1)) expect(block).toMatch(/[\r\n]$/);
        // A CRLF is never cut in two.
        for (const [at, block] of blocks.entries()) {
          if (at > 0 && blocks[at - 1]!.endsWith('\r')) expect(block).not.toMatch(/^\n/);
        }
      },
    ),
    { numRuns: 500 },
  );
});

describe('invalid bytes', () => {
  const errorOf = (bytes: Uint8Array): ReadError => {
    try {
      decode(bytes);
    } catch (error) {
      if (error instanceof ReadError) return error;
    }
    throw new Error('no ReadError');
  };

  test('are an error that names encoding, byte and line', () => {
    const bytes = Buffer.concat([
      Buffer.from('客服: 您好\n客户: 喂'),
      Buffer.from([0xff]),
      Buffer.from('好的\n'),
    ]);
    const error = errorOf(bytes);
    expect(error.detail).toEqual({
      key: 'read.invalid-bytes',
      values: { encoding: 'UTF-8', byte: bytes.indexOf(0xff) },
    });
    expect(error.at).toEqual({ line: 2 });
  });

  test('in GB18030 are named as such', () => {
    const bytes = Buffer.concat([
      iconv.encode('客服:您好，请稍等\n客户:好的谢谢', 'gbk'),
      Buffer.from([0xff, 10]),
    ]);
    expect(errorOf(bytes).detail.values).toEqual({ encoding: 'GB18030', byte: bytes.length - 2 });
  });

  test('a character that is cut off at the end is one', () => {
    const bytes = Buffer.from('客服: 您好').subarray(0, -1);
    expect(errorOf(bytes).detail.values).toEqual({ encoding: 'UTF-8', byte: bytes.length - 2 });
  });

  test('are replaced when the encoding is forced', () => {
    expect(decode(Buffer.from([0x61, 0xff, 0x62]), 'utf-8').text).toBe('a\uFFFDb');
  });

  test('leave the other lines as they are', () => {
    const bytes = Buffer.concat([Buffer.from('一\n二'), Buffer.from([0xc3]), Buffer.from('\n三\n')]);
    const blocks = [...new Decoder('utf-8').blocks([bytes])];
    expect(blocks).toHaveLength(1);
    const found = [...new Decoder().blocks([bytes])];
    expect(found.map((block) => block.invalidAt)).toEqual([undefined, 7, undefined]);
    expect(found[2]!.text).toBe('三\n');
  });
});

test('encodings have names, and others are an error', () => {
  expect(encodingOf('GBK')).toBe('gb18030');
  expect(encodingOf('Big5')).toBe('big5');
  expect(() => encodingOf('klingon')).toThrow(ReadError);
});
