import { describe, expect, test } from 'vitest';
import { readChecked } from './read-back.ts';

describe('zendesk', () => {
  test('an author of internal notes is an agent, and the other one the customer', async () => {
    const { said, told } = await readChecked({
      ticket_id: 8,
      comments: [
        { author_id: 111, public: true, body: 'It broke.', html_body: '<p>It broke.</p>' },
        { author_id: 222, public: false, body: 'What an idiot.' },
        { author_id: 222, public: true, html_body: '<div>We are <b>sorry</b>.</div>' },
      ],
    });
    expect(said).toEqual([
      ['customer', 'It broke.'],
      ['agent', 'We are sorry.'],
    ]);
    expect(told).toEqual([[undefined, 'json.internal-notes']]);
  });

  test('users beside the tickets name the authors of all', async () => {
    const { transcript, said } = await readChecked({
      ticket: {
        id: 8,
        comments: [
          { author_id: 1, body: 'Hi.' },
          { author_id: 2, body: 'Hello.' },
        ],
      },
      users: [
        { id: 1, name: 'Ann', role: 'end-user' },
        { id: 2, name: 'Li', role: 'agent' },
      ],
    });
    expect(said.map(([role]) => role)).toEqual(['customer', 'agent']);
    expect(transcript).toMatchObject({ id: '8', agent: 'Li' });
    const beside = await readChecked({
      ticket: { id: 9, requester_id: 1, assignee_id: 2 },
      comments: [{ author_id: 1, body: 'Hi.' }],
    });
    expect(beside.transcript).toMatchObject({ id: '9', agent: '2', turns: [{ role: 'customer' }] });
  });
});
