import type { RunOptions } from '../run/options.ts';
import { run } from '../run/run.ts';
import { terminal } from './terminal.ts';

/**
 * A run on the process's own streams that shows how far it is where somebody looks.
 * @returns the exit code
 */
export async function shownRun(options: RunOptions, { quiet = false } = {}): Promise<number> {
  const io = terminal({ quiet });
  const { stderr, env } = process;
  if (quiet || !stderr.isTTY || env.TERM === 'dumb' || (env.CI && env.CI !== 'false'))
    return run(options, io);
  const { Progress } = await import('../run/progress.ts');
  const progress = new Progress(options);
  try {
    return await run(options, progress.around(io));
  } finally {
    progress.clear();
  }
}
