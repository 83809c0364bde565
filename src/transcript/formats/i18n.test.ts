import { describe, expect, test } from 'vitest';
import { roleTable } from '../roles.ts';
import { type ReadResult, readContent } from '../test-tools.ts';
import { i18n } from './i18n.ts';
import { expectReadBack } from './read-back.ts';
import { parseSelector, selectorsFor } from './selector.ts';

const read = (file: string, content: string, at: string, files = file) =>
  readContent(file, content, { options: { roles: roleTable(), templates: [{ files, at }] } });

const listed = ({ transcripts }: ReadResult) =>
  transcripts.flatMap(({ id, turns }) =>
    turns.map(({ text, origin }) => {
      const { line, column } = origin.locate(0);
      return [id, text, `${line}:${column}`];
    }),
  );

const ids = (result: ReadResult) => result.transcripts.map(({ id }) => id);

const JSON_FILE = `{
  "title": "控制台",
  "bot": {
    "greet": "您好，{name}\\uff01",
    "wait": ["请稍等", "马上\\n为您"],
    "deep": {"a b": {"x": "深"}, "n": 3},
    "list": [{"text": "一", "note": "注"}, {"text": "二"}]
  }
}
`;

describe('which texts a path selects', () => {
  test.each([
    [
      '$.bot.**',
      ['bot.greet', 'bot.wait', 'bot.deep.a b.x', 'bot.list.0.text', 'bot.list.0.note', 'bot.list.1.text'],
    ],
    ['$.bot.*', ['bot.greet']],
    ['$.bot.wait[*]', ['bot.wait']],
    ['$.bot.wait[1]', ['bot.wait']],
    ["$.bot.deep['a b'].x", ['bot.deep.a b.x']],
    ['$.bot["deep"].**.x', ['bot.deep.a b.x']],
    ['$.bot.list[*].text', ['bot.list.0.text', 'bot.list.1.text']],
    ['$.**.text', ['bot.list.0.text', 'bot.list.1.text']],
    ['$.**.**.greet', ['bot.greet']],
    ['$**.title', ['title']],
  ])('%s', async (at, expected) => {
    const result = await read('locales/zh.json', JSON_FILE, at);
    expect(result.problems).toEqual([]);
    expect(ids(result)).toEqual(expected);
    expectReadBack(JSON_FILE, result);
  });

  test.each([
    ['bot', 1],
    ['$.bot.', 6],
    ['$.bot[', 6],
    ['$ bot', 2],
    ["$.bot['x]", 6],
  ])('%s is wrong at character %d', (at, column) => {
    expect(() => parseSelector(at)).toThrow(`character ${column}`);
  });

  test('a path that leads to nothing is a problem', async () => {
    const { problems } = await read('a.json', JSON_FILE, '$.robot.**');
    expect(problems).toMatchObject([
      { message: { key: 'i18n.nothing-selected', values: { at: '$.robot.**' } } },
    ]);
  });
});

test('variants of a message are one transcript, and the name of the file tells the language', async () => {
  const { transcripts } = await read('locales/zh-CN/bot.json', JSON_FILE, '$.bot.wait[*]');
  expect(transcripts).toMatchObject([
    { language: 'zh', turns: [{ text: '请稍等' }, { text: '马上\n为您' }] },
  ]);
});

test('which files a pattern is for', () => {
  const matches = (files: string, file: string) => selectorsFor(file, [{ files, at: '$' }]).length > 0;
  expect(matches('locales/*.json', 'app/locales/en.json')).toBe(true);
  expect(matches('./locales/*.{json,yml}', 'locales/en.yml')).toBe(true);
  expect(matches('locales/**/*.json', 'locales/a/b/en.json')).toBe(true);
  expect(matches('locales/**/*.json', 'locales/en.json')).toBe(true);
  expect(matches('**/en.json', '/tmp/x/en.json')).toBe(true);
  expect(matches('bot?.po', 'bot1.po')).toBe(true);
  expect(matches('locales/*.json', 'locales/a/en.json')).toBe(false);
  expect(matches('locales/*.json', 'mylocales/en.json')).toBe(false);
  expect(matches('a.json', 'aXjson')).toBe(false);
});

test('a file that the configuration names is read as it says, whatever it looks like', async () => {
  const content = '{"turns": [{"role": "agent", "text": "您好"}]}';
  const { transcripts } = await read('a.json', content, '$.turns[*].text');
  expect(transcripts[0]!.turns[0]!.role).toBe('bot');
});

test('without a selector it is refused, saying how to select', async () => {
  for (const file of ['a.json', 'a.yml', 'a.po']) {
    const { problems } = await readContent(file, file === 'a.json' ? '{"a": "b"}' : 'greet: b\n');
    expect(problems).toMatchObject([{ message: { key: 'read.unknown-messages' } }]);
  }
  const forced = await readContent('a.json', '{"a": "b"}', { inputFormat: 'i18n' });
  expect(forced.problems).toMatchObject([{ message: { key: 'i18n.no-selector' } }]);
  expect(i18n.recognise({ file: 'a.po' } as never)).toBe(0);
});

const YAML_FILE = `en: &en
  bot:
    greet: "Hello %{name}"
    count: 3
    wait: >
      One
      moment
    # courtesy-disable-next-line bot/curt -- legal
    refuse: 'It''s not possible'
other:
  <<: *en
  bot2: x
`;

test('YAML: every style, merged mappings, comments', async () => {
  const result = await read('config/locales/en.yml', YAML_FILE, '$.en.bot.**');
  expect(listed(result)).toEqual([
    ['en.bot.greet', 'Hello %{name}', '3:13'],
    ['en.bot.wait', 'One moment', '6:7'],
    ['en.bot.refuse', "It's not possible", '9:14'],
  ]);
  expect(result.transcripts[2]!.turns[0]!.suppressed).toHaveLength(1);
  expect(result.transcripts[0]).toMatchObject({ language: 'en', turns: [{ opaque: [[6, 13]] }] });
  expect(ids(await read('a.yml', YAML_FILE, '$.other.bot.greet'))).toEqual(['other.bot.greet']);
  const endless = await read('a.yml', 'a: &a\n  b: x\n  c: *a\n', '$.**');
  expect(endless.problems).toMatchObject([{ message: { key: 'template.too-deep' } }]);
});

const PO_FILE = `# Translators
msgid ""
msgstr ""
"Language: zh_CN\\n"

#. courtesy-disable-next-line bot/curt -- 法务要求
#: src/bot.py:3
msgid "bot.refuse"
msgstr ""
"不行，"
"\\"%(name)s\\"\\n"

msgctxt "bot"
msgid "Hello"
msgstr "您好"

msgid "%d item"
msgid_plural "%d items"
msgstr[0] "%d 件"
msgstr[1] "共 %d 件"

#, fuzzy
msgid "bot.old"
msgstr "旧的"

#~ msgid "bot.gone"
#~ msgstr "没了"

msgid "bot.broken"
msgstr "坏的
msgid "bot.next"
msgstr "下一条"
`;

test('gettext: lines joined, contexts, plurals, comments; broken and fuzzy messages are told', async () => {
  for (const content of [PO_FILE, PO_FILE.replaceAll('\n', '\r\n')]) {
    const result = await read('po/bot.po', content, '$.**');
    expect(listed(result)).toEqual([
      ['bot.refuse', '不行，"%(name)s"', '10:2'],
      ['bot.Hello', '您好', '15:9'],
      ['bot.next', '下一条', '32:9'],
      ['%d item', '%d 件', '19:12'],
      ['%d item', '共 %d 件', '20:12'],
    ]);
    expectReadBack(content, result);
    expect(result.problems).toMatchObject([{ message: { key: 'po.syntax' }, line: 30, column: 1 }]);
    expect(result.notes).toMatchObject([{ message: { key: 'po.fuzzy', values: { count: 1 } } }]);
    expect(result.transcripts[0]).toMatchObject({
      language: 'zh',
      turns: [{ opaque: [[4, 12]], suppressed: [{ rule: 'bot/curt', reason: '法务要求', line: 6 }] }],
    });
  }
  expect(ids(await read('bot.po', PO_FILE, '$.bot.**'))).toEqual(['bot.refuse', 'bot.Hello', 'bot.next']);
});
