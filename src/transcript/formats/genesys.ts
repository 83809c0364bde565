import type { Role } from '../transcript.ts';
import { isObject, type Json, listOf, numberOf, secondsOf, wordOf } from './json-documents.ts';
import { type JsonPlace, jsonFormat } from './json-format.ts';
import type { Row } from './talk.ts';

/** Purposes of participants that are machines on the company's side. */
const MACHINES = new Set(['ivr', 'acd', 'bot', 'botflow', 'workflow', 'voicemail', 'dialer', 'campaign']);
const ROLES: Readonly<Record<string, Role>> = {
  external: 'customer',
  customer: 'customer',
  internal: 'agent',
  agent: 'agent',
  user: 'agent',
};

/**
 * Genesys Cloud speech and text analytics: `transcripts` of a conversation with `phrases`. A phrase's
 * `participantPurpose` is external (the customer) or internal (the agent, or the machine that had the call at the
 * time, by `participants`). Times are Unix milliseconds, counted here from the conversation's start.
 * https://developer.genesys.cloud/analyticsdatamanagement/speechtextanalytics/transcript-url
 */
export const genesys = jsonFormat({
  name: 'genesys',
  about: {
    zh: 'Genesys Cloud 语音文本分析的转写',
    en: 'Genesys Cloud speech and text analytics transcripts',
  },
  example: `{
  "conversationId": "c1", "mediaType": "call", "startTime": 1700000000000,
  "transcripts": [{"language": "en-us", "phrases": [
    {"text": "how can i help you", "startTimeMs": 1700000001200, "duration": {"milliseconds": 900}, "participantPurpose": "internal"},
    {"text": "my power is out", "startTimeMs": 1700000003000, "duration": {"milliseconds": 1100}, "participantPurpose": "external"}
  ]}]
}
`,
  keys: [
    ['phrases', 'participantPurpose'],
    ['transcripts', 'phrases'],
    ['transcripts', 'communicationId'],
  ],
  isConversation: (value) =>
    isObject(value) &&
    Array.isArray(value.transcripts) &&
    value.transcripts.some((one) => isObject(one) && Array.isArray(one.phrases)),
  read(conversation, place) {
    const began = numberOf(conversation.startTime) ?? firstMoment(conversation);
    const segments = listOf(conversation.participants).filter(isObject);
    const rows: Row[] = [];
    let language: unknown;
    for (const [part, path] of place.objects(conversation.transcripts, 'transcripts')) {
      language ??= part.language;
      rows.push(...phrases(part, [...path, 'phrases'], place, began, segments));
    }
    // Each side may be transcribed by itself.
    rows.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
    const media = wordOf(conversation.mediaType);
    return {
      rows,
      id: wordOf(conversation.conversationId),
      agent: wordOf(
        segments.find((one) => one.userId !== undefined && one.participantPurpose !== 'external')?.userId,
      ),
      language,
      meta: { channel: media === 'call' ? 'phone' : media },
    };
  },
});

function phrases(
  part: Json,
  path: (string | number)[],
  place: JsonPlace,
  began: number,
  segments: readonly Json[],
): Row[] {
  const rows: Row[] = [];
  for (const [phrase, at] of place.objects(part.phrases, ...path)) {
    const moment = numberOf(phrase.startTimeMs);
    const start = moment === undefined ? undefined : secondsOf(Math.max(0, moment - began));
    const length = secondsOf(isObject(phrase.duration) ? phrase.duration.milliseconds : phrase.durationMs);
    const purpose = wordOf(phrase.participantPurpose);
    // With punctuation and figures, where the engine wrote them.
    const key = wordOf(phrase.decoratedText) === undefined ? 'text' : 'decoratedText';
    rows.push(
      ...place.row(phrase[key], [...at, key], {
        role: purpose === 'internal' ? whoWas(moment, segments) : ROLES[purpose ?? ''],
        label: purpose,
        start,
        end: start === undefined || length === undefined ? undefined : start + length,
      }),
    );
  }
  return rows;
}

/** Whether the agent or only a machine was on the company's side at the time. */
function whoWas(moment: number | undefined, segments: readonly Json[]): Role {
  if (moment === undefined) return 'agent';
  const there = segments.filter((one) => {
    const [from, to] = [numberOf(one.startTimeMs) ?? 0, numberOf(one.endTimeMs) ?? Number.POSITIVE_INFINITY];
    return from <= moment && moment < to;
  });
  const inside = there.filter((one) => ROLES[purposeOf(one)] !== 'customer');
  const machines = inside.filter((one) => MACHINES.has(purposeOf(one)) || (one.flowId && !one.userId));
  return machines.length > 0 && machines.length === inside.length ? 'bot' : 'agent';
}

const purposeOf = (participant: Json) => wordOf(participant.participantPurpose)?.toLowerCase() ?? '';

function firstMoment(conversation: Json): number {
  const moments = listOf(conversation.transcripts)
    .flatMap((part) => (isObject(part) ? listOf(part.phrases) : []))
    .map((phrase) => (isObject(phrase) ? numberOf(phrase.startTimeMs) : undefined))
    .filter((moment) => moment !== undefined);
  const first = moments.reduce((least, moment) => Math.min(least, moment), Number.POSITIVE_INFINITY);
  // Small numbers are offsets already.
  return Number.isFinite(first) && first > 1e11 ? first : 0;
}
