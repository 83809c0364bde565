import { Replies, type ReplyText } from '../replies.ts';
import type { Format } from './format.ts';
import { isObject, jsonDocuments, listOf, wordOf } from './json-documents.ts';
import { replyAt, valuesUnder, wordsIn } from './json-words.ts';
import { languageOf } from './language-tag.ts';

/** Lists of what the agent says: to an intent, in a fulfillment, to ask for a missing parameter. */
const MESSAGES = new Set(['messages', 'fulfillmentMessages', 'prompts']);

const SPOKEN =
  /^(?:text|speech|title|subtitle|formattedText|textToSpeech|displayText|ssml|replies|quickReplies|caption|body|value)$/;

/** Files of an export in which nobody speaks: user phrases, entities, the agent's settings. */
const SILENT = [
  /^\s*\[[\s\S]*"data"\s*:\s*\[[\s\S]*"isTemplate"\s*:/,
  /^\s*\[\s*\{\s*"value"\s*:[\s\S]*"synonyms"\s*:\s*\[/,
  /"isOverridable"\s*:|"automatedExpansion"\s*:/,
  /"defaultTimezone"\s*:|"enabledDomainFeatures"\s*:/,
  /^\s*\{\s*"version"\s*:\s*"[\d.]+"\s*\}\s*$/,
];

/**
 * Dialogflow: intents of an ES export, flows and pages of a CX one. A transcript is an intent in one language
 * (and for one platform, `meta.channel`); each variant, card text and button is a turn of the bot.
 */
export const dialogflow: Format = {
  name: 'dialogflow',
  about: {
    zh: 'Dialogflow 导出的意图（ES）和流程（CX）里的回复',
    en: 'replies in the intents (ES) and flows (CX) of a Dialogflow export',
  },
  example: `{
  "name": "greet",
  "webhookUsed": false,
  "responses": [
    {"messages": [{"type": "0", "lang": "zh-cn", "speech": ["您好！", "您好，$name，请问有什么可以帮您？"]}]}
  ]
}
`,
  extensions: ['json'],

  recognise({ text }) {
    if (!/^\s*[{[]/.test(text)) return 0;
    const intent = /"(?:webhookUsed|fallbackIntent|resetContexts|affectedContexts)"\s*:/;
    if (/"responses"\s*:\s*\[/.test(text) && intent.test(text)) return 0.95;
    if (/"(?:triggerFulfillment|transitionRoutes|entryFulfillment)"\s*:/.test(text)) return 0.9;
    if (/"fulfillmentMessages"\s*:\s*\[/.test(text)) return 0.85;
    return SILENT.some((sign) => sign.test(text)) ? 0.6 : 0;
  },

  async *read(source) {
    const replies = new Replies(source, 'dialogflow');
    for await (const document of jsonDocuments(source)) {
      const groups = new Map<string, { tag: string; channel: string; texts: ReplyText[] }>();
      for (const [list, path] of valuesUnder(document.value, MESSAGES)) {
        for (const [index, message] of listOf(list).entries()) {
          const { lang, languageCode, platform } = isObject(message) ? message : {};
          const tag = wordOf(lang) ?? wordOf(languageCode) ?? '';
          const channel = wordOf(platform) ?? '';
          const key = `${tag}\n${channel}`;
          const group = groups.get(key) ?? { tag, channel, texts: [] };
          groups.set(key, group);
          for (const [value, at] of wordsIn(message, [...path, index], (name) => SPOKEN.test(name))) {
            group.texts.push(replyAt(document, value, at));
          }
        }
      }
      const { name, displayName } = isObject(document.value) ? document.value : {};
      const id = wordOf(displayName) ?? wordOf(name) ?? source.stem;
      const tags = new Set([...groups.values()].map(({ tag }) => tag)).size;
      for (const { tag, channel, texts } of groups.values()) {
        const language = languageOf(tag);
        replies.add(
          {
            id: id + (channel && `@${channel}`) + (tags > 1 ? ` (${tag})` : ''),
            ...(language && { language }),
            ...(channel && { meta: { channel } }),
          },
          texts,
        );
      }
    }
    yield* replies.done();
  },
};
