import { describe, expect, test } from 'vitest';
import { rule } from './testing.ts';

const CALLBACK = `
sequence:
  steps:
    - {step: 问候, any: [您好]}
    - {step: 报身份, any: [我是…]}
    - {step: 说明已处理, any: [处理好了]}
    - {step: 请试, any: [再试]}
    - {step: 客户确认, any: [好了, 可以], by: customer, optional: true}
    - {step: 道谢, any: [谢谢]}
    - {step: 告别, any: [再见]}
`;

describe('steps in order', async () => {
  const judge = await rule(CALLBACK);

  test.each([
    ['a turn a step', 'A: 您好\nA: 我是3号\nA: 障碍处理好了\nA: 请您再试一下\nC: 好了\nA: 谢谢\nA: 再见'],
    ['several steps in one turn', 'A: 您好,我是3号,障碍处理好了,请您再试一下\nA: 谢谢您,再见'],
    [
      'a step said twice counts where it is in order',
      'A: 谢谢您接听,您好\nA: 我是3号,处理好了,请再试\nC: 您好\nA: 谢谢,再见',
    ],
  ])('%s', (_, conversation) => {
    expect(judge(conversation)).toMatchObject({ outcome: 'pass', found: [] });
  });

  test('a missing step is due where the next one stands, or at the end', () => {
    const { violations, found } = judge('A: 您好\nA: 我是3号\nA: 请您再试一下\nC: 嗯\nA: 谢谢');
    expect(found).toEqual(['3:-', '5:-']);
    expect(violations[0]!.message).toContain('说明已处理');
    expect(violations[1]!.message).toContain('告别');
    expect(violations[0]!.searched).toEqual({ fromLine: 1, toLine: 5 });
  });

  test('a step out of order is shown at its words, with the step that it belongs before', () => {
    const { violations, found } = judge('A: 您好,处理好了\nA: 我是3号\nA: 请再试\nA: 谢谢,再见');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^[12]:.+/);
    expect(violations[0]!.message).toMatch(/belongs (before|after)/);
  });

  test('a short example is judged: every mandatory step is missing', () => {
    expect(judge('A: 你那个障碍修好了,试一下吧').found).toHaveLength(6);
  });

  test('a transcript that says it is cut may have had its ends elsewhere, not its middle', () => {
    expect(judge('A: 我是3号,处理好了,请再试', { partial: true }).outcome).toBe('pass');
    expect(judge('A: 我是3号,请再试', { complete: false }).found).toEqual(['1:-']);
    expect(judge('A: 喂', { partial: true }).outcome).toBe('na');
  });

  test('no turn of the role: not applicable', () => {
    expect(judge('C: 喂').outcome).toBe('na');
  });
});

test('a step by the customer is looked for in the customer’s turns', async () => {
  const judge = await rule(`
when: {heard: {by: agent, phrases: [转接, 转过去]}}
sequence:
  steps:
    - {step: 征求同意, any: [可以吗]}
    - {step: 客户同意, any: [可以, 行], by: customer}
    - {step: 转接, any: [转接, 转过去]}
`);
  expect(judge('A: 需要请主管处理,可以吗\nC: 可以\nA: 马上帮您转接').outcome).toBe('pass');
  expect(judge('A: 需要请主管处理,可以吗\nA: 马上帮您转接').found).toEqual(['2:-']);
  expect(judge('A: 等会儿,我这就给您转过去').found).toEqual(['1:-', '1:-']);
  expect(judge('A: 您好').outcome).toBe('na');
});

test('order: free asks for all the steps only', async () => {
  const judge = await rule(
    'sequence: {order: free, steps: [{step: 谢, any: [感谢]}, {step: 请, any: [随时联系]}, {step: 别, any: [再见]}]}',
  );
  expect(judge('A: 再见\nA: 请随时联系,感谢').outcome).toBe('pass');
  expect(judge('A: 再见,感谢').found).toEqual(['1:-']);
});

test('where narrows the stretch', async () => {
  const judge = await rule(
    'where: {closing: 2}\nsequence: {steps: [{step: 谢, any: [感谢]}, {step: 别, any: [再见]}]}',
  );
  expect(judge('A: 感谢\nC: 1\nA: 2\nC: 3\nA: 再见').found).toEqual(['5:-']);
  expect(judge('A: 您好\nC: 1\nA: 感谢\nC: 3\nA: 再见').outcome).toBe('pass');
});
