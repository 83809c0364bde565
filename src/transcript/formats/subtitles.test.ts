import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContent } from '../test-tools.ts';
import { expectReadBack, readChecked } from './read-back.ts';

const cue = (from: number, text: string) => `00:00:0${from}.000 --> 00:00:0${from + 1}.000\n${text}\n\n`;
test('voice tags, classes, ids, settings, notes, styles and regions', async () => {
  const { said, turns, problems, transcripts } = await readChecked(
    `WEBVTT - a call
Kind: captions
Language: zh

STYLE
::cue { color: red }

REGION
id:fred

NOTE nobody says --
this

first
00:00:01.000 --> 00:00:03.500 align:start
<v.loud 坐席>您好，<i>很高兴</i>为您服务。</v>

00:04.000 --> 00:05.250
<v 客户>我家&amp;他家<00:04.500>停电了。
`,
    'call.vtt',
  );
  expect(problems).toEqual([]);
  expect(said).toEqual([
    ['agent', '您好，很高兴为您服务。'],
    ['customer', '我家&他家停电了。'],
  ]);
  expect(turns.map(({ start, end }) => [start, end])).toEqual([
    [1, 3.5],
    [4, 5.25],
  ]);
  expect(transcripts[0]!.language).toBe('zh');
});

test('two voices in a cue, and names that nobody knows', async () => {
  const { turns } = await readChecked(
    `WEBVTT\n\n${cue(1, '<v Mary Li>Thank you for calling, how can I help?</v>\n<v Tom>My power is out.</v>')}`,
    'call.vtt',
  );
  expect(turns.map(({ role, speaker }) => [role, speaker])).toEqual([
    ['agent', 'Mary Li'],
    ['customer', 'Tom'],
  ]);
});

test('labels in the words; cues that go on with a sentence are one turn', async () => {
  const { said, turns } = await readChecked(
    `WEBVTT\n\n${cue(1, '坐席：您好，很高')}${cue(2, '兴为您服务。')}${cue(3, '请讲。')}${cue(4, '客户：停电')}${cue(7, '客户：三天了')}`,
    'call.vtt',
  );
  expect(said).toEqual([
    ['agent', '您好，很高\n兴为您服务。'],
    ['agent', '请讲。'],
    ['customer', '停电'],
    ['customer', '三天了'],
  ]);
  expect([turns[0]!.start, turns[0]!.end]).toEqual([1, 3]);
});

test('dashes begin turns', async () => {
  const { said } = await readChecked(
    `WEBVTT\n\n${cue(1, '- Hello.\n- Who is\nthere?')}${cue(2, '-Me.\n-You?')}${cue(3, '-5 degrees')}`,
    'call.vtt',
  );
  expect(said.map(([, text]) => text)).toEqual(['Hello.', 'Who is\nthere?', 'Me.', 'You?', '-5 degrees']);
});

test('what is in angle brackets and no tag is words', async () => {
  const { said } = await readChecked(`WEBVTT\n\n${cue(1, '客服: <phone number> a < b &copy;')}`, 'call.vtt');
  expect(said).toEqual([['agent', '<phone number> a < b &copy;']]);
});

test('captions that roll up are read once', async () => {
  const roll = (from: number, text: string) =>
    `00:00:0${from}.000 --> 00:00:0${from + 1}.000 align:start position:0%\n${text}\n\n`;
  const { said } = await readChecked(
    `WEBVTT\n\n${roll(1, ' \nhello there')}${roll(2, 'hello there\nhow<c> are</c> you')}${roll(3, 'how are you\n ')}`,
    'call.vtt',
  );
  expect(said.map(([, text]) => text)).toEqual(['hello there', 'how are you']);
});

test('a file without the header is read and says so', async () => {
  const { said, told } = await readChecked(cue(1, '客服：您好'), 'call.vtt');
  expect(said).toEqual([['agent', '您好']]);
  expect(told).toEqual([[1, 'subtitle.no-header']]);
});

test('broken times lose the times, missing times lose the words', async () => {
  const { said, turns, problems, told } = await readChecked(
    `WEBVTT\n\n${cue(1, '客服：您好。')}00:00:03.000 --> 00:00:0d.000\n请讲。\n\n没有时间\n两行\n\n${cue(5, '客户：喂')}`,
    'call.vtt',
  );
  expect(said).toEqual([
    ['agent', '您好。'],
    ['agent', '请讲。'],
    ['customer', '喂'],
  ]);
  expect(turns[1]!.start).toBeUndefined();
  expect(told).toEqual([
    [9, 'subtitle.no-time'],
    [6, 'subtitle.bad-time'],
  ]);
  expect(problems[0]!.message.values).toEqual({ count: 2 });
});

test('SubRip: without blank lines, with points, tags of players', async () => {
  const { said, problems } = await readChecked(
    '1\n00:00:01,000 --> 00:00:02.000\n{\\an8}<font color="red">客服：您好</font>\n2\n00:00:02,500 --> 00:00:03,000\n客户：喂\n\n\n3\n00:00:04,000 --> 00:00:05,000\n',
    'call.srt',
  );
  expect(said).toEqual([
    ['agent', '您好'],
    ['customer', '喂'],
  ]);
  expect(problems).toEqual([]);
});

test.each([
  ['a.srt', '1\nsome words'],
  ['a.sbv', 'some words'],
  ['a.srt', 'some words\n00:00:00,500 --> 00:00:07,000'],
])('%s without a cue says what was skipped: %j', async (file, content) => {
  const { transcripts, told } = await readChecked(content, file);
  expect(transcripts).toEqual([]);
  expect(told).toEqual([
    [1, 'subtitle.no-time'],
    [undefined, 'read.empty'],
  ]);
});

test('SBV: [br], and an end before the beginning is none', async () => {
  const { said, turns } = await readChecked(
    '0:00:01.000,0:00:02.000\n客服: 您好[br]请讲。\n\n0:00:17.484,0:00:16.543\n客户: 喂\n',
    'call.sbv',
  );
  expect(said).toEqual([
    ['agent', '您好\n请讲。'],
    ['customer', '喂'],
  ]);
  expect([turns[1]!.start, turns[1]!.end]).toEqual([17.484, undefined]);
});

test('whatever stands in a file of subtitles, words are where they say', async () => {
  const line = fc.constantFrom(
    ...[
      'WEBVTT',
      'NOTE x',
      '',
      ' ',
      '1',
      'id',
      '00:01.000 --> 00:02.000',
      '00:00:01,5 --> x',
      '0:00:01.000,0:00:02.000',
    ],
    ...[
      '<v 客服>您好',
      '</v>再见',
      '客户：<b>喂</b>',
      '- 一&lt;二',
      '-三',
      'a<br>b',
      '[br]',
      '&#x4f60;',
      '😀{\\an8}好',
      'Tom: hi',
    ],
  );
  const end = fc.constantFrom('\n', '\r\n', '\r');
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 30 }),
      end,
      fc.constantFrom('vtt', 'srt', 'sbv'),
      async (lines, ends, name) => {
        const content = lines.join(ends);
        const result = await readContent(`a.${name}`, content, { inputFormat: name });
        const unread = result.problems.filter(({ message }) => message.key !== 'subtitle.no-time');
        expect(unread).toEqual([]);
        expectReadBack(content, result);
      },
    ),
    { numRuns: 400 },
  );
});
