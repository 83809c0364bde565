/** The inputs of a run: files found, each with its configuration and its conversations. */
import type { Problem } from '../judge/verdict.ts';
import { discover } from '../transcript/discover.ts';
import type { Notice } from '../transcript/formats/format.ts';
import { knownExtensions } from '../transcript/formats/index.ts';
import { wordsOf } from '../transcript/messages.ts';
import { readTranscripts } from '../transcript/read.ts';
import { roleTable } from '../transcript/roles.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { Config, Configs } from './config.ts';
import type { RunOptions } from './options.ts';

export interface Input {
  file: string;
  config: Config;
  transcripts(): AsyncIterable<Transcript>;
}

/** Where what could not be read is told. */
export interface Ears {
  problem(problem: Problem): void;
  note(problem: Problem): void;
  /** So many bytes more were read. */
  read?(bytes: number): void;
}

/** Inputs in the order in which they were named, files of a folder sorted. */
export async function* inputs(
  options: Pick<RunOptions, 'paths' | 'only' | 'inputFormat' | 'encoding' | 'locale'>,
  configs: Configs,
  ears: Ears,
): AsyncGenerator<Input> {
  const words = (notice: Notice): Problem => ({
    ...notice,
    message: wordsOf(options.locale.name, notice.message),
  });
  const report = {
    problem: (notice: Notice) => ears.problem(words(notice)),
    note: (notice: Notice) => ears.note(words(notice)),
    read: ears.read,
  };
  const { only } = options;
  // Where a few are wanted, what was left out for its kind is no news.
  const found = only ? { ...report, note: () => {} } : report;
  for await (const { file, explicit } of discover(options.paths, {
    report: found,
    extensions: knownExtensions(),
  })) {
    if (only && !only(file)) continue;
    const config = await configs.of(file);
    const reading = { roles: roleTable(config.roles), columns: config.columns, templates: config.templates };
    const { inputFormat, encoding } = options;
    yield {
      file,
      config,
      transcripts: () => readTranscripts(file, { options: reading, report, inputFormat, encoding, explicit }),
    };
  }
}
