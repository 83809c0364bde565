import { expect, test } from 'vitest';
import { readChecked } from './read-back.ts';

test('star: only what was uttered', async () => {
  const { said, told } = await readChecked({
    DialogueID: 3,
    Events: [
      { Agent: 'UserGuide', Action: 'instruct', Text: 'Say hello.' },
      { Agent: 'User', Action: 'utter', Text: 'Hello.', UnixTime: 1_700_000_000 },
      { Agent: 'Wizard', Action: 'request_suggestions', Text: 'hi' },
      { Agent: 'Wizard', Action: 'pick_suggestion', Text: 'Hello, how can I help?' },
      { Agent: 'Wizard', Action: 'query', APIName: 'x' },
      { Agent: 'KnowledgeBase', Action: 'return_item', Item: {} },
      { Agent: 'Wizard', Action: 'utter', Text: 'Done.' },
    ],
  });
  expect(said).toEqual([
    ['customer', 'Hello.'],
    ['agent', 'Hello, how can I help?'],
    ['agent', 'Done.'],
  ]);
  expect(told).toEqual([]);
});
