import { expect, test } from 'vitest';
import { cleanSummary, print, sample } from './sample.ts';
import { stylish } from './stylish.ts';
import { displayWidth } from './width.ts';

const all = [sample.hotline, sample.chat, sample.clean, sample.unscored];

test('a transcript with violations, in Chinese', async () => {
  expect(await print(stylish, [sample.hotline])).toMatchInlineSnapshot(`
    "calls/0417.txt  对话 0417 · 坐席 3号
      calls/0417.txt:3:4  错误  不应说「不知道」  zh/hotline/brush-off
        3 │ 坐席  不知道，您自己上网查一下吧，这个事情不归我们管，我们这边只负责登…
          │       ^^^^^^
          = 条款：noc.never.6、water.never.11
          = 改说：这个问题我核实一下再回复您。

      calls/0417.txt:3:54  警告  不应说「您催我也没有用」  zh/hotline/no-use
        3 │ 坐席  …只负责登记工单，后面的事情都是抢修班安排的，您催我也没有用的呀。
          │                                                    ^^^^^^^^^^^^^^

      calls/0417.txt:5:15  错误
        不应激客户投诉，例如「爱投诉就投诉」：客户说要投诉时，先致歉，再记录诉求、说
        明处理时限，并告知投诉渠道  zh/hotline/complaint-challenge
        5 │ 坐席      ＯＫ👨‍👩‍👧你␛[31m爱投诉就投诉⟨U+202E⟩
          │                 ^^^^^^^^^^^^^^^^^^^
          = 条款：noc.never.21
          = 改说：非常抱歉给您带来不便。您反映的情况我已经记录下来，会在二十四小时内
                  由专人与您联系，请问您方便留一个联系电话吗？

      calls/0417.txt:5:4  提示  结尾 2 轮内没有说：结束语  zh/hotline/closing
        5 │ 坐席      ＯＫ👨‍👩‍👧你␛[31m爱投诉就投诉⟨U+202E⟩
          = 已查第 3–5 行，没有找到
          = 改说：请问还有什么可以帮您？感谢您的来电，再见。

      得分 75  不合格  用语 62.5 · 流程 90 · 信息安全 100

    检查了 4 个文件、4 通对话、14 轮发言
    使用规则 32 条：zh/hotline 1.0.0（31 条）、en/core 1.0.0（1 条）
    ✗ 3 处错误 · 1 处警告 · 1 处提示 · 平均分 58
    "
  `);
});

test('the same for an English reader, with the arithmetic of the score', async () => {
  expect(await print(stylish, [sample.chat], { in: 'en', explainScore: true })).toMatchInlineSnapshot(`
    "chats/week-07/export-2026-02-17.jsonl  transcript c-88213 · agent Dana
      chats/week-07/export-2026-02-17.jsonl:3:52  error
        do not say "you should have read the terms"  en/core/blame
        3 │ agent  …my last message, you should have read the terms before ordering.
          │                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = clause: en.blame.2
          = say instead: Let me look at what the terms say about this and what I can
                         do for you.

      score 0  fail  vetoed by en/core/blame (92 before the veto)
          100  full marks
        −   8  en/core/blame  1 × 8 points
        =  92  before the veto
        →   0  score          en/core/blame

    Checked 4 files, 4 transcripts, 14 turns
    with 32 rules: zh/hotline 1.0.0 (31 rules), en/core 1.0.0 (1 rule)
    ✗ 3 errors · 1 warning · 1 info · mean score 58
    "
  `);
});

test('every check and every score', async () => {
  const options = { explainScore: true, allChecks: true };
  expect(
    await print(stylish, [sample.hotline, sample.clean, sample.unscored], options),
  ).toMatchInlineSnapshot(`
    "calls/0417.txt  对话 0417 · 坐席 3号
      calls/0417.txt:3:4  错误  不应说「不知道」  zh/hotline/brush-off
        3 │ 坐席  不知道，您自己上网查一下吧，这个事情不归我们管，我们这边只负责登…
          │       ^^^^^^
          = 条款：noc.never.6、water.never.11
          = 改说：这个问题我核实一下再回复您。

      calls/0417.txt:3:54  警告  不应说「您催我也没有用」  zh/hotline/no-use
        3 │ 坐席  …只负责登记工单，后面的事情都是抢修班安排的，您催我也没有用的呀。
          │                                                    ^^^^^^^^^^^^^^

      calls/0417.txt:5:15  错误
        不应激客户投诉，例如「爱投诉就投诉」：客户说要投诉时，先致歉，再记录诉求、说
        明处理时限，并告知投诉渠道  zh/hotline/complaint-challenge
        5 │ 坐席      ＯＫ👨‍👩‍👧你␛[31m爱投诉就投诉⟨U+202E⟩
          │                 ^^^^^^^^^^^^^^^^^^^
          = 条款：noc.never.21
          = 改说：非常抱歉给您带来不便。您反映的情况我已经记录下来，会在二十四小时内
                  由专人与您联系，请问您方便留一个联系电话吗？

      calls/0417.txt:5:4  提示  结尾 2 轮内没有说：结束语  zh/hotline/closing
        5 │ 坐席      ＯＫ👨‍👩‍👧你␛[31m爱投诉就投诉⟨U+202E⟩
          = 已查第 3–5 行，没有找到
          = 改说：请问还有什么可以帮您？感谢您的来电，再见。

      得分 75  不合格  用语 62.5 · 流程 90 · 信息安全 100
          100  满分
        −  15  zh/hotline/brush-off  4 处 × 5 分 · 封顶 15 · 用语
        −  10  zh/hotline/closing    1 处 × 10 分 · 流程
        =  75  得分
      检查项：通过 24，未通过 3，不适用 4
        ✗ zh/hotline/brush-off
        ✓ zh/hotline/greeting
        – zh/hotline/hold  没有出现触发规则的话

    calls/0418.txt  对话 0418
      得分 100  合格
          100  满分
        = 100  得分  没有扣分
      检查项：通过 27，未通过 0，不适用 4
        ✓ zh/hotline/greeting

    calls/0419.txt  对话 0419
      没有适用的规则，不计分
      检查项：通过 0，未通过 0，不适用 31
        – zh/hotline/greeting  对话中没有坐席的发言

    检查了 4 个文件、4 通对话、14 轮发言
    使用规则 32 条：zh/hotline 1.0.0（31 条）、en/core 1.0.0（1 条）
    ✗ 3 处错误 · 1 处警告 · 1 处提示 · 平均分 58
    "
  `);
});

test('a transcript without violations has no block, and the last line says so', async () => {
  expect(await print(stylish, [sample.clean], { summary: cleanSummary })).toMatchInlineSnapshot(`
    "检查了 1 个文件、1 通对话、3 轮发言
    使用规则 32 条：zh/hotline 1.0.0（31 条）、en/core 1.0.0（1 条）
    ✓ 全部通过，没有发现问题 · 平均分 100
    "
  `);
});

test('clean transcripts that miss another gate are not called passed', async () => {
  const output = await print(stylish, [], { summary: { ...cleanSummary, passed: false, score: 70 } });
  expect(output).toContain('✗ 没有发现违规，但未达到通过条件 · 平均分 70');
});

test('a run in which no rule applied is not called passed', async () => {
  const output = await print(stylish, [], { summary: { ...cleanSummary, score: null } });
  expect(output).toContain('不计分');
  expect(output).not.toContain('全部通过');
});

test('problems are counted, not printed', async () => {
  const output = await print(stylish, [], { problem: true });
  expect(output).toContain('1 处输入未能读取');
  expect(output).not.toContain('broken.txt');
});

test('what a rule is for is said under the words', async () => {
  const rule = {
    id: '',
    kind: '',
    title: '',
    severity: 'error',
    points: 5,
    clauses: [],
    source: '',
  } as const;
  const rules = new Map([['en/core/blame', { ...rule, why: 'Blame ends the conversation.' }]]);
  const output = await print(stylish, [sample.chat], { in: 'en', rules });
  expect(output).toContain('      = why: Blame ends the conversation.\n');
});

test.each([40, 60, 80, 132])('no line is wider than a terminal of %i columns', async (width) => {
  for (const locale of ['zh', 'en'] as const) {
    const output = await print(stylish, all, { in: locale, width, explainScore: false });
    for (const line of output.split('\n')) {
      // A path and a rule's name are left whole, to be clicked on and copied.
      if (/^ {2}\S+:\d+:\d+ {2}\S+$|^\S+\.\w+ {2}|^ +\S+$/.test(line)) continue;
      expect([line, displayWidth(line) <= width]).toEqual([line, true]);
    }
  }
});

test('colours are written only where they may be, and change nothing else', async () => {
  const plain = await print(stylish, all, { explainScore: true, allChecks: true });
  const coloured = await print(stylish, all, { explainScore: true, allChecks: true, color: true });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal escapes are what is looked for
  const escapes = /\u001b\[\d+m/g;
  expect(plain).not.toMatch(escapes);
  expect(coloured).toMatch(escapes);
  expect(coloured.replace(escapes, '')).toBe(plain);
});

test('names from a stranger do not reach the terminal as they are', async () => {
  const output = await print(stylish, [
    { ...sample.chat, file: 'a\u001b]0;x\u0007.txt', id: '\u202e', agent: '\u009b2J' },
  ]);
  expect(output).not.toMatch(/[^\n\P{Cc}]|\p{Bidi_Control}/u);
});
