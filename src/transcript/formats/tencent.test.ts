import { describe, expect, test } from 'vitest';
import { readChecked } from './read-back.ts';

describe('tencent', () => {
  const result = '[0:0.020,0:2.380,0]  您好，很高兴为您服务。\n[1:3.000,1:4.100,1]  我家停电了。\n';
  const expected = [
    { role: 'agent', text: '您好，很高兴为您服务。', start: 0.02, end: 2.38 },
    { role: 'customer', text: '我家停电了。', start: 63, end: 64.1 },
  ];

  test('a plain result, in JSON and alone', async () => {
    const data = { TaskId: 9, StatusStr: 'success', Result: result, ResultDetail: null };
    const within = await readChecked({ Response: { Data: data } });
    expect(within.turns).toMatchObject(expected);
    expect(within.transcript!.id).toBe('9');
    expect((await readChecked(result, 'a.txt')).turns).toMatchObject(expected);
  });

  test('a line without times is a problem', async () => {
    const { turns, told } = await readChecked(`${result}and more\n`, 'a.txt');
    expect(turns).toHaveLength(2);
    expect(told).toEqual([[3, 'tencent.no-time']]);
  });

  test('without speakers it is one agent’s text', async () => {
    const { transcript, told } = await readChecked('[0:0.020,0:2.380]  您好。\n', 'a.txt');
    expect(transcript).toMatchObject({ rolesKnown: false, turns: [{ role: 'agent' }] });
    expect(told).toEqual([[1, 'text.no-labels']]);
  });
});
