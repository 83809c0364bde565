import { expect, test } from 'vitest';
import { readChecked } from './read-back.ts';

test('genesys: sides, the machine before the agent, decorated text, times from the start', async () => {
  const phrase = (purpose: string, at: number, text: string, decoratedText?: string) => ({
    ...{ text, decoratedText, participantPurpose: purpose },
    ...{ startTimeMs: 1_700_000_000_000 + at, duration: { milliseconds: 500 } },
  });
  const span = (participantPurpose: string, from: number, to: number) => ({
    participantPurpose,
    ...{ startTimeMs: 1_700_000_000_000 + from, endTimeMs: 1_700_000_000_000 + to },
  });
  const { transcript, said, turns } = await readChecked({
    conversationId: 'g',
    mediaType: 'call',
    startTime: 1_700_000_000_000,
    participants: [
      span('customer', 0, 9000),
      span('ivr', 0, 2000),
      { ...span('agent', 2000, 9000), userId: 'u7' },
    ],
    transcripts: [
      {
        language: 'en-us',
        phrases: [
          phrase('internal', 100, 'press one'),
          phrase('internal', 2500, 'how can i help', 'How can I help?'),
          phrase('external', 3500, 'hi'),
        ],
      },
    ],
  });
  expect(said).toEqual([
    ['bot', 'press one'],
    ['agent', 'How can I help?'],
    ['customer', 'hi'],
  ]);
  expect(transcript).toMatchObject({ id: 'g', agent: 'u7', language: 'en', meta: { channel: 'phone' } });
  expect([turns[1]!.start, turns[1]!.end]).toEqual([2.5, 3]);
});
