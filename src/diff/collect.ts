/** `courtesy diff OLD NEW corpus/`: each conversation is read once, judged by both, and forgotten where nothing changes. */
import type { Problem } from '../judge/verdict.ts';
import type { Ruleset } from '../pack/compile.ts';
import { remember } from '../remember.ts';
import { safe } from '../report/safe.ts';
import { placeOf } from '../report/texts.ts';
import { inputs } from '../run/inputs.ts';
import { Judges } from '../run/judges.ts';
import type { Io, RunOptions } from '../run/options.ts';
import { silenced } from '../run/silenced.ts';
import { UsageError } from '../run/usage.ts';
import { type ChangedTranscript, Comparison } from './comparison.ts';
import { sideOf } from './sides.ts';
import { Tallies } from './tallies.ts';

export interface Difference {
  tallies: Tallies;
  changed: ChangedTranscript[];
}

/**
 * @param named the old and the new: packs by name or path, or configurations
 * @throws UsageError where nothing was read; PackError where a pack is broken
 */
export async function compareSides(
  named: readonly [string, string],
  options: Pick<RunOptions, 'paths' | 'config' | 'inputFormat' | 'encoding' | 'locale'>,
  io: Io,
): Promise<Difference> {
  const { paths, locale } = options;
  if (paths.length === 0) throw new UsageError('run.no-input');
  const [old, next] = named.map((name) => new Judges({ ...options, ...sideOf(name) }, () => {})) as [
    Judges,
    Judges,
  ];
  await Promise.all([old.prepare(paths), next.prepare(paths)]);
  const tell = (problem: Problem): void => io.say(safe(`${placeOf(problem)}: ${problem.message}`));
  const ears = { problem: tell, note: tell };
  const tallies = new Tallies();
  const changed: ChangedTranscript[] = [];
  const compared = new Map<Ruleset, Map<Ruleset, Comparison>>();
  for await (const input of inputs(options, next.configs, ears)) {
    const asBefore = { file: input.file, config: await old.configs.of(input.file) };
    for await (const transcript of silenced(input, ears, locale)) {
      const before = await old.forOne(asBefore, transcript);
      const after = await next.forOne(input, transcript);
      const verdicts = [await before.judge(transcript), await after.judge(transcript)] as const;
      tallies.add(...verdicts);
      const comparison = remember(
        remember(compared, before.ruleset, () => new Map<Ruleset, Comparison>()),
        after.ruleset,
        () => new Comparison(before.ruleset, after.ruleset, locale),
      );
      const one = await comparison.of(transcript, ...verdicts);
      if (one) changed.push(one);
    }
  }
  if (tallies.transcripts === 0) throw new UsageError('run.nothing-checked', { paths: paths.join(' ') });
  return { tallies, changed };
}
