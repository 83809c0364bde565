import { describe, expect, test } from 'vitest';
import { readChecked } from './read-back.ts';

describe('google-insights', () => {
  test('roles, channels, durations and the bot', async () => {
    const { transcript, said, turns } = await readChecked({
      name: 'projects/p/locations/l/conversations/42',
      languageCode: 'en-AU',
      agentId: 'M7',
      medium: 'PHONE_CALL',
      callMetadata: { agentChannel: 2, customerChannel: 1 },
      transcript: {
        transcriptSegments: [
          { text: 'Press one.', segmentParticipant: { role: 'AUTOMATED_AGENT' } },
          { text: 'Hi.', channelTag: 2, words: [{ startOffset: '1.200s' }, { endOffset: '2s' }] },
          { text: 'Hello.', channelTag: 1, words: [{ startOffset: { seconds: '3', nanos: 5e8 } }] },
        ],
      },
    });
    expect(transcript).toMatchObject({ id: '42', agent: 'M7', language: 'en', meta: { channel: 'phone' } });
    expect(said.map(([role]) => role)).toEqual(['bot', 'agent', 'customer']);
    expect(turns.map(({ start, end }) => [start, end])).toEqual([
      [undefined, undefined],
      [1.2, 2],
      [3.5, undefined],
    ]);
  });

  test('the import format, and a context of messages in snake_case', async () => {
    const imported = await readChecked({
      conversation_info: {},
      entries: [
        { start_timestamp_usec: 1_000_000, text: 'Hi.', role: 'CUSTOMER', user_id: 1 },
        { start_timestamp_usec: 5_500_000, text: 'Hello.', role: 'AGENT', user_id: 2 },
      ],
    });
    expect(imported.turns).toMatchObject([
      { role: 'customer', start: 0 },
      { role: 'agent', start: 4.5, speaker: '2' },
    ]);
    const context = await readChecked({
      conversation_context: {
        message_entries: [{ role: 'END_USER', text: 'Hi.', create_time: '2026-02-17T09:00:00Z' }],
      },
    });
    expect(context.turns).toMatchObject([{ role: 'customer', time: '2026-02-17T09:00:00Z' }]);
  });
});
