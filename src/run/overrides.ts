/** `overrides:` of a configuration: other rules for some files, or for conversations with some metadata. */
import { holds, metaCondition, metadata } from '../judge/metadata.ts';
import { remember } from '../remember.ts';
import { isFor } from '../transcript/formats/selector.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { Config } from './config.ts';
import type { ConfigOverride } from './config-schema.ts';

/** Makes of a configuration what it is for a conversation: the same object for all with the same overrides. */
export class Overridden {
  private readonly made = new Map<Config, Map<string, Config>>();

  /** Undefined where all conversations of the file are judged alike, by `config` as it is. */
  for(config: Config, file: string): ((transcript: Transcript) => Config) | undefined {
    const here = config.overrides.filter((one) => isForFile(one, file));
    if (here.length === 0) return undefined;
    const known = remember(this.made, config, () => new Map<string, Config>());
    return (transcript) => {
      const meant = here.filter((one) => isForMeta(one, transcript));
      const key = meant.map((one) => config.overrides.indexOf(one)).join();
      return remember(known, key, () => changed(config, meant));
    };
  }
}

const isForFile = ({ files }: ConfigOverride, file: string): boolean =>
  files === undefined || [files].flat().some((glob) => isFor(file, glob));

const isForMeta = ({ meta = {} }: ConfigOverride, transcript: Transcript): boolean =>
  Object.entries(meta).every(([key, wanted]) => holds(metadata(transcript, key), metaCondition(wanted)));

function changed(config: Config, overrides: readonly ConfigOverride[]): Config {
  if (overrides.length === 0) return config;
  return { ...config, rules: [...config.rules, ...overrides.map(({ rules }) => rules)] };
}
