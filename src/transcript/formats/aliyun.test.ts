import { describe, expect, test } from 'vitest';
import { readChecked } from './read-back.ts';

describe('aliyun', () => {
  test('results with capitals; each ticket is a conversation', async () => {
    const { turns } = await readChecked({
      Data: {
        Dialogues: {
          Dialogue: [
            { Role: '客服', Identity: '客服', Words: '您好', Begin: 8060, End: 8660, EmotionValue: 7 },
            { Role: '客户', Identity: '张三', Words: '喂', Begin: 9000, BeginTime: '2019-10-01 11:12:01' },
          ],
        },
      },
    });
    expect(turns).toMatchObject([
      { role: 'agent', start: 8.06, end: 8.66 },
      { role: 'customer', speaker: '张三', time: '2019-10-01T11:12:01' },
    ]);
    const ticket = (tid: string) => ({ tid, dialogue: [{ role: '客服', identity: '1023', words: '您好' }] });
    const { transcripts } = await readChecked({ tickets: [ticket('a'), ticket('b')] });
    expect(transcripts.map(({ id, agent }) => [id, agent])).toEqual([
      ['a', '1023'],
      ['b', '1023'],
    ]);
  });

  test('sentences of two channels, in the order of time', async () => {
    const sentences = {
      TaskId: 't',
      Result: {
        Sentences: [
          {
            ChannelId: 0,
            BeginTime: 340,
            EndTime: 2365,
            EmotionValue: 5.0,
            Text: '您好，请问有什么可以帮您？',
          },
          { ChannelId: 0, BeginTime: 5000, EndTime: 6000, Text: '请稍等。' },
          { ChannelId: 1, BeginTime: 3000, EndTime: 4000, Text: '我家停电了。' },
        ],
      },
    };
    const roles = ['agent', 'customer', 'agent'];
    expect((await readChecked(sentences)).said.map(([role]) => role)).toEqual(roles);
    const { said } = await readChecked({ ...sentences, serviceChannel: 1, clientChannel: 0 });
    expect(said.map(([role]) => role)).toEqual(['customer', 'agent', 'customer']);
  });
});
