import type { JsonPath } from '../json-places.ts';
import { isObject, type Json, listOf, numberOf, secondsOf, wordOf } from './json-documents.ts';
import { type JsonPlace, jsonFormat } from './json-format.ts';
import { joined, type Row } from './talk.ts';

/**
 * Speech that Amazon told apart by speaker, without roles: audio segments of Bedrock Data Automation
 * (`audio_segments` with `speaker.speaker_label`), a Transcribe job's `results` (`audio_segments`, or `items`
 * word by word), and the `SpeechSegments` of AWS Post-Call Analytics, where `SpeakerLabels` name the roles.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/bda-output-audio.html
 * https://docs.aws.amazon.com/transcribe/latest/dg/how-input.html
 * https://github.com/aws-samples/amazon-transcribe-post-call-analytics
 */
export const amazonSegments = jsonFormat({
  name: 'amazon-segments',
  about: {
    zh: 'Amazon Bedrock Data Automation、Amazon Transcribe、AWS Post-Call Analytics 的语音分段',
    en: 'speech segments of Amazon Bedrock Data Automation, Amazon Transcribe, AWS Post-Call Analytics',
  },
  example: `{
  "metadata": {"semantic_modality": "AUDIO", "dominant_asset_language": "EN"},
  "audio_segments": [
    {"start_timestamp_millis": 40, "end_timestamp_millis": 1900, "text": "Thank you for calling. How can I help you?",
     "speaker": {"speaker_label": "spk_1"}},
    {"start_timestamp_millis": 2400, "end_timestamp_millis": 4100, "text": "My power is out.",
     "speaker": {"speaker_label": "spk_0"}}
  ]
}
`,
  keys: [
    ['audio_segments'],
    ['semantic_modality', 'audio_items'],
    ['results', 'speaker_label', 'items'],
    ['SpeechSegments', 'ConversationAnalytics'],
    ['SpeechSegments', 'SegmentSpeaker'],
  ],
  isConversation: (value) =>
    isObject(value) &&
    (Array.isArray(value.audio_segments) || Array.isArray(value.SpeechSegments) || isObject(value.results)),
  read(conversation, place) {
    const { audio_segments: audio, SpeechSegments: speech, results, metadata } = conversation;
    if (Array.isArray(audio)) {
      const about = isObject(metadata) ? metadata : {};
      return { rows: segments(audio, ['audio_segments'], place), language: about.dominant_asset_language };
    }
    if (Array.isArray(speech)) return postCall(conversation, place);
    const { audio_segments: inResults, items } = results as Json;
    const rows = Array.isArray(inResults)
      ? segments(inResults, ['results', 'audio_segments'], place)
      : words(items, ['results', 'items'], place);
    const language = (results as Json).language_code ?? conversation.language_code;
    return { rows, id: wordOf(conversation.jobName), language };
  },
});

function segments(list: readonly unknown[], path: JsonPath, place: JsonPlace): Row[] {
  const rows: Row[] = [];
  for (const [segment, at] of place.objects(list, ...path)) {
    const key = 'text' in segment ? 'text' : 'transcript';
    const speaker = isObject(segment.speaker) ? segment.speaker.speaker_label : segment.speaker_label;
    const channel = isObject(segment.channel) ? segment.channel.channel_label : segment.channel_label;
    rows.push(
      ...place.row(segment[key], [...at, key], {
        label: wordOf(speaker) ?? wordOf(channel),
        start: secondsOf(segment.start_timestamp_millis) ?? numberOf(segment.start_time),
        end: secondsOf(segment.end_timestamp_millis) ?? numberOf(segment.end_time),
      }),
    );
  }
  return rows;
}

/** Words of one speaker as one row: a job of before 2024 has no segments. Punctuation stands at its word. */
function words(list: unknown, path: JsonPath, place: JsonPlace): Row[] {
  const rows: (Row & { parts: Row[] })[] = [];
  for (const [item, at] of place.objects(list, ...path)) {
    const [best] = listOf(item.alternatives);
    const [word] = place.row(
      isObject(best) ? best.content : undefined,
      [...at, 'alternatives', 0, 'content'],
      {
        label: wordOf(item.speaker_label) ?? wordOf(item.channel_label),
        start: numberOf(item.start_time),
        end: numberOf(item.end_time),
      },
    );
    if (!word) continue;
    const row = rows.at(-1);
    if (!row || (item.type !== 'punctuation' && row.label !== word.label)) {
      rows.push({ ...word, parts: [word] });
      continue;
    }
    const close = item.type === 'punctuation' || /\p{Script=Han}$/u.test(row.parts.at(-1)!.text);
    row.parts.push(close ? word : spaced(word));
    row.end = word.end ?? row.end;
  }
  return rows.map(({ parts, ...row }) => ({ ...row, ...joined(parts, '') }));
}

/** With the space that stands nowhere in the file; it is placed where the word begins. */
function spaced(word: Row): Row {
  return {
    ...word,
    text: ` ${word.text}`,
    origin: { locate: (offset) => word.origin.locate(Math.max(0, offset - 1)) },
  };
}

function postCall(conversation: Json, place: JsonPlace) {
  const analytics = isObject(conversation.ConversationAnalytics) ? conversation.ConversationAnalytics : {};
  const names = new Map<string, string>();
  for (const one of listOf(analytics.SpeakerLabels)) {
    const [speaker, name] = isObject(one) ? [wordOf(one.Speaker), wordOf(one.DisplayText)] : [];
    if (speaker !== undefined && name !== undefined) names.set(speaker, name);
  }
  const rows: Row[] = [];
  for (const [segment, at] of place.objects(conversation.SpeechSegments, 'SpeechSegments')) {
    const key = typeof segment.DisplayText === 'string' ? 'DisplayText' : 'OriginalText';
    const speaker = wordOf(segment.SegmentSpeaker);
    rows.push(
      ...place.row(segment[key], [...at, key], {
        label: names.get(speaker ?? '') ?? speaker,
        start: numberOf(segment.SegmentStartTime),
        end: numberOf(segment.SegmentEndTime),
      }),
    );
  }
  const agent = wordOf(analytics.Agent);
  return { rows, id: wordOf(analytics.GUID), agent, language: analytics.LanguageCode };
}
