import type { Origin, Transcript } from '../transcript.ts';
import type { Format, ReadOptions, Source } from './format.ts';
import { isObject, type Json, secondsOf, wordOf } from './json-documents.ts';
import { type JsonPlace, jsonFormat } from './json-format.ts';
import { type Row, transcriptOf } from './talk.ts';

/** `[0:1.020,0:2.380,0]  text`: minutes and seconds from, to, and the speaker where they were told apart. */
const LINE = /^\[(\d+):(\d+(?:\.\d+)?),(\d+):(\d+(?:\.\d+)?)(?:,(\w+))?\]\s*/;

const json = jsonFormat({
  name: 'tencent',
  about: {
    zh: '腾讯云录音文件识别（ResultDetail，或每行“[0:1.02,0:2.38,0]  文字”的 Result）',
    en: 'Tencent Cloud speech recognition (ResultDetail, or a Result of lines "[0:1.02,0:2.38,0]  text")',
  },
  example: `{"Response": {"Data": {"TaskId": 1, "StatusStr": "success", "ResultDetail": [
  {"FinalSentence": "您好，很高兴为您服务。", "StartMs": 20, "EndMs": 2380, "SpeakerId": 0},
  {"FinalSentence": "我家停电了。", "StartMs": 2900, "EndMs": 4100, "SpeakerId": 1}
]}}}
`,
  keys: [['ResultDetail'], ['FinalSentence'], ['TaskId', 'StatusStr', 'Result']],
  isConversation: (value) =>
    isObject(value) &&
    ((Array.isArray(value.ResultDetail) && value.ResultDetail.length > 0) ||
      (typeof value.Result === 'string' && LINE.test(value.Result))),
  read(conversation, place) {
    const detail = Array.isArray(conversation.ResultDetail) && conversation.ResultDetail.length > 0;
    return {
      rows: detail ? details(conversation, place) : lines(conversation, place),
      id: wordOf(conversation.TaskId),
    };
  },
});

/**
 * Tencent Cloud recognition of recordings: `ResultDetail` with `FinalSentence`, `StartMs` and `SpeakerId`; where it
 * is null the plain `Result`, also alone in a text file.
 * https://cloud.tencent.com/document/product/1093/37823
 */
export const tencent: Format = {
  ...json,
  recognise: (sample) => (LINE.test(sample.text.trimStart()) ? 0.95 : json.recognise(sample)),
  read(source, options) {
    return LINE.test(source.sample().text.trimStart()) ? plain(source, options) : json.read(source, options);
  },
};

function details(conversation: Json, place: JsonPlace): Row[] {
  const rows: Row[] = [];
  for (const [sentence, at] of place.objects(conversation.ResultDetail, 'ResultDetail')) {
    rows.push(
      ...place.row(sentence.FinalSentence, [...at, 'FinalSentence'], {
        label: wordOf(sentence.SpeakerId),
        start: secondsOf(sentence.StartMs),
        end: secondsOf(sentence.EndMs),
      }),
    );
  }
  return rows;
}

function lines(conversation: Json, place: JsonPlace): Row[] {
  const rows: Row[] = [];
  let from = 0;
  for (const line of (conversation.Result as string).split('\n')) {
    const start = from;
    rows.push(...rowOf(line, (column) => place.origin(['Result'], start + column)));
    from += line.length + 1;
  }
  return rows;
}

function* plain(source: Source, options: ReadOptions): Generator<Transcript> {
  const rows: Row[] = [];
  for (const { text, line } of source.lines('skip')) {
    const found = rowOf(text, (column) => ({ locate: (offset) => ({ line, column: column + offset + 1 }) }));
    if (found.length === 0 && text.trim() !== '')
      source.problem({ key: 'tencent.no-time' }, { line, column: 1 });
    rows.push(...found);
  }
  const transcript = transcriptOf(source, options, { rows });
  if (transcript) yield transcript;
}

/** @param origin that of the words, by where they begin in the line */
function rowOf(line: string, origin: (column: number) => Origin): Row[] {
  const head = LINE.exec(line);
  if (!head) return [];
  const [all, minute, second, lastMinute, lastSecond, label] = head;
  return [
    {
      text: line.slice(all.length).trimEnd(),
      origin: origin(all.length),
      label,
      start: Number(minute) * 60 + Number(second),
      end: Number(lastMinute) * 60 + Number(lastSecond),
    },
  ];
}
