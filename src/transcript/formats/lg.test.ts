import { expect, test } from 'vitest';
import { type ReadResult, readContent } from '../test-tools.ts';
import { expectReadBack } from './read-back.ts';

const listed = ({ transcripts }: ReadResult) =>
  transcripts.flatMap(({ id, turns }) =>
    turns.map(({ text, origin }) => {
      const { line, column } = origin.locate(0);
      return [id, text, `${line}:${column}`];
    }),
  );

const FILE = `> !# @strict = false
[import](common.lg)
# Greet(user)
- IF: \${user.name != null && user.tier == "}"}
    - 您好，\${join(foreach(user.names, x, \`\${x}\`), '}')}！
- ELSEIF : \${true}
    - 您好\\n请问\\[\\]
- ELSE:
 * 您好！
# Sizes
- SWITCH: \${x}
- CASE: \${1}
    - 一
- DEFAULT:
    - 其他

> courtesy-disable-next-line bot/curt -- 法务要求
# Long
- \`\`\`
第一行 \${if(a, "\`\`\`", b)}
  第二行
\`\`\`
 # Card
-\`\`\`
{
  "type": "TextBlock", "text": "说 \\"请\\" \${f("a\\"b")}", "id": "text",
  "items": [\${items()}], "title": "\${title}"
}
\`\`\`
# Shown
[Activity
    Text = 请问有什么可以帮您？
\tSpeak = \${Greet.Speak()}
    SuggestedActions = 查账单 | \${if(a, 'x|y', b)} | 转\\|人工
    InputHint = expectingInput
]
# OnlyReference
- \${Greet(user)}
- \${a} | \${b}
`;

test('variations, branches, blocks, cards and activities', async () => {
  for (const content of [FILE, `\ufeff${FILE}`, FILE.replaceAll('\n', '\r\n')]) {
    const result = await readContent('Greet.zh-cn.lg', content);
    expect([result.problems, result.notes]).toEqual([[], []]);
    const lines = content.includes('\r') ? '\r\n' : '\n';
    expect(listed(result)).toEqual([
      ['Greet', `您好，\${join(foreach(user.names, x, \`\${x}\`), '}')}！`, '5:7'],
      ['Greet', '您好\n请问[]', '7:7'],
      ['Greet', '您好！', '9:4'],
      ['Sizes', '一', '13:7'],
      ['Sizes', '其他', '15:7'],
      ['Long', `第一行 \${if(a, "\`\`\`", b)}${lines}  第二行`, '20:1'],
      ['Card', `说 "请" \${f("a\\"b")}`, '26:33'],
      ['Shown', '请问有什么可以帮您？', '32:12'],
      ['Shown', '查账单', '34:24'],
      ['Shown', '转|人工', '34:51'],
    ]);
    expectReadBack(content, {
      transcripts: result.transcripts.filter(({ id }) => !['Greet', 'Card', 'Shown'].includes(id)),
    });
    expect(result.transcripts[0]).toMatchObject({ language: 'zh', meta: { template: 'lg', partial: true } });
    expect(result.transcripts[0]!.turns[0]!.opaque).toEqual([[3, 47]]);
    expect(result.transcripts[2]!.turns[0]!.suppressed).toEqual([
      { rule: 'bot/curt', reason: '法务要求', line: 17 },
    ]);
  }
});

test('what is broken is said with its place, and the rest is read', async () => {
  const content = '# A\n- 您好\n没有横线\n[Activity\n  Text = 请稍等\n# B\n- 再见\n- ```\n没完\n# C\n- x\n';
  const result = await readContent('a.lg', content);
  expect(listed(result)).toEqual([
    ['A', '您好', '2:3'],
    ['A', '请稍等', '5:10'],
    ['B', '再见', '7:3'],
  ]);
  expect(result.problems.map(({ message, line, column }) => [message.key, line, column])).toEqual([
    ['lg.stray-line', 3, 1],
    ['lg.open-structure', 4, 1],
    ['lg.open-block', 8, 3],
  ]);
});

test('Markdown is not taken for templates', async () => {
  const { transcripts } = await readContent('-', '# Title (draft)\n- 坐席: 您好\n');
  expect(transcripts[0]?.meta.template).toBeUndefined();
});
