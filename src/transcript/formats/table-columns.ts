import type { RoleTable } from '../roles.ts';
import { parseStamp } from './stamp.ts';
import { headOf } from './text-label.ts';

/** What a column can hold. `sent`: whether the owner of the file said it; `type`: whether it is words. */
export type Field =
  | 'text'
  | 'response'
  | 'role'
  | 'speaker'
  | 'id'
  | 'agent'
  | 'time'
  | 'start'
  | 'end'
  | 'language'
  | 'sent'
  | 'type';

/** Headers by what their columns hold, the surest first; spaces, `_`, `-` and case do not matter. */
const WORDS: Readonly<Record<Field, string>> = {
  text:
    'text content message msg utterance body sentence messagetext strcontent transcript dialogue dialog turntext ' +
    '内容 消息 消息内容 话术 文本 发言 发言内容 说话内容 聊天内容 对话内容 通话内容 会话内容 对话文本 聊天记录 通话记录 对话记录 ' +
    '识别结果 识别文本 转写 转写文本 转写结果 语句 句子 正文 原文 对话 內容 訊息 訊息內容 話術 發言 對話內容 對話',
  response:
    'response answer reply botresponse botreply replytext responsetext 回复 回答 答复 答案 回复内容 答复内容 机器人回复 回复话术 ' +
    '回覆 答覆 回覆內容',
  role:
    'role speakerrole participantrole senderrole sendertype authortype speakertype participanttype 角色 说话人角色 ' +
    '发送方 发送者类型 发送方类型 发言方 说话方 发送方角色 角色類型 發送方',
  speaker:
    'speaker nickname sender from author participant speakerid sendername speakername authorname username 说话人 说话者 ' +
    '发言人 发送人 发送者 昵称 用户名 发送人昵称 說話人 發送者 發言人 暱稱',
  id:
    'conversationid sessionid callid dialogueid dialogid chatid contactid ticketid conversation session call chat ticket 会话id ' +
    '通话id 会话编号 通话编号 会话 通话 录音编号 工单号 工单编号 流水号 通话流水号 对话id 对话编号 talkerid talker ' +
    '會話id 通話id 對話id 會話編號 id 编号 編號',
  agent:
    'agentid agentname agentno agent employee employeeid operator 工号 坐席工号 座席工号 客服工号 坐席 座席 坐席姓名 座席姓名 ' +
    '客服姓名 客服 员工号 員工號 工號 客服工號 坐席工號',
  time:
    'time timestamp datetime date createdat sentat messagetime strtime createtime 时间 发送时间 消息时间 发言时间 日期 时间戳 說話時間 ' +
    '時間 發送時間',
  start:
    'start starttime begin begintime startoffset startms beginms starttimems 开始 开始时间 起始 起始时间 开始毫秒 開始時間',
  end: 'end endtime endoffset endms endtimems stop 结束 结束时间 终止时间 结束毫秒 結束時間',
  language: 'language lang 语言 語言',
  sent: 'issender isself issend 是否本人发送',
  type: 'type typename msgtype messagetype 消息类型 类型',
};
/** `id` is last: mostly it numbers the messages. */
const GENERIC_IDS = new Set(['id', '编号', '編號']);

const FIELDS = Object.keys(WORDS) as Field[];
const KNOWN = new Map<string, [Field, number]>(
  FIELDS.flatMap((field) => WORDS[field].split(' ').map((word, rank) => [word, [field, rank]] as const)),
);

export type Columns = Partial<Record<Field, number>>;

/** How the rows of a table are to be understood. */
export interface Layout {
  /** `turns`: one a row. `conversations`: one a cell. `replies`: of a bot, one a row. */
  kind: 'turns' | 'conversations' | 'replies';
  columns: Columns;
  /** The row that names the columns; -1 where none does. */
  header: number;
  /** The columns that are left, by their names: of the whole conversation where they do not change. */
  others: readonly (readonly [column: number, name: string])[];
  /** Names in the configuration that the header does not have. */
  missing: readonly string[];
}

type Cells = readonly string[];

/** Titles and the like may stand above the header. */
const HEADER_WITHIN = 10;

/**
 * What the columns of a table hold, from its first rows; undefined where no column holds what was said.
 * @param named `columns:` of the configuration: what a column holds → its header
 */
export function layoutOf(
  rows: readonly Cells[],
  roles: RoleTable,
  named: Readonly<Record<string, string>> = {},
): Layout | undefined {
  for (const [index, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    const header = headerOf(cells, named);
    if (header) return settle({ ...header, header: index }, rows.slice(index + 1), roles);
  }
  return withoutHeader(rows, roles);
}

/** A header without what spelling it leaves open: case, spaces, `_`, `-`, and what follows in brackets. */
export const normal = (header: string) =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([].*$/, '')
    .replace(/[\s_\-.:*#]+/g, '');

/** Whether a row names columns of a table in which something is said, whatever a configuration says of them. */
export const isHeader = (cells: Cells): boolean => headerOf(cells, {}) !== undefined;

function headerOf(cells: Cells, named: Readonly<Record<string, string>>) {
  // A cell that is a sentence names no column.
  if (cells.some((cell) => cell.length > 200)) return undefined;
  const columns: Columns = {};
  const given = new Map<number, string>();
  const missing: string[] = [];
  for (const [field, name] of Object.entries(named)) {
    const column = cells.findIndex((cell) => cell.trim() === name.trim() || normal(cell) === normal(name));
    if (column < 0) missing.push(name);
    else if (Object.hasOwn(WORDS, field)) columns[field as Field] = column;
    else given.set(column, field);
  }
  const ranks: Partial<Record<Field, number>> = {};
  const taken = new Set([...Object.values(columns), ...given.keys()]);
  for (const [column, cell] of cells.entries()) {
    const [field, rank] = KNOWN.get(normal(cell)) ?? [];
    if (field === undefined || rank === undefined || taken.has(column)) continue;
    const before = ranks[field] ?? (columns[field] === undefined ? Number.POSITIVE_INFINITY : -1);
    if (rank < before) {
      columns[field] = column;
      ranks[field] = rank;
    }
  }
  if (columns.text === undefined && columns.response === undefined) return undefined;
  const used = new Set(Object.values(columns));
  const others = [...cells.entries()]
    .filter(([column, cell]) => !used.has(column) && (given.has(column) || cell.trim() !== ''))
    .map(([column, cell]) => [column, given.get(column) ?? cell.trim()] as const);
  const cell = (column: number | undefined) => (column === undefined ? '' : normal(cells[column] ?? ''));
  const genericId = GENERIC_IDS.has(cell(columns.id)) && named.id === undefined;
  return { columns, others, missing, genericId };
}

function settle(
  found: Omit<Layout, 'kind'> & { genericId: boolean },
  sample: readonly Cells[],
  roles: RoleTable,
): Layout {
  const { genericId, ...rest } = found;
  const columns = { ...rest.columns };
  const values = (column: number | undefined) =>
    column === undefined
      ? []
      : sample.map((cells) => cells[column]?.trim() ?? '').filter((value) => value !== '');
  if (columns.response !== undefined && (columns.text === undefined || columns.role === undefined)) {
    return { ...rest, columns, kind: 'replies' };
  }
  const voiced = () =>
    columns.role !== undefined || columns.speaker !== undefined || columns.sent !== undefined;
  if (!voiced()) {
    // A column named 坐席 holds who speaks when a customer is among its values, otherwise who served.
    const spoken = values(columns.agent).map((value) => roles.lookup(value)?.role);
    const channel = rest.others.find(([, name]) =>
      ['channel', 'channelid', '声道', '通道'].includes(normal(name)),
    );
    const channels = new Set(values(channel?.[0]));
    if (spoken.includes('customer')) {
      columns.role = columns.agent!;
      delete columns.agent;
    } else if (
      channels.size === 2 &&
      [...channels].every((value) => /^(?:\d|l|r|left|right)$/i.test(value))
    ) {
      columns.speaker = channel![0];
    }
  }
  if (!voiced() && mostlyLabelled(values(columns.text), roles))
    return { ...rest, columns, kind: 'conversations' };
  if (genericId && !repeats(values(columns.id))) delete columns.id;
  return { ...rest, columns, kind: 'turns' };
}

/** Whether cells hold conversations: two labelled lines or more in half of them. */
function mostlyLabelled(cells: readonly string[], roles: RoleTable): boolean {
  const labelled = cells.filter((cell) => {
    const lines = cell.split(/\r\n?|\n/, 40).map((line) => headOf(line, roles)?.label);
    return lines.filter((label) => label !== undefined && roles.lookup(label)).length > 1;
  });
  return labelled.length > 0 && labelled.length * 2 >= cells.length;
}

const repeats = (values: readonly string[]) => new Set(values).size < values.length;

/** A table without names: one column is of role words, and the longest of the others is what was said. */
function withoutHeader(rows: readonly Cells[], roles: RoleTable): Layout | undefined {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  if (width < 2 || width > 50) return undefined;
  const most = (holds: (value: string) => boolean) =>
    Array.from({ length: width }, (_, column) => column).find((column) => {
      const values = rows.map((cells) => cells[column]?.trim() ?? '');
      return values.filter(holds).length * 10 >= rows.length * 8;
    });
  const role = most((value) => roles.lookup(value) !== undefined);
  if (role === undefined || rows.length < 2) return undefined;
  const time = most((value) => parseStamp(value) !== undefined);
  const length = (column: number) => rows.reduce((sum, cells) => sum + (cells[column]?.length ?? 0), 0);
  const others = Array.from({ length: width }, (_, column) => column).filter(
    (at) => at !== role && at !== time,
  );
  const text = others.sort((a, b) => length(b) - length(a))[0];
  if (text === undefined) return undefined;
  const columns: Columns = { role, text, ...(time !== undefined && { time }) };
  return { kind: 'turns', columns, header: -1, others: [], missing: [] };
}
