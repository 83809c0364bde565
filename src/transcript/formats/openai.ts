import type { JsonPath } from '../json-places.ts';
import type { Role } from '../transcript.ts';
import { isObject, type Json, listOf, wordOf } from './json-documents.ts';
import { type JsonPlace, jsonFormat } from './json-format.ts';
import { joined, type Row } from './talk.ts';

const ROLES: Readonly<Record<string, Role>> = { user: 'customer', assistant: 'bot', model: 'bot' };
/** Messages that nobody hears. */
const NO_SPEECH = new Set(['system', 'developer', 'tool', 'function']);

/**
 * Messages as OpenAI's chat API takes them, one conversation a document or a line (`{"messages": [...]}`), or an
 * array of messages alone. The assistant is a bot and the user the customer; system, developer, tool and function
 * messages and calls of tools are no speech. Of `content` in parts, those of text are.
 * https://platform.openai.com/docs/api-reference/chat/create
 */
export const openai = jsonFormat({
  name: 'openai',
  about: {
    zh: 'OpenAI 式 messages（system 与 tool 消息不算对话）',
    en: 'OpenAI-style messages (system and tool messages are no speech)',
  },
  example: `{"messages": [{"role": "system", "content": "Be polite."}, {"role": "user", "content": "My power is out."}, {"role": "assistant", "content": "I am sorry to hear that."}]}
`,
  keys: [
    ['messages', 'role', 'content'],
    ['role', 'content', 'tool_calls'],
  ],
  isConversation: (value) => messagesIn(value) !== undefined,
  read(conversation, place) {
    const { list, path } = messagesIn(conversation)!;
    const rows: Row[] = [];
    for (const [message, at] of place.objects(list, ...path)) {
      const word = wordOf(message.role);
      if (NO_SPEECH.has(word ?? '') || message.content === null || message.content === undefined) continue;
      const rest = { role: ROLES[word ?? ''], label: word, speaker: wordOf(message.name) };
      rows.push(...content(message, [...at, 'content'], place, rest));
    }
    const { id, conversation_id: other } = conversation;
    return {
      rows,
      id: wordOf(id) ?? wordOf(other),
      meta: isObject(conversation.metadata) ? conversation.metadata : {},
    };
  },
});

function content(message: Json, path: JsonPath, place: JsonPlace, rest: Omit<Row, 'text' | 'origin'>): Row[] {
  if (!Array.isArray(message.content)) return place.row(message.content, path, rest);
  const parts: Row[] = [];
  for (const [index, part] of message.content.entries()) {
    // A string among the parts is text; images and files have none.
    if (typeof part === 'string') parts.push(...place.row(part, [...path, index], rest));
    else if (isObject(part) && typeof part.text === 'string') {
      parts.push(...place.row(part.text, [...path, index, 'text'], rest));
    }
  }
  return parts.length === 0 ? [] : [{ ...rest, ...joined(parts, '\n') }];
}

function messagesIn(value: unknown): { list: readonly unknown[]; path: JsonPath } | undefined {
  const list = isObject(value) ? value.messages : value;
  const looksRight = listOf(list).some(
    (one) => isObject(one) && typeof one.role === 'string' && 'content' in one,
  );
  return looksRight ? { list: listOf(list), path: isObject(value) ? ['messages'] : [] } : undefined;
}
