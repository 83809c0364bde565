import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Editor, readContent } from '../test-tools.ts';

const line = (value: unknown) => `${JSON.stringify(value)}\n`;
const call = (id: string, ...texts: string[]) => ({
  id,
  turns: texts.map((text) => ({ role: 'agent', text })),
});

test('a conversation has all that its line says', async () => {
  const { transcripts, problems, notes } = await readContent(
    'a.jsonl',
    line({
      id: 7,
      agent: '3号',
      lang: 'zh-CN',
      channel: 'phone',
      llm_agent: true,
      meta: { ring_count: 2 },
      turns: [
        { role: 'agent', text: '您好', start: 0, end: 2.1, time: '2026-02-17T09:00:00+08:00' },
        { role: '客户', speaker: '张三', text: '喂', start: '2.5' },
        { role: '坐席1023', text: '' },
        { role: 'bot', text: '欢迎' },
        { text: '?' },
      ],
    }),
  );
  expect([problems, notes]).toEqual([[], []]);
  const [transcript] = transcripts;
  const { turns, ...rest } = transcript!;
  expect(rest).toEqual({
    file: 'a.jsonl',
    id: '7',
    agent: '3号',
    language: 'zh',
    meta: { channel: 'phone', ring_count: 2 },
    rolesKnown: true,
  });
  expect(turns.map(({ origin, ...turn }) => turn)).toEqual([
    { role: 'agent', text: '您好', start: 0, end: 2.1, time: '2026-02-17T09:00:00+08:00' },
    { role: 'customer', speaker: '张三', text: '喂', start: 2.5 },
    { role: 'agent', speaker: '1023', text: '' },
    { role: 'bot', text: '欢迎' },
    { role: 'unknown', text: '?' },
  ]);
});

describe('one or many', () => {
  const two = [call('a', '您好'), call('b', '再见')];
  test.each([
    ['a conversation a line', 'a.jsonl', two.map(line).join('')],
    ['the same by another name', 'a.json', two.map(line).join('\r\n')],
    ['an array', 'a.json', JSON.stringify(two)],
    ['an array over lines', 'a.json', JSON.stringify(two, null, 2)],
    [
      'an array with a conversation a line',
      'a.json',
      `[\n${two.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`,
    ],
    ['conversations', 'a.json', JSON.stringify({ conversations: two }, null, '\t')],
    ['standard input', '-', two.map(line).join('')],
  ])('%s', async (_, file, content) => {
    const { transcripts, problems } = await readContent(file, content);
    expect(problems).toEqual([]);
    const editor = new Editor(content);
    expect(
      transcripts.map(({ id, turns }) => [id, turns[0]!.text, editor.read(turns[0]!.origin.locate(0), 2)]),
    ).toEqual([
      ['a', '您好', '您好'],
      ['b', '再见', '再见'],
    ]);
  });

  test('one object over lines', async () => {
    const { transcripts } = await readContent('c.json', JSON.stringify(call('x', '您好'), null, 4));
    expect(transcripts).toMatchObject([{ id: 'x', turns: [{ text: '您好' }] }]);
  });

  test('ids that are missing or not unique', async () => {
    const { transcripts } = await readContent(
      'c.jsonl',
      [{ turns: [] }, call('x'), call('x'), { turns: [] }].map(line).join(''),
    );
    expect(transcripts.map((transcript) => transcript.id)).toEqual(['c', 'x', 'x#2', 'c#2']);
  });
});

test('what is broken is a problem with its place, and the rest goes on', async () => {
  const content = [
    '{"id": "a", "turns": [{"role": "agent", "text": "您好"}]}',
    '{"id": "b", "turns": [{"role": "agent" "text": "您好"}]}',
    '',
    '{"id": "c"}',
    '  7',
    '{"id": "d", "turns": [{"role": "agent"}, {"role": "agent", "text": "再见"}]}',
  ].join('\n');
  const { transcripts, problems } = await readContent('a.jsonl', content);
  expect(transcripts.map(({ id, turns }) => [id, turns.length])).toEqual([
    ['a', 1],
    ['d', 1],
  ]);
  expect(problems.map(({ line, column, message }) => [line, column, message.key])).toEqual([
    [2, 40, 'json.syntax'],
    [4, 1, 'json.no-turns'],
    [5, 3, 'json.not-object'],
    [6, 23, 'json.turn-without-text'],
  ]);
});

test('a broken document names the line', async () => {
  const { problems } = await readContent(
    'a.json',
    '{\n  "turns": [\n    {"role": "agent", "text": "您好"\n  ]\n}\n',
  );
  expect(problems).toMatchObject([{ line: 4, column: 3, message: { key: 'json.cut' } }]);
});

test('a line with invalid bytes loses itself alone', async () => {
  const bytes = Buffer.concat([
    Buffer.from(line(call('a', '您好'))),
    Buffer.from([0x22, 0xff, 10]),
    Buffer.from(line(call('b'))),
  ]);
  const { transcripts, problems } = await readContent('a.jsonl', bytes);
  expect(transcripts.map((transcript) => transcript.id)).toEqual(['a', 'b']);
  expect(problems).toMatchObject([{ line: 2, message: { key: 'read.invalid-bytes' } }]);
});

test('no roles at all: judged as one agent, and a note says so', async () => {
  const { transcripts, notes } = await readContent('a.jsonl', line({ turns: [{ text: '您好' }] }));
  expect(transcripts).toMatchObject([{ rolesKnown: false, turns: [{ role: 'agent' }] }]);
  expect(notes).toMatchObject([{ line: 1, column: 1, message: { key: 'text.no-labels' } }]);
});

test('names for roles are told apart as in text', async () => {
  const turns = [
    { role: '李娜', text: '您好，请问有什么可以帮您' },
    { role: '张伟', text: '我要退货' },
  ];
  const { transcripts } = await readContent('a.jsonl', line({ turns }));
  expect(transcripts[0]!.turns.map((turn) => turn.role)).toEqual(['agent', 'customer']);
});

test('nesting may be deep, broken or not', async () => {
  const deep = '['.repeat(100_000);
  const content = `${deep}\n{"id": "a", "x": ${deep}${']'.repeat(100_000)}, "turns": []}\n`;
  const { transcripts, problems } = await readContent('a.jsonl', content);
  expect(transcripts.map((transcript) => transcript.id)).toEqual(['a']);
  expect(problems).toMatchObject([{ line: 1, message: { key: 'json.syntax' } }]);
});

test('every character of every turn is where its position says', async () => {
  const text = fc
    .array(fc.constantFrom('您', 'a', '"', '\\', '\n', '😀', ' '), { maxLength: 8 })
    .map((units) => units.join(''));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(text, { maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
      fc.boolean(),
      async (conversations, end, bom) => {
        const lines = conversations.map((texts, at) => JSON.stringify(call(`c${at}`, ...texts)));
        const content = lines.join(end);
        const { transcripts } = await readContent('a.jsonl', (bom ? '\uFEFF' : '') + content);
        const editor = new Editor(content);
        expect(transcripts.map(({ turns }) => turns.map((turn) => turn.text))).toEqual(conversations);
        for (const { turns } of transcripts) {
          for (const { text, origin } of turns) {
            for (let offset = 0; offset < text.length; offset++) {
              const unit = /^(?:\\.|[\s\S])/.exec(editor.read(origin.locate(offset), 2))![0];
              expect(JSON.parse(`"${unit}"`)).toBe(text[offset]);
            }
          }
        }
      },
    ),
  );
});
