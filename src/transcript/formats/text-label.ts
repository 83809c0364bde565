import { kept } from '../../kept.ts';
import type { RoleTable } from '../roles.ts';
import { STAMP_PATTERN } from './stamp.ts';

/** What the beginning of a line may be: a label, a time or both, and where its words begin. */
export interface Head {
  label?: string;
  /** As it stands, for parseStamp. */
  stamp?: string;
  /** Offset in the line (UTF-16 units, from 0) behind the label, the time and the colon. */
  textAt: number;
  /** How the label is written; without a colon it counts only when it is known or recurs in that shape. */
  shape: 'colon' | 'header' | 'bracket' | 'spaced' | 'stamp';
}

/** No label is longer; what comes later in a line is never looked at. */
const LOOKED_AT = 120;

const NAME = '([^\\s:：。，！？!?；;“”"…][^:：。，！？!?；;“”"…]{0,29}?)';
const space = /^\s*/;
const mayHaveTime = /\d[:：]\d\d/;
const bareName = new RegExp(`^${NAME}\\s*$`, 'u');
const bracket = /^[【[<「]\s*([^】\]>」:：]{1,20}?)\s*[】\]>」]\s*[:：]?\s*/;

let patterns: ReturnType<typeof makeTimely> | undefined;

/** Patterns with a time: large, and no text without times needs them. */
function makeTimely() {
  const later = `${NAME}\\s*(?<=[\\s)）\\]】]|\\p{Script=Han})(${STAMP_PATTERN})`;
  return {
    before: new RegExp(`^\\s*(?:(${STAMP_PATTERN})(?:(?<=[\\])）】])|(?![\\d:：.]))\\s*[-|,:：]?\\s*)?`, 'u'),
    header: new RegExp(`^${later}\\s*$`, 'u'),
    stampColon: new RegExp(`^${later}\\s*[:：]\\s*`, 'u'),
    stampSpace: new RegExp(`^${later}\\s+`, 'u'),
  };
}

function timely(): ReturnType<typeof makeTimely> {
  patterns ??= makeTimely();
  return patterns;
}

/** Words before a colon that are part of what is said. */
const NO_NAMES = new Set(
  (
    '问题 答案 注 注意 备注 说明 提示 温馨提示 地址 电话 手机 手机号 姓名 名字 时间 日期 金额 价格 单号 订单 订单号 工单号 编号 账号 户号 卡号 密码 验证码 ' +
    '邮箱 链接 网址 网站 微信 例如 比如 如下 总之 结果 原因 内容 标题 方法 步骤 优惠 规格 型号 数量 合计 总计 备注信息 联系人 联系电话 联系方式 收货人 ' +
    '收货地址 快递 物流 物流单号 营业时间 办理时间 身份证 身份证号 回复 附件 图片 語音 语音 http https ftp mailto tel ' +
    'note ps p.s. nb re fw subject date time address phone tel mobile email e-mail name price total amount order link url website ' +
    'example answer question warning tip tips step steps reason summary details status tracking id'
  ).split(' '),
);

/** What may stand at the beginning of a line. Whether a label is one is decided over the whole conversation. */
export function headOf(line: string, roles: RoleTable): Head | undefined {
  const text = line.length > LOOKED_AT ? line.slice(0, LOOKED_AT) : line;
  // Most lines have no time, and the patterns with one are the slow ones.
  const times = mayHaveTime.test(text) ? timely() : undefined;
  const lead = (times?.before ?? space).exec(text)!;
  const at = lead[0].length;
  const rest = text.slice(at);
  const stamp = lead[1];
  const made = (label: string, length: number, shape: Head['shape'], later?: string): Head => {
    const head: Head = { label: label.trim(), textAt: Math.min(at + length, text.length), shape };
    const time = stamp ?? later;
    if (time !== undefined) head.stamp = time;
    return head;
  };
  if (times && !stamp) {
    const top = times.header.exec(rest);
    if (top && line.length === text.length) return made(top[1]!, rest.length, 'header', top[2]);
    const timed = times.stampColon.exec(rest);
    if (timed) return made(timed[1]!, timed[0].length, 'colon', timed[2]);
    const spaced = times.stampSpace.exec(rest);
    if (spaced && roles.lookup(spaced[1]!)) return made(spaced[1]!, spaced[0].length, 'spaced', spaced[2]);
  }
  const framed = '[【<「'.includes(rest.charAt(0)) ? bracket.exec(rest) : null;
  if (framed && roles.lookup(framed[1]!)) return made(framed[1]!, framed[0].length, 'bracket');
  const named = beforeColon(rest);
  if (named && !isTime(named.label, named.mark, named.said, roles) && !named.said.startsWith('//')) {
    return made(named.label, rest.length - named.said.length, 'colon');
  }
  if (!times || !stamp) return undefined;
  const name = bareName.exec(rest);
  if (name && line.length === text.length) return made(name[1]!, rest.length, 'header');
  return { stamp, textAt: at, shape: 'stamp' };
}

/** What stands before the first colon, where it can be a name; the colon; and what is behind it. */
function beforeColon(text: string): { label: string; mark: string; said: string } | undefined {
  const at = text.search(/[:：]/);
  if (at < 0) return undefined;
  const label = nameIn(text.slice(0, at));
  return label === null ? undefined : { label, mark: text[at]!, said: text.slice(at + 1).trimStart() };
}

/** Null where a text is no name. The same labels come again and again. */
const nameIn = kept((text) => bareName.exec(text)?.[1] ?? null);

/** `下午 3:15`, `比分3:1`: digits on both sides of a colon, unless they are an agent's number. */
const isTime = (label: string, mark: string, text: string, roles: RoleTable) =>
  mark === ':' &&
  /\d$/.test(label) &&
  /^\d/.test(text) &&
  (/(?:^|[^\p{L}\d])\d{1,2}$/u.test(label) || !roles.lookup(label));

/**
 * The labels of one conversation that are speakers. The table's are, and names that recur: twice, or three
 * times where an agent and a customer are known already. Single letters (`A:` `B:`) are speakers only where
 * there is no label of more than a letter and there are two of them or they recur: else they are a list.
 * @param heads those of all its lines
 */
export function speakersAmong(heads: Iterable<Head | undefined>, roles: RoleTable): Set<string> {
  const tallies = new Map<string, number>();
  for (const head of heads) {
    if (head?.label === undefined) continue;
    const { label } = head;
    const count = tallies.get(label);
    if (count !== undefined || tallies.size < 10_000) tallies.set(label, (count ?? 0) + 1);
  }
  const isLetter = (label: string) => /^[a-z\uff21-\uff3a\uff41-\uff5a]$/i.test(label);
  const speakers = new Set<string>();
  const letters: string[] = [];
  const knownRoles = new Set<string>();
  for (const label of tallies.keys()) {
    if (isLetter(label)) {
      letters.push(label);
      continue;
    }
    const known = roles.lookup(label);
    if (!known) continue;
    speakers.add(label);
    knownRoles.add(known.role);
  }
  if (speakers.size === 0) {
    for (const label of letters) if (letters.length === 2 || tallies.get(label)! > 1) speakers.add(label);
  }
  const enough = knownRoles.has('agent') && knownRoles.has('customer') ? 3 : 2;
  for (const [label, count] of tallies) {
    if (count >= enough && !isLetter(label) && looksLikeName(label)) speakers.add(label);
  }
  return speakers;
}

const looksLikeName = kept((label) => {
  const word = label.normalize('NFKC').trim().toLowerCase();
  if (NO_NAMES.has(word) || label.length > 20 || label.split(/\s+/).length > 3) return false;
  if (/[、,，()（）[\]【】]/.test(label) && !/^[^()（）]+[(（][^()（）]+[)）]$/.test(label)) return false;
  return /^\d+$/.test(word) ? word.length >= 3 : /\p{L}/u.test(word);
});
