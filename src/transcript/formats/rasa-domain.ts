import { Replies, type ReplyText } from '../replies.ts';
import { YamlFile, type YamlText } from '../yaml-file.ts';
import type { Format, Source } from './format.ts';
import { addStories } from './rasa-stories.ts';
import { topLevelKeys } from './yaml-keys.ts';

const REPLIES = ['responses', 'templates'] as const;
const OTHERS = ['intents', 'entities', 'slots', 'actions', 'forms', 'session_config'] as const;

const ANY_KEY = new RegExp([...REPLIES, ...OTHERS].join('|'));

/** Keys under which a payload for a channel holds words. */
const SPOKEN = /^(?:text|title|subtitle|caption|speech|speak|body|header|footer|fallback)$/;
/** What else stands in a variant and holds none that are read here. */
const SILENT = /^(?:channel|condition|image|attachment|metadata|id|payload|type|url)$/;
const DEEPEST = 12;

/**
 * A Rasa domain, 2 or 3 (`responses:`) or 1 (`templates:`), or a part of one. A transcript is a response by its
 * name; each text of a variant, title of a button or quick reply and word of a channel's own payload is a turn of
 * the bot. Variants for a channel are a transcript of their own, `meta.channel` naming it. Stories in the same
 * file are read after the responses.
 */
export const rasaDomain: Format = {
  name: 'rasa-domain',
  about: {
    zh: 'Rasa 的 domain.yml：responses（旧版 templates）里的每条回复',
    en: "Rasa's domain.yml: every reply under responses (formerly templates)",
  },
  example: [
    'version: "3.1"',
    'responses:',
    '  utter_greet:',
    '  - text: 您好，{name}，请问有什么可以帮您？',
    '    buttons:',
    '    - title: 查询账单',
    '      payload: /bill',
    '  # courtesy-disable-next-line bot/curt -- 法务要求原文',
    '  utter_refuse:',
    '  - text: |',
    '      不行。',
    '',
  ].join('\n'),
  extensions: ['yml', 'yaml'],

  recognise({ text }) {
    if (!ANY_KEY.test(text)) return 0;
    const keys = topLevelKeys(text);
    const others = OTHERS.filter((key) => keys.has(key)).length;
    if (REPLIES.some((key) => keys.has(key))) {
      if (/^\s+["']?utter_/m.test(text)) return 0.95;
      return others > 0 ? 0.85 : 0;
    }
    // A long domain: its responses come after what the sample shows.
    return others > 1 || (others > 0 && keys.has('version')) ? 0.7 : 0;
  },

  async *read(source) {
    const file = await YamlFile.read(source);
    const replies = new Replies(source, 'rasa');
    for (const root of file.roots) {
      for (const { key, value, at } of file.entries(root)) {
        if (!(REPLIES as readonly string[]).includes(key)) continue;
        if (file.is(value, 'map')) {
          for (const response of file.entries(value)) {
            new Response(source, file, response.key).read(response.value, response.at, replies);
          }
        } else if (!file.is(value, 'nothing'))
          source.problem({ key: 'rasa.no-responses', values: { key } }, at);
      }
      addStories(source, file, root, replies);
    }
    for (const comment of file.text.includes('courtesy-') ? file.comments() : []) {
      replies.suppressions.add(comment.text, comment);
    }
    yield* replies.done();
  },
};

/** The variants of one response. */
class Response {
  private readonly source: Source;
  private readonly file: YamlFile;
  private readonly name: string;
  private readonly channels = new Map<string, ReplyText[]>();

  constructor(source: Source, file: YamlFile, name: string) {
    this.source = source;
    this.file = file;
    this.name = name;
  }

  read(value: unknown, at: { line: number; column: number }, replies: Replies): void {
    const { file } = this;
    if (file.is(value, 'list')) for (const variant of file.items(value)) this.variant(variant);
    else if (file.isWhole(value)) {
      if (file.is(value, 'nothing')) this.skip('rasa.no-variants', at);
      else this.variant(value);
    }
    for (const [channel, texts] of this.channels) {
      const id = channel === '' ? this.name : `${this.name}@${channel}`;
      replies.add({ id, ...(channel !== '' && { meta: { channel } }) }, texts);
    }
  }

  private variant(node: unknown): void {
    const { file } = this;
    const text = file.textOf(node);
    if (text) {
      this.take('', [text]);
      return;
    }
    if (!file.is(node, 'map')) {
      if (file.isWhole(node)) this.skip('rasa.no-variant', file.position(node));
      return;
    }
    let channel = '';
    const words: YamlText[] = [];
    const rest: YamlText[] = [];
    for (const { key, value, at } of file.entries(node)) {
      if (key === 'channel') channel = file.textOf(value)?.value ?? '';
      else if (key === 'text') {
        const said = file.textOf(value);
        if (said) words.push(said);
        else if (!file.is(value, 'nothing')) this.skip('rasa.no-text', at);
      } else if (!SILENT.test(key)) rest.push(...this.spoken(value, 0));
    }
    // What is said comes before what may be pressed, in whatever order they are written.
    this.take(channel, [...words, ...rest]);
  }

  private take(channel: string, texts: readonly YamlText[]): void {
    const list = this.channels.get(channel) ?? [];
    for (const { value, origin, at } of texts) list.push({ value, origin, line: at.line });
    this.channels.set(channel, list);
  }

  /** Titles of buttons, texts of cards, whatever a channel's payload says, at any depth. */
  private *spoken(node: unknown, depth: number): Generator<YamlText> {
    const { file } = this;
    if (depth > DEEPEST) return;
    for (const item of file.items(node)) yield* this.spoken(item, depth + 1);
    for (const { key, value } of file.entries(node)) {
      const text = SPOKEN.test(key) ? file.textOf(value) : undefined;
      if (text) yield text;
      else yield* this.spoken(value, depth + 1);
    }
  }

  private skip(key: string, at: { line: number; column: number }): void {
    this.source.problem({ key, values: { name: this.name } }, at);
  }
}
