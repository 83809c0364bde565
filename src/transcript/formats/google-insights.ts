import type { Role } from '../transcript.ts';
import { isObject, type Json, listOf, momentOf, numberOf, wordOf } from './json-documents.ts';
import { type JsonPlace, jsonFormat } from './json-format.ts';
import type { Row } from './talk.ts';

const ROLES: Readonly<Record<string, Role>> = {
  HUMAN_AGENT: 'agent',
  AGENT: 'agent',
  ANY_AGENT: 'agent',
  AUTOMATED_AGENT: 'bot',
  END_USER: 'customer',
  CUSTOMER: 'customer',
};

/** Where the rows of a conversation are. */
const LISTS = [
  ['transcript', 'transcriptSegments'],
  ['transcriptSegments'],
  ['conversationContext', 'messageEntries'],
  ['messageEntries'],
  ['entries'],
] as const;

/**
 * Google Conversational Insights (CCAI): a Conversation resource with `transcript.transcriptSegments`, whose
 * `segmentParticipant.role` or channel says who speaks; its import format with `entries`; and a
 * `conversationContext` of Agent Assist with `messageEntries`. Keys in camelCase or snake_case.
 * https://cloud.google.com/contact-center/insights/docs/reference/rest/v1/projects.locations.conversations
 * https://cloud.google.com/contact-center/insights/docs/conversation-data-format
 */
export const googleInsights = jsonFormat({
  name: 'google-insights',
  about: { zh: 'Google Conversational Insights（CCAI）', en: 'Google Conversational Insights (CCAI)' },
  example: `{
  "name": "projects/p/locations/l/conversations/c1",
  "languageCode": "en-US",
  "transcript": {"transcriptSegments": [
    {"text": "How can I help you?", "segmentParticipant": {"role": "HUMAN_AGENT"}, "channelTag": 2,
     "words": [{"startOffset": "1.200s", "endOffset": "2.100s", "word": "How"}]},
    {"text": "My power is out.", "segmentParticipant": {"role": "END_USER"}, "channelTag": 1}
  ]}
}
`,
  keys: [
    ['transcript_?[sS]egments'],
    ['conversation_?[cC]ontext', 'message_?[eE]ntries'],
    ['conversation_info', 'entries'],
    ['entries', 'start_timestamp_usec'],
  ],
  isConversation: (value) => isObject(value) && listIn(value) !== undefined,
  read(conversation, place) {
    const call = objectOf(field(conversation, 'callMetadata'));
    const channels = new Map<number | undefined, Role>();
    for (const [key, role] of [
      ['agentChannel', 'agent'],
      ['customerChannel', 'customer'],
    ] as const) {
      const channel = numberOf(field(call, key));
      if (channel !== undefined) channels.set(channel, role);
    }
    const rows = rowsOf(conversation, place, channels);
    const name = wordOf(conversation.name);
    const medium = wordOf(conversation.medium);
    return {
      rows,
      id: name?.split('/').at(-1),
      agent: wordOf(field(conversation, 'agentId')),
      language: field(conversation, 'languageCode'),
      meta: {
        channel: medium && (medium === 'PHONE_CALL' ? 'phone' : medium.toLowerCase()),
        started_at: momentOf(field(conversation, 'startTime')),
      },
    };
  },
});

function rowsOf(
  conversation: Json,
  place: JsonPlace,
  channels: ReadonlyMap<number | undefined, Role>,
): Row[] {
  const { list, path } = listIn(conversation)!;
  const rows: Row[] = [];
  let first: number | undefined;
  for (const [segment, at] of place.objects(list, ...path)) {
    const participant = objectOf(field(segment, 'segmentParticipant'));
    const word = wordOf(participant.role) ?? wordOf(segment.role);
    const channel = numberOf(field(segment, 'channelTag'));
    const user = wordOf(field(participant, 'userId')) ?? wordOf(segment.user_id);
    const stamp = numberOf(segment.start_timestamp_usec);
    if (stamp !== undefined) first ??= stamp;
    const words = listOf(segment.words).filter(isObject);
    const role = ROLES[word ?? ''] ?? channels.get(channel);
    rows.push(
      ...place.row(segment.text, [...at, 'text'], {
        role,
        label: user ?? (channel === undefined ? undefined : String(channel)),
        speaker: role === 'agent' ? user : undefined,
        start: stamp === undefined ? spanOf(field(words[0], 'startOffset')) : (stamp - first!) / 1e6,
        end: spanOf(field(words.at(-1), 'endOffset')),
        time: momentOf(field(segment, 'messageTime') ?? field(segment, 'createTime')),
      }),
    );
  }
  return rows;
}

function listIn(conversation: Json): { list: readonly unknown[]; path: string[] } | undefined {
  for (const keys of LISTS) {
    let value: unknown = conversation;
    const path: string[] = [];
    for (const key of keys) {
      const name: string | undefined = isObject(value) ? nameIn(value, key) : undefined;
      if (name === undefined) break;
      path.push(name);
      value = (value as Json)[name];
    }
    if (path.length === keys.length && Array.isArray(value)) return { list: value, path };
  }
  return undefined;
}

const objectOf = (value: unknown): Json => (isObject(value) ? value : {});

/** The key as it is written: protocol buffers come out in camelCase or with underscores. */
function nameIn(object: Json, key: string): string | undefined {
  const snake = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return [key, snake].find((name) => Object.hasOwn(object, name));
}

function field(object: Json | undefined, key: string): unknown {
  const name = object && nameIn(object, key);
  return name === undefined ? undefined : object![name];
}

/** A Duration in seconds: `"1.200s"`, or `{seconds, nanos}`. */
function spanOf(value: unknown): number | undefined {
  if (typeof value === 'string') return numberOf(value.replace(/s$/, ''));
  if (!isObject(value)) return undefined;
  return (numberOf(value.seconds) ?? 0) + (numberOf(value.nanos) ?? 0) / 1e9;
}
