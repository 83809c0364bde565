import { expect, test } from 'vitest';
import { type ReadResult, readContent } from '../test-tools.ts';
import { expectReadBack } from './read-back.ts';

const listed = ({ transcripts }: ReadResult) =>
  transcripts.flatMap(({ id, language, meta, turns }) =>
    turns.map(({ role, text }) => [id, language, meta.channel, role, text]),
  );

const INTENT = `{
  "id": "0", "name": "refund", "auto": true,
  "responses": [{
    "resetContexts": false, "action": "", "affectedContexts": [],
    "parameters": [{"name": "n", "prompts": [{"lang": "en", "value": "Which \\u006frder?"}]}],
    "messages": [
      {"type": "0", "lang": "en", "condition": "", "speech": ["Sorry, $name.", "I \\"can't\\" do that."]},
      {"type": 0, "lang": "zh-cn", "speech": "抱歉"},
      {"type": 1, "platform": "slack", "lang": "en", "title": "Card", "imageUrl": "x",
       "buttons": [{"text": "Ask a person", "postback": "/agent"}]}
    ]
  }],
  "webhookUsed": false, "events": []
}
`;

test('a Dialogflow ES intent, by language and platform', async () => {
  const result = await readContent('intents/refund.json', INTENT);
  expect([result.problems, result.notes]).toEqual([[], []]);
  expect(listed(result)).toEqual([
    ['refund (en)', 'en', undefined, 'bot', 'Which order?'],
    ['refund (en)', 'en', undefined, 'bot', 'Sorry, $name.'],
    ['refund (en)', 'en', undefined, 'bot', `I "can't" do that.`],
    ['refund (zh-cn)', 'zh', undefined, 'bot', '抱歉'],
    ['refund@slack (en)', 'en', 'slack', 'bot', 'Card'],
    ['refund@slack (en)', 'en', 'slack', 'bot', 'Ask a person'],
  ]);
  expectReadBack(INTENT, result);
});

test('a Dialogflow CX flow, and a fulfillment', async () => {
  const flow = {
    displayName: 'Start',
    transitionRoutes: [
      { triggerFulfillment: { messages: [{ text: { text: ['您好', '您好！'] }, languageCode: 'zh-cn' }] } },
    ],
  };
  expect(
    listed(await readContent('flow.json', JSON.stringify(flow, null, 1))).map((row) => row.at(-1)),
  ).toEqual(['您好', '您好！']);
  const fulfillment = '{"fulfillmentMessages": [{"text": {"text": ["Hello"]}}]}';
  expect(listed(await readContent('a.json', fulfillment))).toEqual([
    ['a', undefined, undefined, 'bot', 'Hello'],
  ]);
});

test.each([
  [
    'what users say',
    '[{"id": "1", "data": [{"text": "hi", "userDefined": false}], "isTemplate": false, "count": 0}]',
  ],
  ['entries', '[{"value": "a", "synonyms": ["b"]}]'],
  ['an entity', '{"id": "1", "name": "x", "isOverridable": true, "isEnum": false}'],
  ['the agent', '{"description": "", "language": "en", "defaultTimezone": "Asia/Shanghai"}'],
  ['the version', '{\n  "version": "1.0.0"\n}'],
])('a file of a Dialogflow export with %s holds no reply and is no problem', async (_name, content) => {
  const { transcripts, problems, notes } = await readContent('x.json', content);
  expect([transcripts, problems]).toEqual([[], []]);
  expect(notes).toMatchObject([{ message: { key: 'read.empty' } }]);
});

test('a broken export is read as far as it is whole', async () => {
  const result = await readContent('a.json', INTENT.slice(0, INTENT.indexOf('{"type": 1')));
  expect(listed(result).map((row) => row.at(-1))).toEqual([
    'Which order?',
    'Sorry, $name.',
    `I "can't" do that.`,
    '抱歉',
  ]);
  expect(result.problems).toMatchObject([{ message: { key: 'json.cut' } }]);
});

const ELEMENTS = `[
  {"id": "builtin_text-1", "formData": {"typing$en": true, "text$en": "Hello \\"{{user.name}}\\"", "text$zh": "您好",
    "variations$en": ["Hi", "Hey"]}, "createdBy": "admin"},
  {"id": "builtin_single-choice-2", "formData": {"text": "选哪个？", "choices": [{"title": "账单", "value": "bill"}]}}
]
`;

test('Botpress content elements, by language', async () => {
  const result = await readContent('content-elements/builtin_text.json', ELEMENTS);
  expect(listed(result)).toEqual([
    ['builtin_text-1 (en)', 'en', undefined, 'bot', 'Hello "{{user.name}}"'],
    ['builtin_text-1 (en)', 'en', undefined, 'bot', 'Hi'],
    ['builtin_text-1 (en)', 'en', undefined, 'bot', 'Hey'],
    ['builtin_text-1 (zh)', 'zh', undefined, 'bot', '您好'],
    ['builtin_single-choice-2', undefined, undefined, 'bot', '选哪个？'],
    ['builtin_single-choice-2', undefined, undefined, 'bot', '账单'],
  ]);
  expectReadBack(ELEMENTS, result);
});

test('Botpress flows: JSON within a string of JSON keeps its places', async () => {
  const say = String.raw`say #builtin_text {\"text\":\"您好 \\\"您\\\"\\n请稍等\",\"typing\":true}`;
  const flow = `{"version": "0.1", "startNode": "entry", "nodes": [{
  "name": "entry", "onEnter": ["say #!builtin_text-1", "${say}", "setVariable {}"], "next": []
}]}`;
  const result = await readContent('flows/main.flow.json', flow);
  expect(result.problems).toEqual([]);
  expect(listed(result)).toEqual([['main.flow/entry', undefined, undefined, 'bot', '您好 "您"\n请稍等']]);
  const { origin } = result.transcripts[0]!.turns[0]!;
  const column = (offset: number) => origin.locate(offset).column;
  const line = flow.split('\n')[1]!;
  expect([0, 4, 7, 9].map((offset) => line[column(offset) - 1])).toEqual(['您', '您', '请', '等']);
  expect(line.slice(column(3) - 1)).toMatch(/^\\\\\\"您/);
});

test('Botpress questions and answers', async () => {
  const qna = '{"id": "q1", "data": {"answers": {"zh": ["可以", "可以的"]}, "questions": {"zh": ["行吗"]}}}';
  expect(listed(await readContent('q1.json', qna)).map((row) => [row[0], row[1], row[4]])).toEqual([
    ['q1', 'zh', '可以'],
    ['q1', 'zh', '可以的'],
  ]);
});
