import { kept } from '../../kept.ts';
import type { Line } from './format.ts';

/** The words for each key of a conversation's head; on the left its name in `meta`. */
const WORDS: Readonly<Record<string, string>> = {
  id: 'id 编号 会话编号 会话id 通话编号 通话id 录音编号 流水号 工单号 callid conversationid',
  agent: 'agent agentid 工号 坐席工号 座席工号 客服工号 坐席 客服',
  language: 'language lang 语言',
  channel: 'channel 渠道 来源渠道',
  ring_count: 'ringcount rings 振铃次数 铃响次数 响铃次数 振铃',
  area: 'area 地区 区域 区域类型',
  accepted_at: 'acceptedat 受理时间 接单时间 报修时间',
  arrived_at: 'arrivedat 到达时间 到场时间',
  finished_at: 'finishedat 完成时间 办结时间',
  date: 'date time datetime 日期 通话日期 通话时间 时间',
  duration: 'duration 时长 通话时长',
  title: 'title subject 标题 主题',
  queue: 'queue 队列 技能组',
  customer: 'customer 客户',
  caller: 'caller 来电号码 主叫号码',
  department: 'department 部门',
  city: 'city 城市',
};
const KEYS = new Map(
  Object.entries(WORDS).flatMap(([key, words]) => words.split(' ').map((word) => [word, key])),
);
/** Words that are speakers as well: as a key only inside a marked block. */
const SPEAKERS = new Set(['agent', 'customer', 'caller', '坐席', '客服', '客户']);

const start = /^\s*(?:#+\s*)?([^\s:：#][^:：]{0,29}?)\s*[:：]/;
const pair = /^\s*(#+\s*)?([^\s:：#][^:：]{0,29}?)\s*[:：](?!\/\/)\s*(.*?)\s*$/;

/** In UTF-16 units: a longer line is cut, which keeps the pattern's cost down. */
const LOOKED_AT = 2000;

export type Meta = Record<string, unknown>;

/**
 * The head of a conversation that stands apart between two rules (`---`).
 * @param marked true behind a rule that opens the file: then any key will do; otherwise all must be known ones
 * @returns undefined when the lines are not all `key: value`
 */
export function metaBlock(lines: readonly Line[], marked: boolean): Meta | undefined {
  const meta: Meta = {};
  let found = false;
  for (const { text } of lines) {
    const line = text.slice(0, LOOKED_AT);
    const entry = entryOf(line, marked || /^\s*#/.test(line));
    if (entry) add(meta, entry);
    else if (!/^\s*(?:#|$)/.test(line)) return undefined;
    found ||= entry !== undefined;
  }
  return found ? meta : undefined;
}

/**
 * Takes the head lines off a conversation: `# key: value`, other `#` lines, and known keys as they are.
 * @returns how many lines they are, blank ones between them included
 */
export function leadingMeta(lines: readonly Line[], meta: Meta): number {
  let taken = 0;
  for (const [index, { text }] of lines.entries()) {
    if (text.trim() === '') continue;
    const hashed = /^\s*#/.test(text);
    const entry = entryOf(text.slice(0, LOOKED_AT), hashed);
    if (entry) add(meta, entry);
    else if (!hashed) break;
    taken = index + 1;
  }
  return taken;
}

/** The name in `meta` of a key or column header; undefined for one that is not known. */
export function metaKey(name: string): string | undefined {
  return KEYS.get(wordOf(name.normalize('NFKC')));
}

function entryOf(line: string, anyKey: boolean): [string, string] | undefined {
  // Most lines are no entries, and looking for the end of their words takes longest.
  const begins = start.exec(line);
  if (!begins || (!anyKey && !isKey(begins[1]!))) return undefined;
  const found = pair.exec(line);
  if (!found) return undefined;
  const key = found[2]!.normalize('NFKC');
  return [KEYS.get(wordOf(key)) ?? key, found[3]!];
}

/** Whether it is a key where any word might stand. */
const isKey = kept((written) => {
  const word = wordOf(written.normalize('NFKC'));
  return KEYS.has(word) && !SPEAKERS.has(word);
});

/** @param key in NFKC */
const wordOf = (key: string): string => key.toLowerCase().replace(/[\s_-]+/g, '');

function add(meta: Meta, [key, value]: [string, string]): void {
  const bare = value.replace(/^(["'])(.*)\1$/, '$2');
  const number =
    /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(bare) && key !== 'id' && key !== 'agent' && key !== 'caller';
  const said = number && bare === value ? Number(bare) : bare;
  if (key !== '__proto__') meta[key] = said;
  // A key from a stranger's file must not reach the prototype.
  else
    Object.defineProperty(meta, key, { value: said, enumerable: true, configurable: true, writable: true });
}
