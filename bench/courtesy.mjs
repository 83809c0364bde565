/** The program that is measured, with a cache folder of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { secondsOf } from './processes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const SHORT = '客服：您好，请问有什么可以帮您？\n客户：宽带断了\n客服：不知道\n客户：好吧\n';

export class Courtesy {
  /** @param folder a temporary one */
  constructor(folder) {
    this.command = join(root, 'bin', 'courtesy.js');
    this.cache = join(folder, 'cache');
    const env = { XDG_CACHE_HOME: this.cache, LOCALAPPDATA: this.cache, NO_COLOR: '1' };
    if (process.platform === 'darwin') env.HOME = folder;
    /** How its processes are run. */
    this.order = { env, output: join(folder, 'report') };
    this.help = execFileSync(process.execPath, [this.command, 'check', '--help'], {
      encoding: 'utf8',
      // The launcher keeps the code that its first run used, and that should be a check.
      env: {
        ...process.env,
        ...env,
        XDG_CACHE_HOME: folder,
        LOCALAPPDATA: folder,
        HOME: join(folder, 'help'),
      },
    });
    /** A conversation of four turns. */
    this.short = join(folder, 'one.txt');
    writeFileSync(this.short, SHORT);
    this.timed(this.check(this.short, { threads: 'any' }))();
    this.shipped = readdirSync(join(root, 'rules'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => file.replaceAll('\\', '/').replace(/\.yaml$/, ''))
      .sort();
  }

  /** Whether `check` takes --concurrency, so that builds without it can be measured too. */
  get hasThreads() {
    return this.help.includes('--concurrency ');
  }

  /**
   * @param {string} path what is checked
   * @param {{packs?: string[], threads?: number | 'any'}} how the default packs and one thread; any: the program chooses
   * @returns {string[]} what `node` is given
   */
  check(path, { packs = [], threads = 1 } = {}) {
    const chosen = packs.flatMap((pack) => ['--pack', pack]);
    const limited = threads !== 'any' && this.hasThreads ? ['--concurrency', String(threads)] : [];
    return [this.command, 'check', path, '--format', 'jsonl', ...chosen, ...limited];
  }

  /** @returns a run of `node` with these arguments, its output going to a file; the run returns its seconds */
  timed(args) {
    return () => secondsOf([process.execPath, ...args], this.order);
  }

  /** @returns what a run of `node` with these arguments writes to standard error */
  told(args) {
    const { env } = this.order;
    const done = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return done.stderr;
  }

  /** Compiled rulesets go, so that the next run is a pack's first; the bundle's compiled code stays. */
  forgetRulesets() {
    if (!existsSync(this.cache)) return;
    for (const file of readdirSync(this.cache, { recursive: true, encoding: 'utf8' }))
      if (/ruleset-[^/\\]*$/.test(file)) rmSync(join(this.cache, file));
  }
}
