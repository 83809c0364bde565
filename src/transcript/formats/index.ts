import { remember } from '../../remember.ts';
import { type Container, type Format, ReadError, type ReadOptions, type Sample } from './format.ts';

/** What is known of a reader before it is loaded: a run loads only those that its files may be for. */
interface Reader {
  name: string;
  extensions: readonly string[];
  /** Whether a sample may be its own, by what is cheap to ask: false is certain, true is for the reader to say. */
  mayRead(sample: Sample, options?: ReadOptions): boolean;
  load(): Promise<Format>;
}

const JSON_FILES = ['json', 'jsonl', 'ndjson'];
const YAML_FILES = ['yml', 'yaml'];
/** Of the keys of such files one is always there. */
const RASA_DOMAIN = 'responses templates intents entities slots actions forms session_config'.split(' ');
const RASA_STORIES = ['stories', 'rules', 'test_cases'];

/** Every reader. A new one is its file and a line here; on equal confidence the earlier one gets the file. */
const readers: readonly Reader[] = [
  {
    name: 'neutral',
    extensions: ['jsonl', 'ndjson', 'json'],
    mayRead: (sample) => isJson(sample) || sample.extension === 'jsonl' || sample.extension === 'ndjson',
    load: async () => (await import('./neutral.ts')).neutral,
  },
  {
    name: 'text',
    extensions: ['txt', 'text'],
    mayRead: (sample) => isLoose(sample) || sample.extension === 'text' || !opensWith(sample, '[{<'),
    load: async () => (await import('./text.ts')).text,
  },
  {
    name: 'vtt',
    extensions: ['vtt'],
    mayRead: ({ extension, text }) => extension === 'vtt' || text.startsWith('WEBVTT'),
    load: async () => (await import('./vtt.ts')).vtt,
  },
  {
    name: 'srt',
    extensions: ['srt'],
    mayRead: ({ extension, text }) => extension === 'srt' || text.includes('-->'),
    load: async () => (await import('./srt.ts')).srt,
  },
  {
    name: 'sbv',
    extensions: ['sbv'],
    mayRead: (sample) => sample.extension === 'sbv' || opensWith(sample, '0123456789'),
    load: async () => (await import('./sbv.ts')).sbv,
  },
  json(
    'aliyun',
    /"(?:dialogue(?:List)?|Dialogues?|Sentences)"/,
    async () => (await import('./aliyun.ts')).aliyun,
  ),
  json(
    'amazon-segments',
    /"(?:audio_(?:segment|item)s|results|SpeechSegments)"/,
    async () => (await import('./amazon-segments.ts')).amazonSegments,
  ),
  json(
    'amazon-transcribe',
    /"(?:Transcript|Participants)"/,
    async () => (await import('./amazon-transcribe.ts')).amazonTranscribe,
  ),
  json('genesys', /"(?:phrases|transcripts)"/, async () => (await import('./genesys.ts')).genesys),
  json(
    'google-insights',
    /"(?:transcript_?[sS]egments|conversation_?[cC]ontext|entries)"/,
    async () => (await import('./google-insights.ts')).googleInsights,
  ),
  json('intercom', /"conversation_parts"/, async () => (await import('./intercom.ts')).intercom),
  json('openai', /"(?:messages|tool_calls)"/, async () => (await import('./openai.ts')).openai),
  json('star', /"Events"/, async () => (await import('./star.ts')).star),
  json(
    'tencent',
    /"(?:ResultDetail|FinalSentence|StatusStr)"|^\s*\[\d/,
    async () => (await import('./tencent.ts')).tencent,
  ),
  json('zendesk', /"comments"/, async () => (await import('./zendesk.ts')).zendesk),
  {
    name: 'csv',
    extensions: ['csv', 'tsv', 'tab'],
    mayRead: (sample) =>
      ['csv', 'tsv', 'tab'].includes(sample.extension) ||
      (isLoose(sample) && !opensWith(sample, '[{<') && /^[^\r\n]*[,;\t|]/.test(sample.text)),
    load: async () => (await import('./csv.ts')).csv,
  },
  {
    name: 'xlsx',
    extensions: ['xlsx', 'xlsm'],
    mayRead: isZip,
    load: async () => (await import('./xlsx.ts')).xlsx,
  },
  {
    name: 'whatsapp',
    extensions: ['txt'],
    mayRead: isDated,
    load: async () => (await import('./whatsapp.ts')).whatsapp,
  },
  {
    name: 'wechat',
    extensions: ['txt'],
    mayRead: isDated,
    load: async () => (await import('./wechat.ts')).wechat,
  },
  {
    name: 'markdown',
    extensions: ['md', 'markdown'],
    mayRead: (sample) =>
      sample.extension === 'md' ||
      sample.extension === 'markdown' ||
      (isLoose(sample) && /^\s*(?:[#*_+>-]|\d+\.)/m.test(sample.text)),
    load: async () => (await import('./markdown.ts')).markdown,
  },
  {
    name: 'docx',
    extensions: ['docx', 'docm'],
    mayRead: isZip,
    load: async () => (await import('./docx.ts')).docx,
  },
  {
    name: 'rasa-domain',
    extensions: YAML_FILES,
    mayRead: (sample) => names(sample, RASA_DOMAIN),
    load: async () => (await import('./rasa-domain.ts')).rasaDomain,
  },
  {
    name: 'rasa-stories',
    extensions: YAML_FILES,
    mayRead: (sample) => names(sample, RASA_STORIES),
    load: async () => (await import('./rasa-stories.ts')).rasaStories,
  },
  {
    name: 'lg',
    extensions: ['lg'],
    mayRead: ({ extension, text }) =>
      extension === 'lg' || (text.includes('#') && /\$\{|\[[AHC]|!#/.test(text)),
    load: async () => (await import('./lg.ts')).lg,
  },
  {
    ...json(
      'dialogflow',
      /"(?:responses|triggerFulfillment|transitionRoutes|entryFulfillment|fulfillmentMessages|isTemplate|synonyms|isOverridable|automatedExpansion|defaultTimezone|enabledDomainFeatures|version)"/,
      async () => (await import('./dialogflow.ts')).dialogflow,
    ),
    extensions: ['json'],
  },
  {
    ...json('botpress', /"(?:formData|nodes|answers)"/, async () => (await import('./botpress.ts')).botpress),
    extensions: ['json'],
  },
  {
    name: 'i18n',
    extensions: ['po', 'pot'],
    mayRead: (_, options) => (options?.templates ?? []).length > 0,
    load: async () => (await import('./i18n.ts')).i18n,
  },
];

/** Files that hold other files. */
const containers = [
  {
    extensions: ['gz'],
    mayRead: ({ head }: Sample) => head[0] === 0x1f && head[1] === 0x8b,
    load: async (): Promise<Container> => (await import('./gzip.ts')).gzip,
  },
  {
    extensions: ['zip'],
    mayRead: isZip,
    load: async (): Promise<Container> => (await import('./zip.ts')).zip,
  },
];

/** A reader of JSON. @param sign of its keys, one that is in each of its files */
function json(name: string, sign: RegExp, load: Reader['load']): Reader {
  return {
    name,
    extensions: JSON_FILES,
    mayRead: (sample) => isJson(sample) && sign.test(sample.text),
    load,
  };
}

function isJson(sample: Sample): boolean {
  return opensWith(sample, '{[');
}

/** A file whose name tells nothing of what is in it. */
function isLoose({ extension }: Sample): boolean {
  return extension === 'txt' || extension === '';
}

function opensWith({ text }: Sample, characters: string): boolean {
  const first = /\S/.exec(text)?.[0];
  return first !== undefined && characters.includes(first);
}

/** Whether one of the words stands in it: told sooner than by a pattern, which has to be compiled. */
function names({ text }: Sample, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

function isDated({ text }: Sample): boolean {
  return /\d(?:[./-]\s?|年)\d{1,2}(?:[./-]\s?|月)\d/.test(text);
}

function isZip({ head }: Sample): boolean {
  return head[0] === 0x50 && head[1] === 0x4b;
}

/** Readers as they were loaded: most files of a run are for the same few. */
const loaded = new Map<Reader, Promise<Format>>();

const formatOf = (reader: Reader): Promise<Format> => remember(loaded, reader, () => reader.load());

/** All of them, in their order. */
export const allFormats = (): Promise<Format[]> => Promise.all(readers.map(formatOf));

/** The extensions that a folder is searched for: lower case, without the dot. */
export function knownExtensions(): Set<string> {
  return new Set([...readers, ...containers].flatMap(({ extensions }) => extensions));
}

/** What unpacks a sample's file; undefined for one that holds no others. */
export async function containerOf(sample: Sample): Promise<Container | undefined> {
  for (const container of containers) {
    if (!container.mayRead(sample)) continue;
    const found = await container.load();
    if (found.recognise(sample)) return found;
  }
  return undefined;
}

const known = () => readers.map(({ name }) => name).join(', ');

/**
 * The reader for a sample: the one that `forced` names, else the one that is surest of it.
 * Throws ReadError when there is no reader of that name or when none knows the sample.
 */
export async function chooseFormat(sample: Sample, forced?: string, options?: ReadOptions): Promise<Format> {
  if (forced !== undefined) {
    const named = readers.find(({ name }) => name === forced);
    if (named) return formatOf(named);
    throw new ReadError({ key: 'read.no-such-format', values: { format: forced, formats: known() } });
  }
  let best: Format | undefined;
  let confidence = 0;
  for (const reader of readers) {
    if (!reader.mayRead(sample, options)) continue;
    const format = await formatOf(reader);
    if (sample.binary && !format.binary) continue;
    const sure = format.recognise(sample, options);
    if (sure > confidence) [best, confidence] = [format, sure];
  }
  if (best) return best;
  // Such a file may hold replies among other words: only the configuration can tell which.
  const key = /^(?:json|ya?ml|pot?)$/.test(sample.extension)
    ? 'read.unknown-messages'
    : 'read.unknown-format';
  throw new ReadError({ key, values: { formats: known() } });
}
