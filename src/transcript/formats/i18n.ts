import { Replies, type ReplyText } from '../replies.ts';
import { YamlFile } from '../yaml-file.ts';
import { type Format, ReadError, type Source } from './format.ts';
import { isObject, type JsonDocument, jsonDocuments } from './json-documents.ts';
import { languageOf } from './language-tag.ts';
import { readPo } from './po.ts';
import { type Path, parseSelector, select, selectorsFor, type Tree } from './selector.ts';

/**
 * Files of messages of which some are a bot's: JSON, YAML or gettext .po. The configuration says which, as
 * `templates: [{files: "locales/*.json", at: "$.bot.**"}]`; without that nobody can tell replies from labels, and
 * the file is refused. A transcript is a message by its path; the elements of a list are its variants.
 */
export const i18n: Format = {
  name: 'i18n',
  about: {
    zh: '多语言文案（JSON、YAML、.po），由 courtesy.yaml 的 templates 指明哪些是机器人的回复',
    en: "messages (JSON, YAML, .po) of which `templates` in courtesy.yaml says which are a bot's replies",
  },
  example: [
    'msgid "bot.greet"',
    'msgstr "您好，{name}！"',
    '',
    '# courtesy-disable-next-line bot/curt -- 法务要求原文',
    'msgid "bot.refuse"',
    'msgstr ""',
    '"不行。"',
    '',
  ].join('\n'),
  extensions: ['po', 'pot'],

  recognise: ({ file }, options) => (selectorsFor(file, options?.templates).length > 0 ? 1 : 0),

  async *read(source, options) {
    const templates = selectorsFor(source.file, options.templates);
    if (templates.length === 0) throw new ReadError({ key: 'i18n.no-selector' });
    const selectors = templates.map(({ at }) => parseSelector(at));
    const replies = new Replies(source, 'i18n');
    let found = false;
    for await (const { tree, language } of trees(source, replies)) {
      for (const [id, texts] of grouped(select(tree, selectors))) {
        found = true;
        replies.add({ id, ...(language && { language }) }, texts);
      }
    }
    const at = templates.map((template) => template.at).join(', ');
    if (!found) source.problem({ key: 'i18n.nothing-selected', values: { at } });
    yield* replies.done();
  },
};

async function* trees(source: Source, replies: Replies) {
  const { extension } = source;
  const { text } = source.sample();
  if (extension === 'po' || extension === 'pot' || /^\s*msgid\s+"/m.test(text)) {
    const { tree, language, comments } = readPo(source);
    for (const comment of comments) replies.suppressions.add(comment.text, comment);
    yield { tree, language: languageOf(language) };
  } else if (extension === 'yml' || extension === 'yaml' || !/^\s*[{[]/.test(text)) {
    const file = await YamlFile.read(source);
    for (const root of file.roots) yield { tree: yamlTree(file, root), language: undefined };
    for (const comment of file.text.includes('courtesy-') ? file.comments() : []) {
      replies.suppressions.add(comment.text, comment);
    }
  } else {
    for await (const document of jsonDocuments(source)) {
      yield { tree: jsonTree(document, document.value, []), language: undefined };
    }
  }
}

/** Texts by the path of their message; those of one list together. */
function grouped(selected: Iterable<[Path, ReplyText]>): Map<string, ReplyText[]> {
  const groups = new Map<string, ReplyText[]>();
  for (const [path, text] of selected) {
    const keys = path.length > 1 && typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
    const id = keys.join('.') || '$';
    const list = groups.get(id);
    if (list) list.push(text);
    else groups.set(id, [text]);
  }
  return groups;
}

function jsonTree(document: JsonDocument, value: unknown, path: Path): Tree {
  return {
    text: typeof value === 'string' ? { value, origin: document.places.origin(path) } : undefined,
    *children() {
      if (!Array.isArray(value) && !isObject(value)) return;
      for (const [key, child] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
        yield [key, jsonTree(document, child, [...path, key])] as const;
      }
    },
  };
}

/** Numbers and truth values are no words, whatever they are selected by. */
const NO_WORDS = /^(?:[-+]?[\d.]+|true|false)$/i;

function yamlTree(file: YamlFile, node: unknown): Tree {
  const text = file.textOf(node);
  return {
    text: text && !NO_WORDS.test(text.value) ? { ...text, line: text.at.line } : undefined,
    *children() {
      let index = 0;
      for (const item of file.items(node)) yield [index++, yamlTree(file, item)] as const;
      for (const { key, value } of file.entries(node)) yield [key, yamlTree(file, value)] as const;
    },
  };
}
