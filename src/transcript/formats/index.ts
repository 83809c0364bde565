import { aliyun } from './aliyun.ts';
import { amazonSegments } from './amazon-segments.ts';
import { amazonTranscribe } from './amazon-transcribe.ts';
import { botpress } from './botpress.ts';
import { csv } from './csv.ts';
import { dialogflow } from './dialogflow.ts';
import { docx } from './docx.ts';
import { type Container, type Format, ReadError, type ReadOptions, type Sample } from './format.ts';
import { genesys } from './genesys.ts';
import { googleInsights } from './google-insights.ts';
import { gzip } from './gzip.ts';
import { i18n } from './i18n.ts';
import { intercom } from './intercom.ts';
import { lg } from './lg.ts';
import { markdown } from './markdown.ts';
import { neutral } from './neutral.ts';
import { openai } from './openai.ts';
import { rasaDomain } from './rasa-domain.ts';
import { rasaStories } from './rasa-stories.ts';
import { sbv } from './sbv.ts';
import { srt } from './srt.ts';
import { star } from './star.ts';
import { tencent } from './tencent.ts';
import { text } from './text.ts';
import { vtt } from './vtt.ts';
import { wechat } from './wechat.ts';
import { whatsapp } from './whatsapp.ts';
import { xlsx } from './xlsx.ts';
import { zendesk } from './zendesk.ts';
import { zip } from './zip.ts';

/** Every reader. A new one is its file and a line here; on equal confidence the earlier one gets the file. */
export const formats: readonly Format[] = [
  neutral,
  text,
  vtt,
  srt,
  sbv,
  aliyun,
  amazonSegments,
  amazonTranscribe,
  genesys,
  googleInsights,
  intercom,
  openai,
  star,
  tencent,
  zendesk,
  csv,
  xlsx,
  whatsapp,
  wechat,
  markdown,
  docx,
  rasaDomain,
  rasaStories,
  lg,
  dialogflow,
  botpress,
  i18n,
];

/** Files that hold other files. */
export const containers: readonly Container[] = [gzip, zip];

/** The extensions that a folder is searched for: lower case, without the dot. */
export function knownExtensions(): Set<string> {
  return new Set([...formats, ...containers].flatMap((format) => format.extensions));
}

const names = () => formats.map((format) => format.name).join(', ');

/**
 * The reader for a sample: the one that `forced` names, else the one that is surest of it.
 * Throws ReadError when there is no reader of that name or when none knows the sample.
 */
export function chooseFormat(sample: Sample, forced?: string, options?: ReadOptions): Format {
  if (forced !== undefined) {
    const named = formats.find((format) => format.name === forced);
    if (named) return named;
    throw new ReadError({ key: 'read.no-such-format', values: { format: forced, formats: names() } });
  }
  let best: Format | undefined;
  let confidence = 0;
  for (const format of formats) {
    if (sample.binary && !format.binary) continue;
    const sure = format.recognise(sample, options);
    if (sure > confidence) [best, confidence] = [format, sure];
  }
  if (best) return best;
  // Such a file may hold replies among other words: only the configuration can tell which.
  const key = /^(?:json|ya?ml|pot?)$/.test(sample.extension)
    ? 'read.unknown-messages'
    : 'read.unknown-format';
  throw new ReadError({ key, values: { formats: names() } });
}
