import { Excerpt } from '../excerpt.ts';
import { Replies, type ReplyText } from '../replies.ts';
import type { Origin } from '../transcript.ts';
import { YamlFile, type YamlText } from '../yaml-file.ts';
import type { Format, Source } from './format.ts';
import { topLevelKeys } from './yaml-keys.ts';

/** Lists of conversations, and the key that names one of them. */
const LISTS: Readonly<Record<string, string>> = { stories: 'story', rules: 'rule', test_cases: 'test_case' };
const ANY_LIST = new RegExp(Object.keys(LISTS).join('|'));

/**
 * Rasa's end-to-end tests: `user:` is the customer's turn, `bot:` the bot's where it is written out. An action
 * says nothing here (its words are in the domain), so a transcript that has one is only a part of a conversation.
 */
export const rasaStories: Format = {
  name: 'rasa-stories',
  about: {
    zh: 'Rasa 的端到端测试故事：user 是客户的话，bot 是机器人的话',
    en: "Rasa's end-to-end test stories: user is the customer, bot the bot",
  },
  example: [
    'version: "3.1"',
    'stories:',
    '- story: 查询账单',
    '  steps:',
    '  - intent: bill',
    '    user: |-',
    '      我想查[上个月](date)的账单',
    '  - bot: 好的，请稍等。',
    '  - action: utter_bill',
    '',
  ].join('\n'),
  extensions: ['yml', 'yaml'],

  recognise({ text }) {
    if (!ANY_LIST.test(text)) return 0;
    const keys = topLevelKeys(text);
    const named = Object.entries(LISTS).some(
      ([key, name]) => keys.has(key) && new RegExp(`^\\s*-\\s+["']?${name}["']?\\s*:`, 'm').test(text),
    );
    if (!named) return 0;
    return /^\s*(?:-\s+)?["']?(?:user|bot)["']?\s*:/m.test(text) ? 0.9 : 0.6;
  },

  async *read(source) {
    const file = await YamlFile.read(source);
    const replies = new Replies(source, 'rasa-stories');
    for (const root of file.roots) addStories(source, file, root, replies);
    for (const comment of file.text.includes('courtesy-') ? file.comments() : []) {
      replies.suppressions.add(comment.text, comment);
    }
    yield* replies.done();
  },
};

/** Adds the stories of a file, which may be a domain too. */
export function addStories(source: Source, file: YamlFile, root: unknown, replies: Replies): void {
  let silent = 0;
  for (const { key, value } of file.entries(root)) {
    const name = LISTS[key];
    if (name === undefined) continue;
    for (const story of file.items(value)) {
      let id = '';
      const texts: ReplyText[] = [];
      let partial = false;
      for (const entry of file.entries(story)) {
        if (entry.key === name) id = file.textOf(entry.value)?.value ?? '';
        else if (entry.key === 'steps') partial = addSteps(file, entry.value, texts);
      }
      if (!replies.add({ id, partial }, texts)) silent++;
    }
  }
  if (silent > 0) source.note({ key: 'rasa.silent-stories', values: { count: silent } });
}

/** @returns whether something is said whose words are not here: an action's, or an intent's without example */
function addSteps(file: YamlFile, steps: unknown, texts: ReplyText[]): boolean {
  let unsaid = false;
  for (const step of file.items(steps)) {
    let words = false;
    let speaks = false;
    for (const { key, value } of file.entries(step)) {
      const text = file.textOf(value);
      if (key === 'or') unsaid = addSteps(file, value, texts) || unsaid;
      else if (key === 'user' && text) texts.push(withoutEntities(text));
      else if (key === 'bot' && text) texts.push({ ...text, line: text.at.line, role: 'bot' });
      words ||= (key === 'user' || key === 'bot') && text !== undefined;
      speaks ||= key === 'action' || key === 'utter' || key === 'intent';
    }
    unsaid ||= speaks && !words;
  }
  return unsaid;
}

/** `[上个月](date)`, `[card]{"entity": "type"}`, `[a][{"entity": …}]`: the customer said what is in the first brackets. */
const ENTITY = /\[([^[\]\n]+)\](?:\([^()\n]*\)|\{[^{}\n]*\}|\[\{[^\n]*?\}\])/g;

function withoutEntities({ value, origin, at }: YamlText): ReplyText {
  const excerpt = new Excerpt();
  let from = 0;
  for (const { 0: whole, 1: words, index } of value.matchAll(ENTITY)) {
    excerpt.add(value.slice(from, index), from).add(words!, index + 1, index + whole.length);
    from = index + whole.length;
  }
  if (from === 0) return { value, origin, line: at.line, role: 'customer' };
  excerpt.add(value.slice(from), from);
  const said: Origin = excerpt.origin((offset) => origin.locate(offset));
  return { value: excerpt.text, origin: said, line: at.line, role: 'customer' };
}
