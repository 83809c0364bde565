import { expect, test } from 'vitest';
import { roleTable } from '../roles.ts';
import { readContent } from '../test-tools.ts';
import { readChecked } from './read-back.ts';

test('names with times over the words, of WeChat and QQ', async () => {
  const { said, turns, transcript } = await readChecked(
    [
      '消息记录（此消息记录为文本格式）',
      '————— 2026-02-17 —————',
      '',
      '小王(wxid_a1b2) 2026-02-17 09:15:02',
      '您好，很高兴为您服务。',
      '',
      '2026-02-17 09:15:09 春风(12345678)',
      '[图片]',
      '',
      '春风 2026年2月17日 下午1:05',
      '这个怎么退？',
      '  谢谢',
      '小王 2026-02-17 13:06:00',
      '"春风" 撤回了一条消息',
      '',
    ].join('\r\n'),
    'a.txt',
  );
  expect(said).toEqual([
    ['agent', '您好，很高兴为您服务。'],
    ['customer', '[图片]'],
    ['customer', '这个怎么退？\n谢谢'],
    ['system', '"春风" 撤回了一条消息'],
  ]);
  expect(turns.map(({ time }) => time)).toEqual([
    '2026-02-17T09:15:02',
    '2026-02-17T09:15:09',
    '2026-02-17T13:05:00',
    '2026-02-17T13:06:00',
  ]);
  expect(turns[1]!.opaque).toEqual([[0, 4]]);
  expect(transcript).toMatchObject({ agent: '小王', meta: { channel: 'wechat' } });
});

test('who is the agent may be said in the configuration', async () => {
  const text = '秋水 2026-02-17 09:15:02\n在吗\n\n春风 2026-02-17 09:15:09\n嗯\n';
  const unsaid = await readContent('a.txt', text);
  expect(unsaid.notes).toMatchObject([{ line: 2, message: { key: 'text.roles-unsaid' } }]);
  const said = await readContent('a.txt', text, { options: { roles: roleTable({ 春风: 'agent' }) } });
  expect(said.transcripts[0]!.turns.map(({ role }) => role)).toEqual(['customer', 'agent']);
});
