import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceOf } from '../source.ts';
import { keptReport, readContent } from '../test-tools.ts';
import { chooseFormat } from './index.ts';
import { expectReadBack, readChecked } from './read-back.ts';

test('labels in every dress, headings as titles, marks left out', async () => {
  const { transcripts, told } = await readChecked(
    [
      '---',
      'agent: 小王',
      'ring_count: 2',
      '---',
      '<!-- 导出于',
      '二月 -->',
      '# 停电 **咨询**',
      '**坐席**：您好，**请**稍\\*等',
      '- 客户: 喂',
      '  `12` 号楼',
      '',
      '> *坐席*: 好的',
      '1. **客户：** 谢谢',
      '',
      '## 退款',
      '### 坐席',
      '不知道。',
      '### 客户',
      '哦',
      '',
    ].join('\n'),
    'a.md',
  );
  expect(told).toEqual([]);
  expect(transcripts.map(({ id, turns }) => [id, turns.map(({ role, text }) => [role, text])])).toEqual([
    [
      '停电 咨询',
      [
        ['agent', '您好，请稍*等'],
        ['customer', '喂\n12 号楼'],
        ['agent', '好的'],
        ['customer', '谢谢'],
      ],
    ],
    [
      '退款',
      [
        ['agent', '不知道。'],
        ['customer', '哦'],
      ],
    ],
  ]);
});

test('tables are read as tables, with their places', async () => {
  const { transcripts, told } = await readChecked(
    '# 表\n\n| 角色 | 内容 |\n|:---|---|\n| 坐席 | 不知道 |\n| 客户 | a \\| b |\n\n说明文字\n',
    'a.md',
  );
  expect(transcripts).toMatchObject([
    {
      id: '表',
      turns: [
        { role: 'agent', text: '不知道' },
        { role: 'customer', text: 'a \\| b' },
      ],
    },
  ]);
  expect(transcripts[0]!.turns[0]!.origin.locate(0)).toEqual({ line: 5, column: 8 });
  expect(told).toEqual([[8, 'markdown.prose']]);
});

test('a page without speakers is no transcript, unless the user says so', async () => {
  const text = '# Readme\n\nSome words.\n\nMore words.\n';
  const { problems } = await readContent('README.md', text);
  expect(problems).toMatchObject([{ message: { key: 'read.unknown-format' } }]);
  const { transcripts } = await readContent('README.md', text, { inputFormat: 'markdown' });
  expect(transcripts).toMatchObject([
    { rolesKnown: false, turns: [{ text: 'Some words.' }, { text: 'More words.' }] },
  ]);
});

test('is told from plain text', async () => {
  const known = async (text: string) =>
    (await chooseFormat(sourceOf('a.txt', text, { report: keptReport() }).sample())).name;
  expect(await known('**坐席**：您好\n\n**客户**：喂\n')).toBe('markdown');
  expect(await known('坐席：您好\n客户：喂\n')).toBe('text');
});

test('a heading with a comment in it is a title, not a speaker', async () => {
  const text = '# <!---->客户\n\n**坐席**：您好\n';
  expectReadBack(text, await readContent('a.md', text, { inputFormat: 'markdown' }));
});

test('no text makes the reader throw, and what it gives stands in the file', async () => {
  const scrap = fc.constantFrom(
    ...[
      '**',
      '__',
      '`',
      '\\',
      '*',
      '_',
      '|',
      '\n',
      '\n\n',
      '---\n',
      '# ',
      '> ',
      '- ',
      '1. ',
      '```\n',
      '<!--',
      '-->',
    ],
    ...['坐席', '客户', '：', ': ', '您好', 'a', '|---|\n', '| 角色 | 内容 |\n', '\r\n', ' '],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(scrap, { maxLength: 40 }), async (scraps) => {
      const text = scraps.join('');
      const result = await readContent('a.md', text, { inputFormat: 'markdown' });
      expect(result.problems.filter(({ message }) => message.key === 'read.unreadable')).toEqual([]);
      expectReadBack(text, result);
    }),
    { numRuns: 600 },
  );
});
