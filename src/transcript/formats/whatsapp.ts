import type { Turn } from '../transcript.ts';
import type { Format, Line } from './format.ts';
import { Gathered } from './line-talk.ts';
import { applyStamps, type Stamp } from './stamp.ts';
import { type Row, transcriptOf } from './talk.ts';

/** Left-to-right marks and their like, which WhatsApp puts before lines, names and attachments. */
const MARKS = '[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]*';
const DATE = '(\\d{1,4})(?:[./-]\\s?|年)(\\d{1,2})(?:[./-]\\s?|月)(\\d{1,4})[日.]?';
const HALF = '[aApP]\\.?\\s?[mM]\\.?|上午|下午|凌晨|早上|中午|晚上|傍晚|清晨|午前|午後';
const TIME = `(${HALF})?\\s?(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?\\s?(${HALF})?`;
/** `[17/02/2026, 09:15:02] ` of iOS, `17/02/2026, 09:15 - ` of Android. */
const head = new RegExp(`^${MARKS}(?:\\[${DATE},?\\s+${TIME}\\]\\s|${DATE},?\\s+${TIME}\\s[-–]\\s)`);
const name = new RegExp(`^${MARKS}([^:\\n]{1,60}?): ?(?=[^/]|$)`);

/** What the app writes of itself, although there is a colon in it. */
const NOTICE =
  /created group|changed the (?:subject|group|description)|added |joined using|security code|end-to-end encrypt|创建了群|更改了|加入了|端到端加密|安全码/;
/** What stands for a picture, a recording or a message that is gone; said with these words in no language. */
const NO_WORDS = new RegExp(
  `^${MARKS}(?:<[^<>\\n]{3,60}>|(?:image|video|audio|sticker|GIF|document|Contact card) omitted|(?:图像|圖像|图片|视频|影片|音频|音訊|贴图|貼圖|文件)已(?:忽略|省略|略過)|` +
    `null|.{1,200} \\((?:file attached|文件附件|附件|檔案已附加)\\)|(?:This message was deleted|You deleted this message|此消息已删除|您删除了此消息|此訊息已刪除)\\.?)${MARKS}$`,
);
/** What follows the words of a message that was changed. */
const EDITED = /\s*\u200e?<(?:This message was edited|此消息已编辑|此訊息已編輯)>$/;

interface Message {
  numbers: readonly [number, number, number];
  clock: number;
  exact: boolean;
  /** Twelve hours: the writer's dates begin with the month, as in the United States. */
  half: boolean;
  name?: string;
  said: Gathered;
}

/**
 * The text that WhatsApp exports: a date, a time and a name before each message, in the layout of iOS or of
 * Android, 12 or 24 hours. Lines without these go on with the message. What the app says of itself is `system`;
 * what stands for a picture or a deleted message is a turn without words.
 */
export const whatsapp: Format = {
  name: 'whatsapp',
  about: { zh: 'WhatsApp 导出的聊天记录（.txt）', en: 'chats exported from WhatsApp (.txt)' },
  example: [
    '[17/02/2026, 09:15:02] Messages and calls are end-to-end encrypted.',
    '[17/02/2026, 09:15:02] 客服小王: 您好，请问有什么可以帮您？',
    '[17/02/2026, 09:15:40] 张女士: 我家停电了，',
    '什么时候能修好？',
    '\u200e[17/02/2026, 09:15:51] 张女士: \u200eimage omitted',
    '',
  ].join('\n'),
  extensions: ['txt'],

  recognise(sample) {
    const lines = sample.text.slice(0, 16_384).split(/\r\n?|\n/, 100);
    if (!head.test(lines.find((line) => line.trim() !== '') ?? '')) return 0;
    return lines.filter((line) => head.test(line)).length > 1 ? 0.9 : 0.7;
  },

  *read(source, options) {
    const messages: Message[] = [];
    const before = new Gathered();
    for (const line of source.lines('skip')) {
      const message = messageOf(line);
      if (message) messages.push(message);
      // Lines before the first message are no one's.
      else (messages.at(-1)?.said ?? before).add(line);
    }
    const rows: Row[] = before.text ? [{ ...before.row(), role: 'system' }] : [];
    const spoken = messages.filter(({ said }) => said.text !== '');
    for (const message of spoken) rows.push(rowOf(message));
    const transcript = transcriptOf(source, options, { rows, meta: { channel: 'whatsapp' } });
    if (!transcript) return;
    stamp(transcript.turns.slice(rows.length - spoken.length), spoken);
    yield transcript;
  },
};

function messageOf(line: Line): Message | undefined {
  // Only the beginning of a line is looked at, however long it is.
  const found = head.exec(line.text.slice(0, 100));
  if (!found) return undefined;
  const [first, second, third, early, hours, minutes, seconds, late] = found[1]
    ? found.slice(1, 9)
    : found.slice(9);
  const half = early ?? late;
  const message: Message = {
    numbers: [Number(first), Number(second), Number(third)],
    clock: hourOf(Number(hours), half) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0),
    exact: seconds !== undefined,
    half: half !== undefined,
    said: new Gathered(),
  };
  const rest = line.text.slice(found[0].length, found[0].length + 100);
  const named = NOTICE.test(rest.split(': ', 1)[0]!) ? null : name.exec(rest);
  if (named) message.name = named[1]!.trim();
  const skip = new RegExp(`^${MARKS}`).exec(line.text.slice(found[0].length + (named?.[0].length ?? 0)))![0]
    .length;
  message.said.add(line, found[0].length + (named?.[0].length ?? 0) + skip);
  return message;
}

function hourOf(hours: number, half: string | undefined): number {
  if (half === undefined) return hours;
  if (/^p|下午|晚上|傍晚|午後/i.test(half)) return hours < 12 ? hours + 12 : hours;
  if (half === '中午') return hours < 10 ? hours + 12 : hours;
  return hours === 12 ? 0 : hours;
}

function rowOf({ name: label, said }: Message): Row {
  if (label === undefined) return { ...said.row(), role: 'system' };
  const row: Row = { ...said.row(), label };
  const edited = EDITED.exec(row.text);
  if (NO_WORDS.test(row.text)) row.opaque = [[0, row.text.length]];
  else if (edited) row.opaque = [[edited.index, row.text.length]];
  return row;
}

function stamp(turns: readonly Turn[], messages: readonly Message[]): void {
  const order = orderOf(messages);
  const stamped = messages.map((message, index): [Turn, Stamp] => {
    const date = dateOf(message.numbers, order);
    const { clock, exact } = message;
    return [
      turns[index]!,
      { asOffset: clock, asClock: clock, surelyOffset: false, exact, ...(date && { date }) },
    ];
  });
  applyStamps(stamped);
}

type Order = 'dmy' | 'mdy';

/**
 * Day or month first: told by a number over twelve anywhere in the file, else by which of the two makes the
 * messages follow each other in time, else by the twelve hours of the United States.
 */
function orderOf(messages: readonly Message[]): Order {
  const short = messages.filter(({ numbers }) => numbers[0] < 32);
  if (short.some(({ numbers }) => numbers[0] > 12)) return 'dmy';
  if (short.some(({ numbers }) => numbers[1] > 12)) return 'mdy';
  const ascends = (order: Order) => {
    const dates = short.map(({ numbers }) => dateOf(numbers, order) ?? '');
    return dates.every((date, index) => index === 0 || date >= dates[index - 1]!);
  };
  const [day, month] = [ascends('dmy'), ascends('mdy')];
  if (day !== month) return day ? 'dmy' : 'mdy';
  return short.some(({ half }) => half) ? 'mdy' : 'dmy';
}

function dateOf([first, second, third]: Message['numbers'], order: Order): string | undefined {
  const [year, month, day] =
    first > 31 ? [first, second, third] : order === 'dmy' ? [third, second, first] : [third, first, second];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year < 100 ? 2000 + year : year}-${two(month)}-${two(day)}`;
}
