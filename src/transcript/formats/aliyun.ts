import type { Role } from '../transcript.ts';
import { isObject, type Json, listOf, momentOf, numberOf, secondsOf, wordOf } from './json-documents.ts';
import { type JsonPlace, jsonFormat } from './json-format.ts';
import type { Row } from './talk.ts';

/**
 * Alibaba Cloud 智能对话分析: `tickets` with a `dialogue` (as texts are uploaded), `Dialogues.Dialogue` (as results
 * are fetched), both with the role in words; and recognised speech, `Sentences` with `ChannelId` (or `SpeakerId`),
 * where `serviceChannel` and `clientChannel` tell who is on which channel if the file has them.
 * Times are milliseconds from the beginning.
 * https://help.aliyun.com/zh/sca/developer-reference/api-qualitycheck-2019-01-15-uploaddata
 * https://help.aliyun.com/zh/isi/developer-reference/api-reference-2
 */
export const aliyun = jsonFormat({
  name: 'aliyun',
  about: {
    zh: '阿里云智能对话分析（tickets/dialogue）与录音文件识别（Sentences）',
    en: 'Alibaba Cloud conversation analysis (tickets/dialogue) and speech recognition (Sentences)',
  },
  example: `{"tickets": [{"tid": "t1", "dialogue": [
  {"role": "客服", "identity": "1023", "words": "您好，很高兴为您服务。", "begin": 0, "end": 2090, "beginTime": "2026-02-17 09:00:00"},
  {"role": "客户", "identity": "u1", "words": "我家停电了。", "begin": 2600, "end": 4100, "beginTime": "2026-02-17 09:00:02"}
]}]}
`,
  keys: [
    ['dialogue', 'words'],
    ['Dialogues?', 'Words'],
    ['dialogueList', 'words'],
    ['Sentences', 'ChannelId'],
    ['Sentences', 'BeginTime'],
  ],
  isConversation: (value) => isObject(value) && listIn(value) !== undefined,
  read(conversation, place) {
    const { list, path } = listIn(conversation)!;
    const rows =
      path.at(-1) === 'Sentences' ? sentences(list, path, conversation, place) : dialogue(list, path, place);
    const agent = isObject(conversation.Agent) ? conversation.Agent : {};
    return {
      rows,
      id: wordOf(conversation.tid) ?? wordOf(conversation.Tid) ?? wordOf(conversation.TaskId),
      agent: wordOf(conversation.customerServiceId) ?? wordOf(agent.Id),
      meta: {
        ...(isObject(conversation.context) && conversation.context),
        queue: conversation.skillGroupName,
      },
    };
  },
});

function dialogue(list: readonly unknown[], path: readonly string[], place: JsonPlace): Row[] {
  const rows: Row[] = [];
  for (const [said, at] of place.objects(list, ...path)) {
    // The API writes its answers with capitals and takes its questions without.
    const upper = 'Words' in said || 'Role' in said;
    const field = (key: string) => said[upper ? key[0]!.toUpperCase() + key.slice(1) : key];
    const role = wordOf(field('role'));
    const identity = wordOf(field('identity'));
    rows.push(
      ...place.row(field('words'), [...at, upper ? 'Words' : 'words'], {
        label: role ?? identity,
        speaker: identity === role ? undefined : identity,
        start: secondsOf(field('begin')),
        end: secondsOf(field('end')),
        time: momentOf(field('beginTime')),
      }),
    );
  }
  return rows;
}

function sentences(
  list: readonly unknown[],
  path: readonly string[],
  conversation: Json,
  place: JsonPlace,
): Row[] {
  const channels = new Map<number | undefined, Role>();
  for (const [key, role] of [
    ['serviceChannel', 'agent'],
    ['clientChannel', 'customer'],
  ] as const) {
    const channel = numberOf(conversation[key]);
    if (channel !== undefined) channels.set(channel, role);
  }
  const rows: Row[] = [];
  for (const [sentence, at] of place.objects(list, ...path)) {
    const channel = numberOf(sentence.ChannelId);
    rows.push(
      ...place.row(sentence.Text, [...at, 'Text'], {
        role: channels.get(channel),
        label: wordOf(sentence.SpeakerId) ?? wordOf(sentence.ChannelId),
        start: secondsOf(sentence.BeginTime),
        end: secondsOf(sentence.EndTime),
      }),
    );
  }
  // The channels come one after the other.
  return rows.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

function listIn(conversation: Json): { list: readonly unknown[]; path: string[] } | undefined {
  for (const path of [
    ['dialogue'],
    ['dialogueList'],
    ['Dialogues', 'Dialogue'],
    ['Result', 'Sentences'],
    ['Sentences'],
  ]) {
    let value: unknown = conversation;
    for (const key of path) value = isObject(value) ? value[key] : undefined;
    const [first] = listOf(value);
    if (isObject(first) && ['words', 'Words', 'Text'].some((key) => key in first)) {
      return { list: listOf(value), path };
    }
  }
  return undefined;
}
