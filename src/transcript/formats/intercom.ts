import type { JsonPath } from '../json-places.ts';
import type { Role } from '../transcript.ts';
import { isObject, type Json, momentOf, wordOf } from './json-documents.ts';
import { type JsonPlace, jsonFormat } from './json-format.ts';
import type { Row } from './talk.ts';

const ROLES: Readonly<Record<string, Role>> = {
  admin: 'agent',
  teammate: 'agent',
  team: 'agent',
  user: 'customer',
  lead: 'customer',
  contact: 'customer',
  visitor: 'customer',
  bot: 'bot',
};

/**
 * Intercom conversations: the `source` that began one and its `conversation_parts`, HTML bodies as text, the role
 * from `author.type`. Notes of teammates and parts that were redacted are no speech: they are left out and counted
 * in a note. Parts without a body (assignments, closings) are events.
 * https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/conversation
 */
export const intercom = jsonFormat({
  name: 'intercom',
  about: { zh: 'Intercom 会话（conversation_parts）', en: 'Intercom conversations (conversation_parts)' },
  example: `{"type": "conversation", "id": "1", "created_at": 1700000000,
 "source": {"body": "<p>My power is out.</p>", "author": {"type": "user", "name": "Ann"}},
 "conversation_parts": {"conversation_parts": [
   {"part_type": "comment", "body": "<p>Sorry to hear that.</p>", "created_at": 1700000060, "author": {"type": "admin", "name": "Li"}},
   {"part_type": "note", "body": "<p>Known outage.</p>", "author": {"type": "admin", "name": "Li"}}
 ]}}
`,
  keys: [['conversation_parts']],
  isConversation: (value) => isObject(value) && partsOf(value) !== undefined,
  async read(conversation, place) {
    const rows: Row[] = [];
    const { source } = conversation;
    if (isObject(source)) {
      rows.push(...(await said(source, ['source'], place, momentOf(conversation.created_at, 1))));
    }
    const { list, path } = partsOf(conversation)!;
    for (const [part, at] of place.objects(list, ...path)) {
      rows.push(...(await said(part, at, place, momentOf(part.created_at, 1))));
    }
    return {
      rows,
      id: wordOf(conversation.id),
      meta: { channel: 'chat', title: wordOf(conversation.title), state: wordOf(conversation.state) },
    };
  },
});

async function said(part: Json, path: JsonPath, place: JsonPlace, time: string | undefined): Promise<Row[]> {
  const { body } = part;
  if (typeof body !== 'string' || body === '') return [];
  if (/^note/.test(wordOf(part.part_type) ?? '')) {
    place.leftOut('json.internal-notes');
    return [];
  }
  if (part.redacted === true) {
    place.leftOut('json.redacted');
    return [];
  }
  const author = isObject(part.author) ? part.author : {};
  const type = wordOf(author.type);
  const rest = {
    role: ROLES[type ?? ''],
    label: type ?? wordOf(author.name),
    speaker: wordOf(author.name),
    time,
  };
  return [await place.html(body, [...path, 'body'], rest)];
}

function partsOf(conversation: Json): { list: readonly unknown[]; path: JsonPath } | undefined {
  const parts = conversation.conversation_parts;
  if (Array.isArray(parts)) return { list: parts, path: ['conversation_parts'] };
  const within = isObject(parts) ? parts.conversation_parts : undefined;
  return Array.isArray(within)
    ? { list: within, path: ['conversation_parts', 'conversation_parts'] }
    : undefined;
}
