/**
 * Where clauses start and end for `^` and `$`. In chats many end without punctuation: a picture, a sticker, laughter or
 * 亲 stands there, which is no more of what is said than a comma would be.
 */
import { isLowSurrogate, leadsHan, SPACE, unitSet } from '../text/units.ts';

export const SENTENCE_END = '。!?;\n…';
export const CLAUSE_MARKS = `${SENTENCE_END},:、—～~.()（）"“”「」『』`;
const STICKERS =
  '微笑 撇嘴 色 发呆 得意 流泪 害羞 闭嘴 睡 大哭 尴尬 发怒 调皮 呲牙 惊讶 难过 囧 冷汗 抓狂 吐 偷笑 愉快 白眼 傲慢 饥饿 困 惊恐 流汗 憨笑 悠闲 奋斗 咒骂 疑问 嘘 晕 疯了 衰 敲打 再见 擦汗 抠鼻 鼓掌 糗大了 坏笑 左哼哼 右哼哼 哈欠 鄙视 委屈 快哭了 阴险 亲亲 吓 可怜 笑脸 生病 脸红 破涕为笑 恐惧 失望 无语 嘿哈 捂脸 奸笑 机智 皱眉 耶 吃瓜 加油 汗 天啊 社会社会 旺柴 好的 打脸 哇 翻白眼 666 让我看看 叹气 苦涩 裂开 爱心 心碎 拥抱 强 弱 握手 胜利 抱拳 勾引 拳头 ok 合十 玫瑰 凋谢 咖啡 礼物 庆祝 笑哭 允悲 二哈 哭 怒 心 爱你 赞 思考 偷乐 嘻嘻 哈哈 酷 泪 话筒 蜡烛 表情 图片 动画表情';
/** Laughter that stands by itself. */
const LAUGHTER = '[哈呵嘿嘻]+|(?<![a-z])(?:h+|(?:ha)+h?|(?:he){2,}|l+o+l+|lmf?ao|rofl)(?![a-z])';
/** How shops address their customers in chats, before or after anything: 不知道哦亲. */
const DEAR = '亲亲?';
/** What stands around what is said and says nothing, as the source of a pattern. */
export const ASIDES = `(?:${LAUGHTER}|${DEAR}|[\\[(](?:笑|${STICKERS.replaceAll(' ', '|')})[\\])])`;
/** What softens the end of a clause. Not 呢, with which a question is kinder. */
const PARTICLES = '啊呀哦噢喔啦嘞哈哟呗咯嘛';
/** What asides begin and end with. */
const FIRSTS = `哈呵嘿嘻hlr[亲${PARTICLES}`;
const LASTS = '哈呵嘿嘻haelo]亲';
/** How far back they are looked for. */
const REACH = 24;
/** No folded text has it. */
const NONE = 0;

/** Marks between clauses, and the units of emoji; the second halves of rare Han are among them. */
const isMark = withEmoji(CLAUSE_MARKS);
const mayBeAside = unitSet(FIRSTS + LASTS);
/** Units that an edge may stand beside. */
export const mayBeEdge = withEmoji(CLAUSE_MARKS + FIRSTS + LASTS);

let ahead: RegExp | null = null;
let behind: RegExp | null = null;

/** A set of these and of the units of emoji. */
export function withEmoji(characters: string): Uint8Array {
  return unitSet(characters).fill(1, 0x2600, 0x27c0).fill(1, 0xd83c, 0xd83f).fill(1, 0xdc00, 0xe000);
}

/** Whether the unit at an offset is the second half of a rare Han. */
export function endsHan(text: string, at: number): boolean {
  return isLowSurrogate(text.charCodeAt(at)) && at > 0 && leadsHan(text.charCodeAt(at - 1));
}

/** Whether a clause of the folded text starts, or ends, at an offset. */
export function atEdge(text: string, at: number, side: 'start' | 'end'): boolean {
  const place = side === 'start' ? backOverBlanks(text, at) - 1 : overBlanks(text, at);
  if (isMarkAt(text, place)) return true;
  if (mayBeAside[text.charCodeAt(place)] === 0) return false;
  return side === 'start' ? isAsideBefore(text, place + 1) : isAsideAfter(text, place);
}

function isAsideAfter(text: string, at: number): boolean {
  ahead ??= new RegExp(`(?:[${PARTICLES}]{0,2}${ASIDES} ?)*[${PARTICLES}]{0,2}`, 'y');
  ahead.lastIndex = at;
  return ahead.test(text) && isMarkAt(text, ahead.lastIndex);
}

function isAsideBefore(text: string, at: number): boolean {
  behind ??= new RegExp(`(?:${ASIDES} ?)+$`);
  const from = Math.max(0, at - REACH);
  const start = text.slice(from, at).search(behind);
  return start >= 0 && isMarkAt(text, backOverBlanks(text, from + start) - 1);
}

/** Whether a mark stands at an offset, or the text is over there. */
function isMarkAt(text: string, at: number): boolean {
  const unit = at >= 0 && at < text.length ? text.charCodeAt(at) : NONE;
  return unit === NONE || (isMark[unit] === 1 && !endsHan(text, at));
}

function overBlanks(text: string, at: number): number {
  let place = at;
  while (place < text.length && text.charCodeAt(place) === SPACE) place++;
  return place;
}

function backOverBlanks(text: string, at: number): number {
  let place = at;
  while (place > 0 && text.charCodeAt(place - 1) === SPACE) place--;
  return place;
}
