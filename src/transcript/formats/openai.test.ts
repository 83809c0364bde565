import { expect, test } from 'vitest';
import { readChecked } from './read-back.ts';

test('openai: parts of content, no system and no tools', async () => {
  const { said, told } = await readChecked([
    { role: 'system', content: 'Be rude.' },
    {
      role: 'user',
      content: [{ type: 'text', text: 'Look:' }, { type: 'image_url' }, { type: 'text', text: 'why?' }],
    },
    { role: 'assistant', content: null, tool_calls: [] },
    { role: 'tool', content: '{"a": 1}' },
    { role: 'assistant', content: 'Because.' },
  ]);
  expect(said).toEqual([
    ['customer', 'Look:\nwhy?'],
    ['bot', 'Because.'],
  ]);
  expect(told).toEqual([]);
});
