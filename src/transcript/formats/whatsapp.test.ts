import { describe, expect, test } from 'vitest';
import { readContent } from '../test-tools.ts';
import { readChecked } from './read-back.ts';

const read = (lines: readonly string[]) => readChecked(`${lines.join('\n')}\n`, 'chat.txt');
const times = (turns: readonly { time?: string }[]) => turns.map(({ time }) => time);

describe('layouts', () => {
  test('of Android, messages over several lines, what the app says of itself', async () => {
    const { said, turns, transcript } = await read([
      '17/02/2026, 09:15 - Messages and calls are end-to-end encrypted.',
      '17/02/2026, 09:15 - Anna created group "Help: power"',
      '17/02/2026, 09:16 - Anna (Support): Hello, how can I help?',
      '17/02/2026, 09:17 - +44 7700 900123: My power is out.',
      '',
      '  Since noon: what now?',
    ]);
    expect(said).toEqual([
      ['system', 'Messages and calls are end-to-end encrypted.'],
      ['system', 'Anna created group "Help: power"'],
      ['agent', 'Hello, how can I help?'],
      ['customer', 'My power is out.\nSince noon: what now?'],
    ]);
    expect(transcript).toMatchObject({ agent: 'Anna', meta: { channel: 'whatsapp' } });
    expect(turns[3]!.origin.locate(17)).toEqual({ line: 6, column: 3 });
    expect(times(turns)[3]).toBe('2026-02-17T09:17:00');
  });

  test('of iOS, with marks of direction, in Chinese', async () => {
    const { said, turns } = await read([
      '\u200e[2026/2/17 下午1:05:09] 客服小王: \u200e您好',
      '[2026/2/17 下午1:05:19] 张女士: 喂',
      '\u200e[2026/2/17 下午1:05:29] 张女士: \u200e图像已忽略',
    ]);
    expect(said).toEqual([
      ['agent', '您好'],
      ['customer', '喂'],
      ['customer', '图像已忽略'],
    ]);
    expect(turns.map(({ start, time }) => [start, time])).toEqual([
      [0, '2026-02-17T13:05:09'],
      [10, '2026-02-17T13:05:19'],
      [20, '2026-02-17T13:05:29'],
    ]);
    expect(turns[2]!.opaque).toEqual([[0, 5]]);
  });

  test.each([
    ['2/17/26, 9:15\u202fPM - A: x', '2026-02-17T21:15:00'],
    ['2/3/26, 12:15 AM - A: x', '2026-02-03T00:15:00'],
    ['02/03/26, 12:15 - A: x', '2026-03-02T12:15:00'],
    ['17.02.26, 12:15 - A: x', '2026-02-17T12:15:00'],
    ['2026-02-17, 12:15 - A: x', '2026-02-17T12:15:00'],
    ['[17.02.26, 12:15:30] A: x', '2026-02-17T12:15:30'],
    ['[17/2/2026 12.15] A: x', '2026-02-17T12:15:00'],
    ['2026年2月17日 下午3:15 - A: x', '2026-02-17T15:15:00'],
  ])('%s', async (line, time) => {
    const { turns } = await read([line]);
    expect(times(turns)).toEqual([time]);
  });

  test('where only the order of messages tells the month from the day', async () => {
    const { turns } = await read(['02/11/2026, 09:15 - A: x', '03/01/2026, 09:15 - B: y']);
    expect(times(turns)).toEqual(['2026-02-11T09:15:00', '2026-03-01T09:15:00']);
  });
});

test.each([
  ['<Media omitted>', [[0, 15]]],
  ['IMG-20260217-WA0001.jpg (file attached)', [[0, 39]]],
  ['This message was deleted', [[0, 24]]],
  ['Hello \u200e<This message was edited>', [[5, 32]]],
  ['image of a cat', undefined],
  ['http://a.example/b: see', undefined],
])('%s holds no words at %j', async (text, opaque) => {
  const { turns } = await read([`17/02/2026, 09:15 - A: ${text}`, '17/02/2026, 09:15 - B: y']);
  expect([turns[0]!.text, turns[0]!.opaque]).toEqual([text, opaque]);
});

test('a chat of others is read as what it is', async () => {
  const { transcripts } = await readContent('a.txt', 'A: 17/02/2026, 09:15 - B: x\n坐席：您好\n');
  expect(transcripts[0]!.meta).toEqual({});
});
