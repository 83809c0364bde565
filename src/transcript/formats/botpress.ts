import { JsonPlaces } from '../json-places.ts';
import { Replies, type ReplyText } from '../replies.ts';
import type { Format, Source } from './format.ts';
import { isObject, type JsonDocument, jsonDocuments, listOf, wordOf } from './json-documents.ts';
import { type Path, replyAt, wordsIn } from './json-words.ts';
import { languageOf } from './language-tag.ts';

const SPOKEN = /^(?:text|title|subtitle|variations|caption|item)(?:\$|$)/;
const isSpoken = (key: string) => SPOKEN.test(key);

/**
 * Botpress 12: content elements, what flows say and answers of the Q&A. A transcript is an element, a node or a
 * question in one language; references to elements (`say #!builtin_text-…`) are read where the element stands.
 */
export const botpress: Format = {
  name: 'botpress',
  about: {
    zh: 'Botpress 的内容元素（content-elements）、流程（flows）和问答（qna）',
    en: 'Botpress content elements, flows and Q&A',
  },
  example: `[
  {
    "id": "builtin_text-greet",
    "formData": {
      "text$zh": "您好，{{user.name}}！",
      "variations$zh": ["您好，请问有什么可以帮您？"]
    }
  }
]
`,
  extensions: ['json'],

  recognise({ text }) {
    if (!/^\s*[{[]/.test(text)) return 0;
    if (/"formData"\s*:\s*\{/.test(text)) return 0.9;
    if (/"nodes"\s*:\s*\[/.test(text) && /"(?:onEnter|startNode)"\s*:/.test(text)) return 0.9;
    if (/"answers"\s*:\s*\{/.test(text) && /"questions"\s*:\s*\{/.test(text)) return 0.9;
    // Where the boxes of a flow are drawn.
    return /"nodes"\s*:\s*\[/.test(text) && /"position"\s*:\s*\{/.test(text) ? 0.6 : 0;
  },

  async *read(source) {
    const replies = new Replies(source, 'botpress');
    for await (const document of jsonDocuments(source)) {
      const { value } = document;
      const nodes = isObject(value) ? value.nodes : undefined;
      if (Array.isArray(nodes)) addFlow(source, document, nodes, replies);
      else if (Array.isArray(value)) {
        for (const [index, element] of value.entries()) addElement(document, element, [index], replies);
      } else addElement(document, value, [], replies);
    }
    yield* replies.done();
  },
};

/** A content element, or a question with its answers. */
function addElement(document: JsonDocument, value: unknown, path: Path, replies: Replies): void {
  if (!isObject(value)) return;
  const id = wordOf(value.id) ?? String(path.at(-1) ?? '');
  const form = value.formData;
  if (isObject(form)) {
    const byTag = new Map<string, ReplyText[]>();
    for (const [text, at] of wordsIn(form, [...path, 'formData'], isSpoken)) {
      const [, tag = ''] = /\$([\w-]+)$/.exec(String(at.findLast((key) => String(key).includes('$')))) ?? [];
      byTag.set(tag, [...(byTag.get(tag) ?? []), replyAt(document, text, at)]);
    }
    addByTag(id, byTag, replies);
    return;
  }
  const data = isObject(value.data) ? value.data : value;
  const within = data === value ? path : [...path, 'data'];
  const answers = Object.entries(isObject(data.answers) ? data.answers : {});
  addByTag(
    id,
    new Map(
      answers.map(([tag, list]) => {
        const texts = [...wordsIn(list, [...within, 'answers', tag], () => true)];
        return [tag, texts.map(([text, at]) => replyAt(document, text, at))];
      }),
    ),
    replies,
  );
}

function addByTag(id: string, byTag: ReadonlyMap<string, ReplyText[]>, replies: Replies): void {
  for (const [tag, texts] of byTag) {
    const language = languageOf(tag);
    replies.add({ id: byTag.size > 1 ? `${id} (${tag})` : id, ...(language && { language }) }, texts);
  }
}

function addFlow(source: Source, document: JsonDocument, nodes: readonly unknown[], replies: Replies): void {
  for (const [index, node] of nodes.entries()) {
    if (!isObject(node)) continue;
    const texts: ReplyText[] = [];
    for (const key of ['onEnter', 'onReceive'] as const) {
      for (const [step, instruction] of listOf(node[key]).entries()) {
        const path = ['nodes', index, key, step];
        if (typeof instruction === 'string') texts.push(...said(document, instruction, path));
        else
          for (const [text, at] of wordsIn(instruction, path, isSpoken))
            texts.push(replyAt(document, text, at));
      }
    }
    const content = node.content;
    for (const [text, at] of wordsIn(content, ['nodes', index, 'content'], isSpoken)) {
      texts.push(replyAt(document, text, at));
    }
    replies.add({ id: `${source.stem}/${wordOf(node.name) ?? index}` }, texts);
  }
}

/** The texts of `say #builtin_text {"text": "…"}`: JSON in a string of JSON. */
function* said(document: JsonDocument, instruction: string, path: Path): Generator<ReplyText> {
  const start = /^\s*say\s+[#@][^\s{]+\s*(?=\{)/.exec(instruction)?.[0].length;
  if (start === undefined) return;
  let value: unknown;
  try {
    value = JSON.parse(instruction.slice(start));
  } catch {
    // Arguments with expressions in them are none that can be read.
    return;
  }
  const outer = document.places.origin(path, start);
  // As one line, a column is an offset.
  const inner = new JsonPlaces(instruction.slice(start).replace(/[\r\n]/g, ' '), 1);
  for (const [text, at] of wordsIn(value, [], isSpoken)) {
    const origin = inner.origin(at);
    yield { value: text, origin: { locate: (offset) => outer.locate(origin.locate(offset).column - 1) } };
  }
}
