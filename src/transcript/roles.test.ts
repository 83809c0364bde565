import { describe, expect, test } from 'vitest';
import { assignRoles } from './assign-roles.ts';
import { roleTable } from './roles.ts';
import type { Role } from './transcript.ts';

const table = roleTable();

test.each<[string, Role, string?]>([
  ['坐席', 'agent'],
  ['客服代表', 'agent'],
  ['抢修员', 'agent'],
  ['Agent', 'agent'],
  ['customer  service', 'agent'],
  ['ＡＧＥＮＴ', 'agent'],
  ['A', 'agent'],
  ['客户', 'customer'],
  ['客戶', 'customer'],
  ['C', 'customer'],
  ['智能客服', 'bot'],
  ['IVR', 'bot'],
  ['系统', 'system'],
  ['客服01', 'agent', '01'],
  ['坐席1023', 'agent', '1023'],
  ['坐席-1023', 'agent', '1023'],
  ['工号1023', 'agent', '1023'],
  ['工号：1023', 'agent', '1023'],
  ['3号', 'agent', '3号'],
  ['3号坐席', 'agent', '3号'],
  ['坐席3号', 'agent', '3号'],
  ['Agent 7', 'agent', '7'],
  ['agent_7', 'agent', '7'],
  ['客户2', 'customer', '2'],
  ['客服小王', 'agent', '小王'],
  ['小王(客服)', 'agent', '小王'],
  ['小王（客服）', 'agent', '小王'],
  ['【客服】小王', 'agent', '小王'],
  ['客服-小王', 'agent', '小王'],
  ['Agent John', 'agent', 'John'],
  ['John (Agent)', 'agent', 'John'],
  ['Agent (Mary Ann)', 'agent', 'Mary Ann'],
  ['王经理', 'agent', '王经理'],
  ['张女士', 'customer', '张女士'],
])('%s is %s', (label, role, speaker) => {
  expect(table.lookup(label)).toEqual(speaker === undefined ? { role } : { role, speaker });
});

test.each(['问题', '小王', 'Agents', 'John', '客服热线电话号码是', 'http', '', 'B', 'x'.repeat(10_000)])(
  '%j is not known',
  (label) => {
    expect(table.lookup(label)).toBeUndefined();
  },
);

test('the user adds labels and names, and may overrule the table', () => {
  const own = roleTable({ 小美: 'bot', 管家: 'agent', 机器人: 'agent' });
  expect(own.lookup('小美')).toEqual({ role: 'bot', speaker: '小美' });
  expect(own.lookup('管家12')).toEqual({ role: 'agent', speaker: '12' });
  expect(own.lookup('机器人')).toEqual({ role: 'agent' });
});

describe('who is who among names', () => {
  const roles = (...voices: [string, string][]) =>
    [
      ...assignRoles(
        voices.map(([label, firstText]) => ({ label, firstText })),
        table,
      ).values(),
    ].map(({ role }) => role);

  test.each<[Role[], [string, string][]]>([
    [
      ['agent', 'customer'],
      [
        ['A', '您好'],
        ['C', '喂'],
      ],
    ],
    [
      ['customer', 'agent'],
      [
        ['A', '我要报修'],
        ['B', '您好，请问有什么可以帮您'],
      ],
    ],
    [
      ['agent', 'customer'],
      [
        ['A', '您好'],
        ['B', '我要报修'],
      ],
    ],
    [
      ['unknown', 'unknown'],
      [
        ['A', '在吗'],
        ['B', '在'],
      ],
    ],
    [
      ['customer', 'agent'],
      [
        ['张伟', '在吗'],
        ['李娜', '很高兴为您服务'],
      ],
    ],
    [
      ['customer', 'agent'],
      [
        ['客户', '在吗'],
        ['李娜', '在的'],
      ],
    ],
    [
      ['agent', 'customer'],
      [
        ['坐席', '您好'],
        ['李娜', '在的'],
      ],
    ],
    [
      ['agent', 'customer', 'unknown'],
      [
        ['坐席', '您好'],
        ['客户', '在的'],
        ['李娜', '嗯'],
      ],
    ],
    [
      ['bot', 'customer'],
      [
        ['机器人', '您好'],
        ['李娜', '在的'],
      ],
    ],
    [
      ['customer', 'agent'],
      [
        ['Bob', 'I need a refund'],
        ['Lisa', 'How can I help you today?'],
      ],
    ],
  ])('%j', (expected, voices) => {
    expect(roles(...voices)).toEqual(expected);
  });
});

test('roles by lists of names, by pattern and by who speaks first', () => {
  const own = roleTable({
    agent: ['小美', '阿强'],
    '/^店\\d+$/': 'agent',
    '/^vip/': 'customer',
    'first-speaker': 'customer',
  });
  expect(own.lookup('阿强')).toEqual({ role: 'agent', speaker: '阿强' });
  expect(own.lookup('店12')).toEqual({ role: 'agent', speaker: '店12' });
  expect(own.lookup('VIP007')).toEqual({ role: 'customer', speaker: 'VIP007' });
  const roles = assignRoles(
    [
      { label: 'Tom', firstText: 'hi' },
      { label: 'Ann', firstText: 'hello' },
    ],
    own,
  );
  expect([roles.get('Tom')?.role, roles.get('Ann')?.role]).toEqual(['customer', 'agent']);
});
