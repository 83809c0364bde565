/** The inputs of a run: files found, each with its configuration and its conversations. */
import type { Problem } from '../judge/verdict.ts';
import type { Locale } from '../locale/locale.ts';
import { discover, type Found } from '../transcript/discover.ts';
import type { Notice, ReadOptions, ReadReport } from '../transcript/formats/format.ts';
import { knownExtensions } from '../transcript/formats/index.ts';
import { wordsOf } from '../transcript/messages.ts';
import type { Divided } from '../transcript/parts.ts';
import { readTranscripts } from '../transcript/read.ts';
import { roleTable } from '../transcript/roles.ts';
import type { Part } from '../transcript/source.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { Config, Configs } from './config.ts';
import type { RunOptions } from './options.ts';

export interface Input {
  file: string;
  /** Named by the user, not found in a folder. */
  explicit: boolean;
  /** Known to have no file of suppressions beside it. */
  alone: boolean;
  config: Config;
  transcripts(): AsyncIterable<Transcript>;
  /** The same in parts that are read by themselves; undefined where that cannot be. */
  divided(): Promise<Divided | undefined>;
  /** @param format the name of the part's reader */
  part(format: string, part: Part): AsyncIterable<Transcript>;
}

/** Where what could not be read is told. */
export interface Ears {
  problem(problem: Problem): void;
  note(problem: Problem): void;
  /** So many bytes more were read. */
  read?(bytes: number): void;
  /** Of a part of a file no more can be read, and nothing of the parts behind it. */
  brokenOff?(): void;
}

/**
 * Inputs in the order in which they were named, files of a folder sorted.
 * @param finding is told what cannot be found, `ears` what cannot be read
 */
export async function* inputs(
  options: Pick<RunOptions, 'paths' | 'only' | 'inputFormat' | 'encoding' | 'locale'>,
  configs: Configs,
  ears: Ears,
  finding = ears,
): AsyncGenerator<Input> {
  const { only } = options;
  const report = inWords(options.locale, finding);
  // Where a few are wanted, what was left out for its kind is no news.
  const told = only ? { ...report, note: () => {} } : report;
  for await (const found of discover(options.paths, { report: told, extensions: knownExtensions() }))
    if (!only || only(found.file)) yield inputOf(found, options, configs, ears);
}

/** One file as an input. */
export async function inputOf(
  { file, explicit, alone = false }: Found,
  { inputFormat, encoding, locale }: Pick<RunOptions, 'inputFormat' | 'encoding' | 'locale'>,
  configs: Configs,
  ears: Ears,
): Promise<Input> {
  const config = await configs.ofFile(file);
  const request = {
    options: readingBy(config),
    report: inWords(locale, ears),
    inputFormat,
    encoding,
    explicit,
  };
  return {
    file,
    explicit,
    alone,
    config,
    transcripts: () => readTranscripts(file, request),
    async divided() {
      const { divided } = await import('../transcript/parts.ts');
      return divided(file, request);
    },
    async *part(format, part) {
      const { readPart } = await import('../transcript/parts.ts');
      yield* readPart(file, format, part, request);
    },
  };
}

const readings = new WeakMap<Config, ReadOptions>();

/** What a configuration says of reading: one for all its files, since a table of roles keeps what it was asked. */
function readingBy(config: Config): ReadOptions {
  let options = readings.get(config);
  if (!options) {
    options = { roles: roleTable(config.roles), columns: config.columns, templates: config.templates };
    readings.set(config, options);
  }
  return options;
}

function inWords(locale: Locale, ears: Ears): ReadReport {
  const words = (notice: Notice): Problem => ({ ...notice, message: wordsOf(locale.name, notice.message) });
  return {
    problem: (notice) => ears.problem(words(notice)),
    note: (notice) => ears.note(words(notice)),
    read: ears.read,
    brokenOff: ears.brokenOff,
  };
}
