import { expect, test } from 'vitest';
import { type ReadResult, readContent } from '../test-tools.ts';

/** What was read, as a person would list it. */
const listed = ({ transcripts }: ReadResult) =>
  transcripts.flatMap(({ id, turns }) =>
    turns.map(({ role, text, origin }) => {
      const { line, column } = origin.locate(0);
      return [id, role, text, `${line}:${column}`];
    }),
  );

const DOMAIN = `version: "3.1"
intents:
- greet
responses:
  utter_greet:
  - text: "您好，\\u60a8\\"请\\"稍等 {name}"   # courtesy-disable-line bot/wait -- 试运行
    buttons:
    - payload: /affirm
      title: 是的
    - {payload: /deny, title: 'don''t'}
  # courtesy-disable-next-line bot/curt, bot/cold -- 法务要求
  - buttons:
    - title: 先写的按钮
    text: |
      第一行
        第二行

      第三行
  - text: >-
      folded over
      two lines
  - channel: slack
    text: plain over
      two lines
    quick_replies:
    - title: 快捷
    custom:
      blocks:
      - type: section
        text: {type: mrkdwn, text: 自定义}
  'utter_other':
  - &kept
    text: 共用的话
  utter_again:
  - *kept
  - image: https://a.example/x.png
  utter_number:
  - text: 10086
actions:
- action_x
`;

test('every variant, button and payload text of a domain is a turn at its own place', async () => {
  for (const content of [DOMAIN, DOMAIN.replaceAll('\n', '\r\n'), `\ufeff${DOMAIN}`]) {
    const result = await readContent('bot/domain.yml', content);
    expect(result.problems).toEqual([]);
    expect(listed(result)).toEqual([
      ['utter_greet', 'bot', '您好，您"请"稍等 {name}', '6:12'],
      ['utter_greet', 'bot', '是的', '9:14'],
      ['utter_greet', 'bot', "don't", '10:32'],
      ['utter_greet', 'bot', '第一行\n  第二行\n\n第三行', '15:7'],
      ['utter_greet', 'bot', '先写的按钮', '13:14'],
      ['utter_greet', 'bot', 'folded over two lines', '20:7'],
      ['utter_greet@slack', 'bot', 'plain over two lines', '23:11'],
      ['utter_greet@slack', 'bot', '快捷', '26:14'],
      ['utter_greet@slack', 'bot', '自定义', '30:36'],
      ['utter_other', 'bot', '共用的话', '33:11'],
      ['utter_again', 'bot', '共用的话', '33:11'],
      ['utter_number', 'bot', '10086', '38:11'],
    ]);
  }
});

test('channel, opaque parts and suppressions go with their turns', async () => {
  const { transcripts, notes } = await readContent('domain.yml', DOMAIN);
  expect(notes).toEqual([]);
  expect(transcripts.map(({ meta }) => meta.channel)).toEqual([undefined, 'slack', ...Array(3)]);
  expect(transcripts[0]).toMatchObject({
    agent: null,
    rolesKnown: true,
    meta: { template: 'rasa', partial: true },
  });
  const turns = transcripts.flatMap((transcript) => transcript.turns);
  expect(turns[0]).toMatchObject({
    opaque: [[10, 16]],
    suppressed: [{ rule: 'bot/wait', reason: '试运行', line: 6 }],
  });
  const silenced = [
    { rule: 'bot/curt', reason: '法务要求', line: 11 },
    { rule: 'bot/cold', reason: '法务要求', line: 11 },
  ];
  expect(
    turns.filter(({ suppressed }) => suppressed).map(({ text, suppressed }) => [text, suppressed]),
  ).toEqual([
    [turns[0]!.text, [{ rule: 'bot/wait', reason: '试运行', line: 6 }]],
    ['先写的按钮', silenced],
  ]);
  expect(turns[0]!.origin.locate(3)).toEqual({ line: 6, column: 15 });
  expect(turns[0]!.origin.locate(4)).toEqual({ line: 6, column: 21 });
});

test('a suppression needs a rule, a reason and a reply', async () => {
  const content = `responses:
  # courtesy-disable-next-line bot/curt
  # courtesy-disable-next-line -- why
  # courtesy-ignore bot/curt -- why
  utter_a:
  - text: "不行 # courtesy-disable-line bot/curt -- not a comment"
  # courtesy-disable-next-line bot/curt -- nothing follows
`;
  const { transcripts, problems, notes } = await readContent('domain.yml', content);
  expect(problems.map(({ message, line, column }) => [message.key, line, column])).toEqual([
    ['suppress.no-reason', 2, 3],
    ['suppress.no-rule', 3, 3],
    ['suppress.unknown', 4, 3],
  ]);
  expect(notes).toMatchObject([{ message: { key: 'suppress.nothing' }, line: 7 }]);
  expect(transcripts[0]!.turns[0]!.suppressed).toBeUndefined();
});

test('old domains have templates, and variants that are only a text', async () => {
  const result = await readContent(
    'domain.yml',
    'templates:\n  utter_a:\n  - 您好\n  - "再见"\n  utter_b: 好的\n',
  );
  expect(listed(result)).toEqual([
    ['utter_a', 'bot', '您好', '3:5'],
    ['utter_a', 'bot', '再见', '4:6'],
    ['utter_b', 'bot', '好的', '5:12'],
  ]);
});

test('what is no reply is a problem with its place, and the rest is read', async () => {
  const content = `responses:
  utter_a:
  - text: [a, b]
  - [x]
  utter_b:
  utter_c:
  - text: 好的
  - *nowhere
`;
  const result = await readContent('domain.yml', content);
  expect(listed(result)).toEqual([['utter_c', 'bot', '好的', '7:11']]);
  expect(result.problems.map(({ message, line, column }) => [message.key, line, column])).toEqual([
    ['rasa.no-text', 3, 5],
    ['rasa.no-variant', 4, 5],
    ['rasa.no-variants', 5, 3],
    ['yaml.no-anchor', 8, 5],
  ]);
});

test.each([
  ['a quote that does not close', '  - text: "再见\n  utter_c:\n  - text: 您好\n', 5, 11],
  ['a bracket that does not close', '  - buttons: [{title: 是}\n  utter_c:\n  - text: 您好\n', 6, 3],
  ['a tab', '\t- text: 再见\n', 5, 1],
])('a domain with %s is read up to there', async (_name, rest, line, column) => {
  const result = await readContent(
    'domain.yml',
    `responses:\n  utter_a:\n  - text: 您好\n  utter_b:\n${rest}`,
  );
  expect(listed(result)[0]).toEqual(['utter_a', 'bot', '您好', '3:11']);
  expect(result.transcripts.some(({ id }) => id === 'utter_c')).toBe(false);
  expect(result.problems).toMatchObject([{ message: { key: 'yaml.syntax' }, line, column }]);
});

test('bombs of aliases and of depth are refused', async () => {
  const list = `[${Array(200).fill('*a').join(', ')}]`;
  const bomb = `x: &a [{text: lol}]\nresponses:\n  utter_a: &b ${list}\n${Array.from({ length: 100 }, (_, index) => `  utter_${index}: *b\n`).join('')}`;
  expect((await readContent('domain.yml', bomb)).problems.at(-1)).toMatchObject({
    message: { key: 'yaml.aliases' },
  });
  const deep = `responses:\n  utter_a: ${'['.repeat(5000)}a${']'.repeat(5000)}\n`;
  expect((await readContent('domain.yml', deep)).problems).toMatchObject([
    { message: { key: 'template.too-deep' } },
  ]);
});

test('YAML that is no domain is not taken for one', async () => {
  for (const content of [
    'pack: zh/x\nrules:\n  a: {}\n',
    'paths:\n  /a:\n    get:\n      responses:\n        200: ok\n',
  ]) {
    const { problems } = await readContent('a.yml', content);
    expect(problems).toMatchObject([{ message: { key: 'read.unknown-messages' } }]);
  }
});

const STORIES = `version: "3.1"
stories:
- story: 账单
  steps:
  - intent: bill
    user: |-
      我想查[上个月](date)的[账单]{"entity": "kind", "value": "bill"}
  - bot: 好的
  - action: utter_bill
  - or:
    - user: 'yes'
      intent: affirm
    - intent: thank
- story: 全写出来的
  steps:
  - user: 您好
  - bot: 您好！ # courtesy-disable-line bot/greet -- 测试
- story: 没有话
  steps:
  - intent: greet
`;

test('stories: what users say, without the marks of entities, and what the bot is written to say', async () => {
  const result = await readContent('tests/test_stories.yml', STORIES);
  expect(result.problems).toEqual([]);
  expect(listed(result)).toEqual([
    ['账单', 'customer', '我想查上个月的账单', '7:7'],
    ['账单', 'bot', '好的', '8:10'],
    ['账单', 'customer', 'yes', '11:14'],
    ['全写出来的', 'customer', '您好', '16:11'],
    ['全写出来的', 'bot', '您好！', '17:10'],
  ]);
  expect(result.transcripts.map(({ meta }) => meta.partial)).toEqual([true, undefined]);
  expect(result.notes).toMatchObject([{ message: { key: 'rasa.silent-stories', values: { count: 1 } } }]);
  const [turn] = result.transcripts[0]!.turns;
  expect([3, 5, 6, 7, 8].map((offset) => turn!.origin.locate(offset).column)).toEqual([11, 13, 21, 23, 24]);
  expect(result.transcripts[1]!.turns[1]!.suppressed).toHaveLength(1);
});

test('a file may hold responses and stories', async () => {
  const both = `${STORIES}responses:\n  utter_a:\n  - text: 您好\n`;
  const { transcripts } = await readContent('all.yml', both);
  expect(transcripts.map(({ id }) => id)).toEqual(['utter_a', '账单', '全写出来的']);
});
