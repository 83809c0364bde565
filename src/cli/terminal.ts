import type { Io } from '../run/options.ts';

const WIDTH = 80;

/**
 * The process's own streams. NO_COLOR and FORCE_COLOR are honoured; no colours where nobody looks.
 * @param quiet without notes
 */
export function terminal({ quiet = false } = {}): Io {
  const { stdout, stderr, env } = process;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
  const refused = env.NO_COLOR !== undefined && env.NO_COLOR !== '';
  const color = !refused && (forced || (stdout.isTTY === true && env.TERM !== 'dumb'));
  const say = (line: string): void => {
    stderr.write(`${line}\n`);
  };
  return {
    stdout: {
      color,
      width: stdout.columns || WIDTH,
      isTerminal: stdout.isTTY === true,
      write(text) {
        stdout.write(text);
      },
    },
    say,
    note: quiet ? () => {} : say,
  };
}
