/** Runs a command again and again while what it reads is being edited. */
import type { Locale } from '../locale/locale.ts';
import { untilChanged, type Watched } from '../run/watch.ts';
import { failure } from './failure.ts';

/** Up to the top, so that what is read next is where the last was. Nothing above the screen is lost. */
const CLEAR = '\u001b[2J\u001b[H';

/**
 * Ends with the process only: Ctrl-C does what it always does, also in the middle of a run.
 * @param watched asked before each run
 * @param work the command; what it cannot do is told, and waited for to be mended
 */
export async function watching(
  watched: () => Watched | Promise<Watched>,
  work: () => Promise<unknown>,
  { locale, debug = false }: { locale: Locale; debug?: boolean },
): Promise<never> {
  const { stdout, stderr } = process;
  for (;;) {
    await untilChanged(await watched(), async () => {
      if (stdout.isTTY) stdout.write(CLEAR);
      const began = performance.now();
      try {
        await work();
      } catch (error) {
        failure(error, locale, debug);
      }
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      const time = new Date().toTimeString().slice(0, 'hh:mm:ss'.length);
      stderr.write(`${locale.say('watch.waiting', { time, seconds })}\n`);
    });
  }
}
