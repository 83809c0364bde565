import { expect, test } from 'vitest';
import { readChecked } from './read-back.ts';

test('Contact Lens voice: roles from the participants, redactions opaque', async () => {
  const { transcript, problems } = await readChecked({
    Channel: 'VOICE',
    LanguageCode: 'en-US',
    ContentMetadata: { Output: 'Redacted' },
    CustomerMetadata: { ContactId: 'c-1' },
    Participants: [
      { ParticipantId: 'A', ParticipantRole: 'AGENT' },
      { ParticipantId: 'B', ParticipantRole: 'CUSTOMER' },
    ],
    Transcript: [
      { ParticipantId: 'A', Content: 'Hi, "you"', BeginOffsetMillis: 40, EndOffsetMillis: 1500 },
      { ParticipantId: 'B', Content: 'I am [NAME].', BeginOffsetMillis: 2000 },
      { ParticipantId: 'B', Sentiment: 'NEUTRAL' },
    ],
  });
  expect(transcript).toMatchObject({
    id: 'c-1',
    language: 'en',
    meta: { channel: 'phone' },
    turns: [
      { role: 'agent', start: 0.04, end: 1.5 },
      { role: 'customer', start: 2, opaque: [[5, 11]] },
    ],
  });
  expect(transcript!.turns[1]).not.toHaveProperty('end');
  expect(problems).toMatchObject([
    { line: 32, message: { key: 'json.turn-without-text', values: { turn: 3 } } },
  ]);
});

test('chat: events, attachments and forms are no speech; the bot is no agent', async () => {
  const message = { Type: 'MESSAGE', ContentType: 'text/plain', AbsoluteTime: '2026-02-17T09:00:00.000Z' };
  const { transcript, said, problems } = await readChecked({
    Version: '2019-08-26',
    ContactId: 'c-2',
    Transcript: [
      {
        Type: 'EVENT',
        ContentType: 'application/vnd.amazonaws.connect.event.chat.ended',
        ParticipantId: 'x',
      },
      { ...message, ParticipantRole: 'SYSTEM', DisplayName: 'BOT', Content: 'What is it about?' },
      { ...message, ParticipantRole: 'SYSTEM', DisplayName: 'SYSTEM_MESSAGE', Content: 'Please wait.' },
      { ...message, ParticipantRole: 'CUSTOMER', DisplayName: 'Ann', Content: 'My bill.' },
      { ...message, ParticipantRole: 'AGENT', DisplayName: 'Li', Content: 'Sure.' },
      { ...message, ContentType: 'application/json', ParticipantRole: 'AGENT', Content: '{}' },
      { Type: 'ATTACHMENT', ParticipantRole: 'CUSTOMER', Attachments: [] },
    ],
  });
  expect(problems).toEqual([]);
  expect(said).toEqual([
    ['bot', 'What is it about?'],
    ['system', 'Please wait.'],
    ['customer', 'My bill.'],
    ['agent', 'Sure.'],
  ]);
  expect(transcript).toMatchObject({ id: 'c-2', agent: 'Li' });
  expect(transcript!.turns[0]!.time).toBe('2026-02-17T09:00:00.000Z');
});

test('segments without roles: who serves is the agent, and is not known by a number', async () => {
  const segment = (speaker: string, text: string, start: number) => ({
    start_timestamp_millis: start,
    end_timestamp_millis: start + 500,
    type: 'TRANSCRIPT',
    text,
    speaker: { speaker_label: speaker },
  });
  const { transcript, said } = await readChecked({
    metadata: { dominant_asset_language: 'EN' },
    audio_segments: [
      segment('spk_1', 'Hello.', 0),
      segment('spk_0', 'Hello?', 600),
      segment('spk_1', 'How can I help you?', 1200),
    ],
  });
  expect(said).toEqual([
    ['agent', 'Hello.'],
    ['customer', 'Hello?'],
    ['agent', 'How can I help you?'],
  ]);
  expect(transcript).toMatchObject({ agent: null, language: 'en' });
});

test('a job without segments is put together from its words', async () => {
  const word = (speaker: string, content: string, start?: number) => ({
    type: start === undefined ? 'punctuation' : 'pronunciation',
    speaker_label: speaker,
    alternatives: [{ content }],
    ...(start !== undefined && { start_time: `${start}.0`, end_time: `${start}.5` }),
  });
  const { transcript, said } = await readChecked({
    jobName: 'j',
    results: {
      items: [
        ...[
          word('spk_0', 'How', 0),
          word('spk_0', 'can', 1),
          word('spk_0', 'I', 2),
          word('spk_0', 'help', 3),
        ],
        ...[word('spk_0', '?'), word('spk_1', '停', 4), word('spk_1', '电', 5)],
      ],
    },
  });
  expect(said).toEqual([
    ['agent', 'How can I help?'],
    ['customer', '停电'],
  ]);
  expect(transcript!.turns[0]).toMatchObject({ start: 0, end: 3.5 });
});

test('post-call analytics: speakers by their display names', async () => {
  const { said } = await readChecked({
    ConversationAnalytics: { GUID: 'g', SpeakerLabels: [{ Speaker: 'spk_0', DisplayText: 'Agent' }] },
    SpeechSegments: [
      {
        SegmentStartTime: 0.04,
        SegmentEndTime: 1,
        SegmentSpeaker: 'spk_0',
        DisplayText: 'Hi.',
        OriginalText: 'hi',
      },
      { SegmentStartTime: 1.1, SegmentEndTime: 2, SegmentSpeaker: 'spk_1', DisplayText: 'Hi there.' },
    ],
  });
  expect(said).toEqual([
    ['agent', 'Hi.'],
    ['customer', 'Hi there.'],
  ]);
});
