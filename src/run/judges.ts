/** Who judges an input: each configuration has its own ruleset. */
import type { Verdict } from '../judge/verdict.ts';
import type { Ruleset } from '../pack/compile.ts';
import { remember } from '../remember.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { type Config, Configs } from './config.ts';
import type { Input } from './inputs.ts';
import type { RunOptions } from './options.ts';
import { Overridden } from './overrides.ts';
import { judgeReady } from './prepare.ts';
import { loadRuleset } from './ruleset.ts';
import { UNTIMED } from './timing.ts';
import { UsageError } from './usage.ts';

/** A ruleset at work. */
export interface Ready {
  ruleset: Ruleset;
  judge(transcript: Transcript): Promise<Verdict>;
}

/** What of a run's options says how inputs are judged. */
type Judging = Pick<RunOptions, 'config' | 'packs' | 'locale'> &
  Partial<Pick<RunOptions, 'allChecks' | 'timing'>>;

export class Judges {
  readonly configs: Configs;
  private readonly options: Judging;
  private readonly rulesets = new Map<Config, Promise<Ruleset>>();
  private readonly judges = new Map<Config, Promise<Ready>>();
  private readonly overridden = new Overridden();
  private readonly learn: (ruleset: Ruleset) => void;

  /** @param learn is told of each ruleset when it is first needed */
  constructor(options: Judging, learn: (ruleset: Ruleset) => void) {
    this.options = options;
    this.learn = learn;
    this.configs = new Configs(options.config);
  }

  /**
   * Loads what the named paths will be judged by, so that a broken pack stops the run before it starts.
   * @throws UsageError where no rule is active
   */
  async prepare(paths: readonly string[]): Promise<void> {
    const configs = new Set(await Promise.all(paths.map((path) => this.configs.of(path))));
    const rulesets = await Promise.all([...configs].map((config) => this.ruleset(config)));
    if (rulesets.every((ruleset) => ruleset.rules.length === 0)) throw new UsageError('run.no-rule-active');
  }

  /** Who judges an input; each of its conversations by the overrides that are for it. */
  async for({ config, file }: Pick<Input, 'config' | 'file'>): Promise<Ready> {
    const ready = await this.ready(config);
    const configOf = this.overridden.for(config, file);
    if (!configOf) return ready;
    return {
      ruleset: ready.ruleset,
      judge: async (transcript) => (await this.ready(configOf(transcript))).judge(transcript),
    };
  }

  /** Who judges one conversation of an input, with the very ruleset that overrides leave for it. */
  async forOne({ config, file }: Pick<Input, 'config' | 'file'>, transcript: Transcript): Promise<Ready> {
    const configOf = this.overridden.for(config, file);
    return this.ready(configOf ? configOf(transcript) : config);
  }

  private ready(config: Config): Promise<Ready> {
    return remember(this.judges, config, async () => {
      const ruleset = await this.ruleset(config);
      const { locale, allChecks, timing = UNTIMED } = this.options;
      const judge = timing.judge(ruleset, locale, { listChecks: allChecks === true });
      return {
        ruleset,
        judge: (transcript: Transcript) => judgeReady(ruleset, transcript, () => judge.judge(transcript)),
      };
    });
  }

  private ruleset(config: Config): Promise<Ruleset> {
    return remember(this.rulesets, config, async () => {
      const ruleset = await loadRuleset(config, this.options.packs);
      this.learn(ruleset);
      return ruleset;
    });
  }
}
