/** What tests of the command line share: it is run as a process, in a folder of their own. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/courtesy.js', import.meta.url));

/** Without colours, and not as on a runner of GitHub. */
const PLAIN = { NO_COLOR: '1', GITHUB_ACTIONS: '' };

/** @returns what the process wrote and its exit code */
export function courtesyIn(
  cwd: string,
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {},
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...PLAIN, ...env },
  });
}

/** With the folders on the way. */
export function writeIn(folder: string, name: string, content: string | Uint8Array): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
