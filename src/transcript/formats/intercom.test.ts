import { expect, test } from 'vitest';
import { readChecked } from './read-back.ts';

test('intercom: HTML, events, notes, redacted parts', async () => {
  const part = (part_type: string, type: string, body: string | null, more = {}) => ({
    ...{ part_type, body, author: { type, name: type }, created_at: 1_700_000_060 },
    ...more,
  });
  const { transcript, said, told } = await readChecked({
    type: 'conversation',
    id: '5',
    created_at: 1_700_000_000,
    source: { body: '<p>My &quot;power&quot; is<br>out.</p>', author: { type: 'lead', name: 'Ann' } },
    conversation_parts: {
      conversation_parts: [
        part('comment', 'bot', '<p>I am a bot.</p>'),
        part('assignment', 'admin', null),
        part('comment', 'admin', '<p>Let me <b>see</b>.</p>\n<p>One moment.</p>'),
        part('note', 'admin', '<p>Idiot.</p>'),
        part('comment', 'admin', '<i>This message was deleted</i>', { redacted: true }),
      ],
    },
  });
  expect(said).toEqual([
    ['customer', 'My "power" is\nout.'],
    ['bot', 'I am a bot.'],
    ['agent', 'Let me see.\nOne moment.'],
  ]);
  expect(told).toEqual([
    [undefined, 'json.internal-notes'],
    [undefined, 'json.redacted'],
  ]);
  expect(transcript).toMatchObject({ id: '5', agent: 'admin' });
});
