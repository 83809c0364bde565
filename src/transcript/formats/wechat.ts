import { type RoleTable, roleTable } from '../roles.ts';
import type { Turn } from '../transcript.ts';
import type { Format, Line } from './format.ts';
import { Gathered } from './line-talk.ts';
import { applyStamps, parseStamp, type Stamp } from './stamp.ts';
import { type Row, transcriptOf } from './talk.ts';

let shipped: RoleTable | undefined;

const WHEN =
  '\\d{4}(?:-|/|\\.|年)\\d{1,2}(?:-|/|\\.|月)\\d{1,2}日?\\s+(?:(?:上午|下午)\\s?)?\\d{1,2}:\\d{2}(?::\\d{2})?';
const NAME = '([^\\s:：,，。][^:：,，。]{0,39}?)';
/** Without a day and a time there is no head, and most texts have none. */
const DATED = /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s/;
/** `昵称 2026-02-17 09:15:02` of WeChat, `2026-02-17 09:15:02 昵称(12345)` of QQ; the words are on the next lines. */
const nameFirst = new RegExp(`^\\s*${NAME}\\s+[(（[]?(${WHEN})[)）\\]]?\\s*[:：]?\\s*$`);
const timeFirst = new RegExp(`^\\s*[(（[]?(${WHEN})[)）\\]]?\\s+${NAME}\\s*[:：]?\\s*$`);
/** `(wxid_abc)`, `(12345678)`, `<a@b.c>` behind a name. */
const account = /\s*(?:[(（]\s*(?:wxid_[\w-]+|gh_\w+|\d{5,12}|[\w.-]+@[\w.-]+)\s*[)）]|<[^<>]+>)$/;
/** `————— 2026-02-17 —————`, and the head of QQ's exports. */
const rule =
  /^\s*(?:[-—–=*_ ]{3,}\s*(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)?\s*[-—–=*_ ]*|消息(?:记录|分组|对象)\s*[:：（(].*|[=]{5,}.*)\s*$/;
const NO_WORDS =
  /^(?:\[(?:图片|动画表情|表情|语音|视频|文件|位置|链接|名片|小程序|转账|红包|聊天记录|语音通话|视频通话|拍一拍|圖片|語音|影片|Photo|Sticker|Voice|Video|File|Image|Link)[^[\]]{0,60}\]\s*)+$/;
const NOTICE =
  /^(?:"?.{1,40}"?\s?(?:撤回了一条消息|拍了拍.{0,40}|加入了?群聊.?|邀请.{1,80}加入了?群聊.?|退出了群聊|修改群名为.{1,60})|你已添加了.{1,60}现在可以开始聊天了。?|以上是打招呼的(?:内容|消息).?|对方已添加你.{0,20}|.{0,40}recalled a message)$/;
const NOBODY = new Set(['系统消息', '系统提示', '系統消息', '系统消息(10000)']);

interface Message {
  label: string;
  when: string;
  said: Gathered;
}

/**
 * Chats copied or exported from WeChat (and QQ) as text: a line with a name and a time, and the words below it.
 * What stands for a picture or a recording is a turn without words; notices of the app are `system`. Exports as
 * CSV are read by the reader of tables.
 */
export const wechat: Format = {
  name: 'wechat',
  about: {
    zh: '微信、QQ 导出的聊天文本（昵称与时间一行，内容在下）',
    en: 'chats exported from WeChat or QQ as text',
  },
  example: [
    '————— 2026-02-17 —————',
    '',
    '客服小王 2026-02-17 09:15:02',
    '您好，请问有什么可以帮您？',
    '',
    '春风 2026-02-17 09:15:40',
    '[图片]',
    '',
    '春风 2026-02-17 09:15:44',
    '这个怎么退？',
    '',
  ].join('\n'),
  extensions: ['txt'],

  recognise(sample) {
    const start = sample.text.slice(0, 16_384);
    if (!DATED.test(start)) return 0;
    const lines = start.split(/\r\n?|\n/, 200);
    const heads = lines.map(headOf).filter((head) => head !== undefined);
    const words = lines.filter((line) => line.trim() !== '').length;
    if (heads.length < 2 || heads.length * 12 < words) return 0;
    shipped ??= roleTable();
    const marked = lines.some(
      (line) => line.length < 200 && (rule.test(line) || NO_WORDS.test(line) || NOTICE.test(line)),
    );
    // Labels of role words alone are read as well by the reader of labelled text, which knows more shapes of them.
    return marked ? 0.75 : heads.some(({ label }) => !shipped!.lookup(label)) ? 0.7 : 0.55;
  },

  *read(source, options) {
    const messages: Message[] = [];
    const before = new Gathered();
    for (const line of source.lines('skip')) {
      const head = headOf(line.text);
      if (head) messages.push({ ...head, said: new Gathered() });
      else if (rule.test(line.text.slice(0, 200))) continue;
      else (messages.at(-1)?.said ?? before).add(line);
    }
    const spoken = messages.filter(({ said }) => said.text !== '');
    const rows = spoken.map(rowOf);
    if (before.text !== '') rows.unshift({ ...before.row(), role: 'system' });
    const transcript = transcriptOf(source, options, { rows, meta: { channel: 'wechat' } });
    if (!transcript) return;
    stamp(transcript.turns.slice(rows.length - spoken.length), spoken);
    yield transcript;
  },
};

function headOf(line: Line['text']): { label: string; when: string } | undefined {
  if (line.length > 150) return undefined;
  const named = nameFirst.exec(line);
  const timed = named ? null : timeFirst.exec(line);
  if (!named && !timed) return undefined;
  const [label, when] = named ? [named[1]!, named[2]!] : [timed![2]!, timed![1]!];
  return { label: label.replace(account, '').trim() || label.trim(), when };
}

function rowOf({ label, said }: Message): Row {
  const { text, origin } = said.row();
  if (NOBODY.has(label) || NOTICE.test(text)) return { text, origin, role: 'system' };
  return { text, origin, label, ...(NO_WORDS.test(text) && { opaque: [[0, text.length]] as const }) };
}

function stamp(turns: readonly Turn[], messages: readonly Message[]): void {
  const stamped: [Turn, Stamp][] = [];
  for (const [index, { when }] of messages.entries()) {
    const half = /上午|下午/.exec(when)?.[0];
    const found = parseStamp(when.replace(/\s*(?:上午|下午)\s?/, ' '));
    if (!found) continue;
    if (half === '下午' && found.asClock < 43_200) found.asClock += 43_200;
    stamped.push([turns[index]!, found]);
  }
  applyStamps(stamped);
}
