import type { Io, RunOptions } from '../run/options.ts';
import { run } from '../run/run.ts';
import { isWatched, terminal } from './terminal.ts';

/** What is shown of a run beside its reports. */
interface Shown {
  /** No notes and no progress. */
  quiet?: boolean;
  /** How long its parts took. */
  timing?: boolean;
}

/**
 * A run on the process's own streams.
 * @returns the exit code
 */
export async function shownRun(
  options: RunOptions,
  { quiet = false, timing = false }: Shown = {},
): Promise<number> {
  const io = terminal({ quiet });
  const go = quiet || !isWatched() ? run : runWithProgress;
  if (!timing) return go(options, io);
  const [{ Stopwatch }, { timingLines }] = await Promise.all([
    import('../run/stopwatch.ts'),
    import('../run/timing-lines.ts'),
  ]);
  const watch = new Stopwatch();
  const code = await go({ ...options, timing: watch }, io);
  for (const line of timingLines(watch, options.locale)) io.say(line);
  return code;
}

async function runWithProgress(options: RunOptions, io: Io): Promise<number> {
  const { Progress } = await import('../run/progress.ts');
  const progress = new Progress(options);
  try {
    return await run(options, progress.around(io));
  } finally {
    progress.clear();
  }
}
