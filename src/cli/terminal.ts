import type { Io } from '../run/options.ts';

const WIDTH = 80;

/** The process's own streams. NO_COLOR and FORCE_COLOR are honoured; no colours where nobody looks. */
export function terminal(): Io {
  const { stdout, stderr, env } = process;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
  const refused = env.NO_COLOR !== undefined && env.NO_COLOR !== '';
  const color = !refused && (forced || (stdout.isTTY === true && env.TERM !== 'dumb'));
  return {
    stdout: {
      color,
      width: stdout.columns ?? WIDTH,
      write(text) {
        stdout.write(text);
      },
    },
    say(line) {
      stderr.write(`${line}\n`);
    },
  };
}
