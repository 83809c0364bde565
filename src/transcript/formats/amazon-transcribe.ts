import type { Role } from '../transcript.ts';
import { isObject, listOf, momentOf, secondsOf, wordOf } from './json-documents.ts';
import { jsonFormat } from './json-format.ts';
import type { Row } from './talk.ts';

const ROLES: Readonly<Record<string, Role>> = {
  AGENT: 'agent',
  SUPERVISOR: 'agent',
  CUSTOMER: 'customer',
  CUSTOM_BOT: 'bot',
  SYSTEM: 'system',
};
const CHANNELS: Readonly<Record<string, string>> = { VOICE: 'phone', CHAT: 'chat' };

/**
 * Amazon Transcribe Call Analytics (post-call), Contact Lens for Amazon Connect (voice and chat) and the chat
 * transcripts of Amazon Connect: `Transcript` with `Content` by `ParticipantRole`, or by `ParticipantId` with the
 * roles in `Participants`. Of chats only text messages are speech, no events, attachments or forms.
 * `[PII]` and the like in redacted segments are opaque.
 * https://docs.aws.amazon.com/transcribe/latest/dg/tca-post-call.html
 * https://docs.aws.amazon.com/connect/latest/adminguide/contact-lens-example-output-files.html
 */
export const amazonTranscribe = jsonFormat({
  name: 'amazon-transcribe',
  about: {
    zh: 'Amazon Transcribe 通话分析、Amazon Connect Contact Lens（语音与聊天）',
    en: 'Amazon Transcribe Call Analytics, Contact Lens for Amazon Connect (voice and chat)',
  },
  example: `{
  "LanguageCode": "en-US",
  "Channel": "VOICE",
  "Transcript": [
    {"ParticipantRole": "AGENT", "Content": "Thank you for calling.", "BeginOffsetMillis": 40, "EndOffsetMillis": 1900},
    {"ParticipantRole": "CUSTOMER", "Content": "My power is out.", "BeginOffsetMillis": 2400, "EndOffsetMillis": 4100}
  ]
}
`,
  keys: [
    ['Transcript', 'ParticipantRole'],
    ['Transcript', 'ParticipantId'],
    ['Transcript', 'BeginOffsetMillis'],
    ['Participants', 'ParticipantRole'],
  ],
  isConversation: (value) => isObject(value) && Array.isArray(value.Transcript),
  read(conversation, place) {
    const participants = new Map<string, string>();
    for (const one of listOf(conversation.Participants)) {
      if (!isObject(one)) continue;
      const id = wordOf(one.ParticipantId);
      const role = wordOf(one.ParticipantRole);
      if (id !== undefined && role !== undefined) participants.set(id, role);
    }
    const metadata = isObject(conversation.CustomerMetadata) ? conversation.CustomerMetadata : conversation;
    const redacted =
      isObject(conversation.ContentMetadata) && conversation.ContentMetadata.Output === 'Redacted';
    const rows: Row[] = [];
    for (const [segment, path] of place.objects(conversation.Transcript, 'Transcript')) {
      const type = wordOf(segment.Type) ?? 'MESSAGE';
      if (type !== 'MESSAGE' || /^(?!text\/)./.test(wordOf(segment.ContentType) ?? '')) continue;
      const participant = wordOf(segment.ParticipantId);
      const word = wordOf(segment.ParticipantRole) ?? participants.get(participant ?? '') ?? participant;
      const name = wordOf(segment.DisplayName);
      const role = word === 'SYSTEM' && name === 'BOT' ? 'bot' : ROLES[word ?? ''];
      const content = typeof segment.Content === 'string' ? segment.Content : '';
      rows.push(
        ...place.row(segment.Content, [...path, 'Content'], {
          role,
          label: word,
          speaker: name === word || role === 'bot' ? undefined : name,
          start: secondsOf(segment.BeginOffsetMillis),
          end: secondsOf(segment.EndOffsetMillis),
          time: momentOf(segment.AbsoluteTime),
          opaque: redacted || segment.Redaction ? redactions(content) : [],
        }),
      );
    }
    const channel = wordOf(conversation.Channel);
    return {
      rows,
      id: wordOf(metadata.ContactId) ?? wordOf(conversation.JobName),
      language: conversation.LanguageCode,
      meta: { channel: channel && (CHANNELS[channel] ?? channel.toLowerCase()) },
    };
  },
});

function redactions(text: string): (readonly [number, number])[] {
  return Array.from(
    text.matchAll(/\[[A-Z][A-Z_]*\]/g),
    (tag) => [tag.index, tag.index + tag[0].length] as const,
  );
}
