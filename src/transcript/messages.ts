import type { LocaleName } from '../locale/locale.ts';

/** Every message of this room by its key, for the locales to take in. */
export const transcriptMessages = {
  zh: {
    'read.binary': '不是文本文件（{what}），无法读取',
    'read.invalid-bytes': '第 {byte} 字节起不是有效的 {encoding} 编码；可用 --encoding 指定编码',
    'read.replaced': '有字节不是有效的 {encoding} 编码，已用替换符代替',
    'read.unknown-encoding': '不认识的编码“{encoding}”',
    'read.line-too-long': '本行超过 {megabytes} MB，已跳过',
    'read.too-large': '文件超过 {megabytes} MB，这种格式须整体读入，无法读取',
    'read.unreadable': '无法读取：{reason}',
    'read.unknown-format': '认不出是什么格式；可用 --input-format 指定（{formats}）',
    'read.no-such-format': '没有名为“{format}”的输入格式（可用：{formats}）',
    'read.empty': '文件里没有对话',
    'text.no-labels': '文中没有说话人标签，全文按一位客服的话来检查',
    'text.roles-unsaid': '看不出“{names}”谁是客服；请在 courtesy.yaml 的 roles 里写明，否则不检查',
    'json.syntax': 'JSON 有语法错误（{reason}），已跳过',
    'json.cut': 'JSON 有语法错误（{reason}），从这里起未读',
    'json.no-conversation': '这里不是对话，已跳过',
    'json.internal-notes': '{count} 条内部备注不是对客户说的话，未检查',
    'json.redacted': '{count} 条消息已被删除，未检查',
    'json.no-turns': '对话没有 turns 数组，已跳过',
    'json.not-object': '这里应是一个对话（JSON 对象），已跳过',
    'json.turn-without-text': '第 {turn} 轮没有文字（text），已跳过',
    'subtitle.no-header': '文件开头没有 WEBVTT，仍按 WebVTT 读取',
    'subtitle.bad-time': '看不懂时间“{time}”，只读了文字',
    'subtitle.no-time': '从这里起 {count} 行文字没有时间，已跳过',
    'tencent.no-time': '本行没有“[起,止]”时间，已跳过',
    'discover.missing': '没有这个文件或文件夹',
    'discover.no-match': '没有文件与此模式相符',
    'discover.ignored': '与此模式相符的 {count} 个文件都被 .gitignore 忽略',
    'discover.unreadable': '无法打开：{reason}',
    'discover.skipped': '{count} 个文件的扩展名不认识，未检查（{extensions}）',
    'discover.side-file': '不是对话文件，未检查',
  },
  en: {
    'read.binary': 'not a text file ({what}), cannot be read',
    'read.invalid-bytes': 'not valid {encoding} from byte {byte} on; name the encoding with --encoding',
    'read.replaced': 'some bytes are not valid {encoding} and were replaced',
    'read.unknown-encoding': 'unknown encoding "{encoding}"',
    'read.line-too-long': 'this line is longer than {megabytes} MB and was skipped',
    'read.too-large': 'larger than {megabytes} MB: this format has to be read whole and cannot be',
    'read.unreadable': 'cannot be read: {reason}',
    'read.unknown-format': 'format not recognised; name it with --input-format ({formats})',
    'read.no-such-format': 'there is no input format "{format}" (there are: {formats})',
    'read.empty': 'there is no conversation in this file',
    'text.no-labels': "no speaker labels: the whole text is judged as one agent's",
    'text.roles-unsaid':
      'nothing says who of "{names}" is the agent: not judged until `roles` in courtesy.yaml does',
    'json.syntax': 'JSON syntax error ({reason}), skipped',
    'json.cut': 'JSON syntax error ({reason}): nothing was read from here on',
    'json.no-conversation': 'no conversation, skipped',
    'json.internal-notes': 'internal notes, not said to the customer and not judged: {count}',
    'json.redacted': 'deleted messages, not judged: {count}',
    'json.no-turns': 'a conversation without a `turns` array, skipped',
    'json.not-object': 'a conversation (a JSON object) is expected here, skipped',
    'json.turn-without-text': 'turn {turn} has no text and was skipped',
    'subtitle.no-header': 'the file does not begin with WEBVTT; read as WebVTT all the same',
    'subtitle.bad-time': 'time "{time}" not understood: only the words were read',
    'subtitle.no-time': 'lines without a time were skipped, from here on: {count}',
    'tencent.no-time': 'a line without "[from,to]" times, skipped',
    'discover.missing': 'no such file or folder',
    'discover.no-match': 'no file matches this pattern',
    'discover.ignored': 'all {count} files that match this pattern are ignored by .gitignore',
    'discover.unreadable': 'cannot be opened: {reason}',
    'discover.skipped': '{count} files of unknown extensions were not checked ({extensions})',
    'discover.side-file': 'not a transcript, not checked',
  },
} as const satisfies Record<LocaleName, Record<string, string>>;

/** The message in words, with `{value}` filled in; the key itself where there is no text for it. */
export function wordsOf(
  locale: LocaleName,
  message: { key: string; values?: Record<string, string | number> },
): string {
  const table: Record<string, string> = transcriptMessages[locale];
  const text = table[message.key] ?? message.key;
  return text.replace(/\{(\w+)\}/g, (whole, slot: string) => String(message.values?.[slot] ?? whole));
}
