/** Commands run as whole processes, as a user runs them. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Order
 * @property {string} [output] file that standard output goes to; else it is dropped
 * @property {Record<string, string>} [env] added to this process's own
 * @property {string} [cwd]
 */

/**
 * @param {Order} [order]
 * @returns {number} seconds from start to exit
 * @throws {Error} where the command ends with more than 1, which is what linters say of what they found
 */
export function secondsOf([command, ...args], { output, env, cwd } = {}) {
  const stdout = output ? openSync(output, 'w') : 'ignore';
  const began = process.hrtime.bigint();
  const done = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', stdout, 'pipe'],
  });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  if (output) closeSync(stdout);
  if (done.error) throw done.error;
  if (done.status === null || done.status > 1)
    throw new Error(`${command} ${args.join(' ')}: exit ${done.status ?? done.signal}\n${done.stderr}`);
  return seconds;
}

/**
 * Time and memory of a Node program. Memory is counted by GNU time where there is one: Linux adds to a child's peak
 * what its parent held, and between this process and the child stands then only a small one.
 * @param {string[]} args what `node` is given
 * @param {Order} [order]
 * @returns {{seconds: number, user: number, peak: number}} peak: resident bytes at most
 */
export function usageOf(args, order = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'courtesy-usage-'));
  const file = join(folder, 'usage');
  try {
    if (hasGnuTime()) {
      const seconds = secondsOf(
        ['/usr/bin/time', '-o', file, '-f', '%U %M', process.execPath, ...args],
        order,
      );
      // Above the figures stands a line where the exit code was not 0.
      const [user, kibibytes] = readFileSync(file, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
      return { seconds, user, peak: kibibytes * 1024 };
    }
    const teller = fileURLToPath(new URL('tell-usage.cjs', import.meta.url));
    const env = { ...order.env, COURTESY_BENCH_USAGE: file };
    const seconds = secondsOf([process.execPath, '--require', teller, ...args], { ...order, env });
    const { userCPUTime, maxRSS } = JSON.parse(readFileSync(file, 'utf8'));
    return { seconds, user: userCPUTime / 1e6, peak: maxRSS * 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let gnuTime;
function hasGnuTime() {
  gnuTime ??= spawnSync('/usr/bin/time', ['--version']).status === 0;
  return gnuTime;
}

/** @returns whether a command is on this machine's PATH */
export const isInstalled = (command) => spawnSync(command, ['--version']).status === 0;

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs several things in turn, round by round, so that whatever else the machine does meets all of them.
 * @param {Record<string, () => number>} runs each returns its seconds
 * @param {{rounds: number, budget: number}} limits `budget`: seconds after which no new round begins
 * @returns {{times: Record<string, number>, ratio: (over: string, under: string) => number}} medians of each, and
 * the median of the ratios round by round
 */
export function alternate(runs, { rounds, budget }) {
  const names = Object.keys(runs);
  const rows = [];
  const began = process.hrtime.bigint();
  do {
    rows.push(Object.fromEntries(names.map((name) => [name, runs[name]()])));
  } while (rows.length < rounds && Number(process.hrtime.bigint() - began) / 1e9 < budget);
  const times = Object.fromEntries(names.map((name) => [name, median(rows.map((row) => row[name]))]));
  return { times, ratio: (over, under) => median(rows.map((row) => row[over] / row[under])) };
}
