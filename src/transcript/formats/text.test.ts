import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { roleTable } from '../roles.ts';
import { readContent } from '../test-tools.ts';

const read = async (content: string, request = {}) => readContent('calls/a.txt', content, request);
const said = async (content: string) =>
  (await read(content)).transcripts.flatMap(({ turns }) => turns.map(({ role, text }) => `${role}: ${text}`));

describe('labels', () => {
  test('with either colon, known in both languages', async () => {
    expect(await said('坐席:您好\n客户：喂\nAgent: hi\nCustomer: bye\n机器人：欢迎\n系统: 已接通\n')).toEqual(
      ['agent: 您好', 'customer: 喂', 'agent: hi', 'customer: bye', 'bot: 欢迎', 'system: 已接通'],
    );
  });

  test('in brackets, without a colon', async () => {
    expect(await said('【客服】您好\n[客户] 喂\n')).toEqual(['agent: 您好', 'customer: 喂']);
  });

  test('names that recur are speakers', async () => {
    expect(await said('张伟：您好，很高兴为您服务\n李娜：我要退货\n张伟：好的\n李娜：谢谢\n')).toEqual([
      'agent: 您好，很高兴为您服务',
      'customer: 我要退货',
      'agent: 好的',
      'customer: 谢谢',
    ]);
  });

  test('other words before a colon are what is said', async () => {
    const text =
      '客服: 请提供\n姓名：\n电话：\n问题: 无\nhttp://a.example\n  时间 9:30\n客户: 姓名：张三\n电话：138\n';
    expect(await said(text)).toEqual([
      'agent: 请提供\n姓名：\n电话：\n问题: 无\nhttp://a.example\n时间 9:30',
      'customer: 姓名：张三\n电话：138',
    ]);
  });

  test('letters are speakers where there are no others', async () => {
    expect(await said('A: 您好\nB: 我要退货\n')).toEqual(['agent: 您好', 'customer: 我要退货']);
    expect(await said('客服: 请选\nA: 退\nC: 换\n客户: A\n')).toEqual([
      'agent: 请选\nA: 退\nC: 换',
      'customer: A',
    ]);
  });

  test('the configuration adds to them', async () => {
    const options = { roles: roleTable({ 管家: 'agent' }) };
    const { transcripts } = await read('管家: 您好\n业主: 喂\n', { options });
    expect(transcripts[0]!.turns.map((turn) => turn.role)).toEqual(['agent', 'customer']);
  });

  test('nothing says who is the agent: a note', async () => {
    const { transcripts, notes } = await read('张伟: 在\n李娜: 嗯\n张伟: 走\n李娜: 好\n');
    expect(transcripts[0]).toMatchObject({
      rolesKnown: true,
      turns: [{ role: 'unknown', speaker: '张伟' }, {}, {}, {}],
    });
    expect(notes).toMatchObject([{ message: { key: 'text.roles-unsaid', values: { names: '张伟, 李娜' } } }]);
  });
});

describe('times', () => {
  const times = async (content: string) =>
    (await read(content)).transcripts[0]!.turns.map(({ start, end, time }) => [start, end, time]);

  test('from zero are seconds', async () => {
    expect(await times('[00:12] 客服: 您好\n[00:01:02.5] 客户: 喂\n')).toEqual([
      [12, undefined, undefined],
      [62.5, undefined, undefined],
    ]);
    expect(await times('[00:00:01.000 --> 00:00:03.500] 客服: 您好\n')).toEqual([[1, 3.5, undefined]]);
  });

  test('of the day are times, and seconds since the first', async () => {
    expect(await times('09:15:02 客服: 您好\n09:15:30 客户: 喂\n')).toEqual([
      [0, undefined, '09:15:02'],
      [28, undefined, '09:15:30'],
    ]);
    expect(await times('日期: 2026-02-17\n（09:15）客服：您好\n')).toEqual([
      [undefined, undefined, '2026-02-17T09:15:00'],
    ]);
  });

  test('with dates go past midnight', async () => {
    expect(await times('2026-02-17 23:59:58 客服: 您好\n2026/2/18 00:00:03 客户: 喂\n')).toEqual([
      [0, undefined, '2026-02-17T23:59:58'],
      [5, undefined, '2026-02-18T00:00:03'],
    ]);
    expect(await times('23:59:58 客服: 您好\n00:00:03 客户: 喂\n')).toMatchObject([{ 0: 0 }, { 0: 5 }]);
  });

  test('stand behind the name as chats export them, the words on the next line', async () => {
    const text =
      '小王(客服) 2026-02-17 09:15:02\n您好\n在的\n\n2026-02-17 09:15:09 客户\n喂\n客服小王 09:15:20: 请说\n';
    const { transcripts } = await read(text);
    expect(transcripts[0]).toMatchObject({
      agent: '小王',
      turns: [
        { role: 'agent', speaker: '小王', text: '您好\n在的', time: '2026-02-17T09:15:02', start: 0 },
        { role: 'customer', text: '喂', start: 7 },
        { role: 'agent', speaker: '小王', text: '请说', start: 18 },
      ],
    });
    expect(transcripts[0]!.turns[1]!.origin.locate(0)).toEqual({ line: 6, column: 1 });
  });
});

describe('conversations', () => {
  test('are parted by rules and have ids of the file', async () => {
    const { transcripts } = await read('坐席: 您好\n---\n客户: 喂\n坐席: 在\n=====\n坐席: 再见\n');
    expect(transcripts.map(({ id, turns }) => [id, turns.length])).toEqual([
      ['a', 1],
      ['a#2', 2],
      ['a#3', 1],
    ]);
  });

  test('a rule within what is said is none', async () => {
    expect(await said('坐席: 您好\n---\n此致敬礼\n')).toEqual(['agent: 您好\n此致敬礼']);
  });

  test('have metadata in a block of their own or before the first label', async () => {
    const meta = { channel: 'phone', ring_count: 2, 备用: 'x' };
    const front = await read(
      '---\nchannel: phone\nring_count: 2\nagent: 0012\nlanguage: zh-CN\n备用: x\n---\n坐席: 您好\n',
    );
    expect(front.transcripts).toMatchObject([
      { agent: '0012', language: 'zh', meta, turns: [{ text: '您好' }] },
    ]);
    const hashed = await read('# 渠道: phone\n# 振铃次数: 2\n# agent: 3号\n# 备用: x\n\n坐席: 您好\n');
    expect(hashed.transcripts).toMatchObject([{ agent: '3号', meta, turns: [{ text: '您好' }] }]);
    const bare = await read('工号：1023\n渠道：电话\n\n坐席：您好\n---\n工号：1024\n---\n坐席：喂\n');
    expect(bare.transcripts).toMatchObject([
      { agent: '1023', meta: { channel: '电话' } },
      { agent: '1024', meta: {} },
    ]);
  });

  test('keys from a stranger do not reach the prototype', async () => {
    const { transcripts } = await read('---\n__proto__: x\nconstructor: y\n---\n坐席: 您好\n');
    expect(Object.getPrototypeOf(transcripts[0]!.meta)).toBe(Object.prototype);
  });

  test('the agent is the speaker of agent turns', async () => {
    expect((await read('客户: 喂\n坐席1023: 您好\n')).transcripts[0]!.agent).toBe('1023');
    expect((await read('客户: 喂\n坐席: 您好\n')).transcripts[0]!.agent).toBeNull();
  });

  test('what stands before the first label is not lost and nobody said it', async () => {
    expect(await said('通话记录\n坐席: 您好\n')).toEqual(['system: 通话记录', 'agent: 您好']);
  });
});

describe('without labels', () => {
  test("a paragraph is a turn, all of one agent's, and a note says so", async () => {
    const { transcripts, notes } = await read('您好，\n感谢来信。\n\n祝好\n');
    expect(transcripts).toMatchObject([
      {
        rolesKnown: false,
        agent: null,
        turns: [
          { role: 'agent', text: '您好，\n感谢来信。' },
          { role: 'agent', text: '祝好' },
        ],
      },
    ]);
    expect(notes).toMatchObject([{ line: 1, message: { key: 'text.no-labels' } }]);
  });

  test('an empty file has no conversation, and a note says so', async () => {
    for (const content of ['', '\n \n', '---\n']) {
      const { transcripts, notes } = await read(content);
      expect(transcripts).toEqual([]);
      expect(notes).toMatchObject([{ message: { key: 'read.empty' } }]);
    }
  });
});

test('invalid bytes are a problem with their line', async () => {
  const bytes = Buffer.concat([Buffer.from('坐席: 您好\n客户: 喂'), Buffer.from([0xff, 10])]);
  const { transcripts, problems } = await readContent('a.txt', bytes);
  expect(transcripts).toEqual([]);
  expect(problems).toMatchObject([{ file: 'a.txt', line: 2, message: { key: 'read.invalid-bytes' } }]);
});

test('a forced encoding is used and what it replaces is told', async () => {
  const big5 = iconv.encode('客服：您好\n', 'big5');
  expect((await readContent('a.txt', big5, { encoding: 'big5' })).transcripts[0]!.turns[0]!.text).toBe(
    '您好',
  );
  const { notes } = await readContent('a.txt', Buffer.from([0x41, 0x3a, 0xff, 0x0a]), { encoding: 'utf-8' });
  expect(notes).toMatchObject([{ message: { key: 'read.replaced' } }, {}]);
});

test('a long line is read, and looked at for a label only where it begins', async () => {
  const long = 'x: 你'.repeat(1_000_000);
  const { transcripts } = await read(`坐席: ${long}\n客户: 喂\n`);
  expect(transcripts[0]!.turns.map((turn) => turn.text.length)).toEqual([long.length, 1]);
});
