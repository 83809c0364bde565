#!/usr/bin/env node
// Runs dist/courtesy.cjs through V8's code cache. CommonJS (see package.json beside it) starts sooner than ESM.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

/** The job could not be done. */
const FAILED = 2;

const dist = path.join(__dirname, '..', 'dist');
/** What a check comes to, and what it only seldom does. */
const MAIN = 'courtesy.cjs';
const MORE = './courtesy-more.cjs';

function cacheDirectory() {
  const { env, platform } = process;
  const home = env.HOME || env.USERPROFILE || require('node:os').homedir();
  if (platform === 'win32') {
    return path.join(env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'courtesy');
  }
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'courtesy');
  // The XDG specification says to ignore a relative path.
  const xdg = env.XDG_CACHE_HOME;
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : path.join(home, '.cache'), 'courtesy');
}

/** What a run's other threads are started with. */
const THREAD = '__thread';
/** In bytes: to judge so much takes half a second. */
const MUCH = 250_000;
/**
 * V8 copies code of what a function calls into it up to a size (920) that makes compiling, which each thread does by
 * itself, dearer than the calls that it saves.
 */
const COPY_LESS = '--max-inlined-bytecode-size-cumulative=300';

/** Whether a run is long enough for how V8 compiles to matter; loading what tells V8 so takes some milliseconds. */
function isLong(args) {
  return args[0] === THREAD || args.some(isMuch);
}

function isMuch(name) {
  try {
    const found = fs.statSync(name, { throwIfNoEntry: false });
    return found !== undefined && (found.isDirectory() || found.size >= MUCH);
  } catch {
    // Closed to us, or longer than any name: whoever reads it will say so.
    return false;
  }
}

/**
 * One for each command, since what a command does not come to is not in it, and for long runs, since V8 takes no code
 * that was compiled by other rules. A digest stands where the bundle begins.
 */
function cacheFile(source, word = '', long = false) {
  const isCommand = /^(?:--help|-h|[a-z]{3,12})$/.test(word) && (word === 'check' || !fs.existsSync(word));
  const command = isCommand ? word : 'check';
  const build = /[0-9a-f]{32}/.exec(source.slice(0, 200))[0];
  return path.join(
    cacheDirectory(),
    `code-${process.version}-${process.arch}-${build}-${command}${long ? '-long' : ''}`,
  );
}

function read(file) {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}

/** One level at a time: Node's recursive mkdir never returns where a parent refuses with ENOENT, as /proc does. */
function makeFolder(folder) {
  try {
    fs.mkdirSync(folder, { mode: 0o700 });
  } catch {}
}

/** In milliseconds. */
const LONG_UNUSED = 30 * 24 * 3600 * 1000;

/** What builds that were replaced long ago have kept. */
function forget(folder) {
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name);
    if (/^(?:code|ruleset)-/.test(name) && Date.now() - fs.statSync(file).mtimeMs > LONG_UNUSED)
      fs.unlinkSync(file);
  }
}

/** Keeps the compiled code for the next run. Never a reason to fail: the cache may be read-only, full or absent. */
function keep(script, file) {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    makeFolder(path.dirname(path.dirname(file)));
    makeFolder(path.dirname(file));
    fs.writeFileSync(temporary, script.createCachedData(), { flag: 'wx', mode: 0o600 });
    fs.renameSync(temporary, file);
    forget(path.dirname(file));
  } catch {
    try {
      fs.unlinkSync(temporary);
    } catch {}
  }
}

/** @returns the script, its exports and whether its code was in the cache */
function run(name, source, cache, load) {
  const file = path.join(dist, name);
  const cachedData = read(cache);
  const script = new vm.Script(source, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, load, module, file, dist);
  const isKept = cachedData !== undefined && !script.cachedDataRejected;
  return { script, cache, exports: module.exports, isKept };
}

/** The build leaves nothing but ASCII in it, and this way nothing is decoded. */
const sourceOf = (name) => fs.readFileSync(path.join(dist, name), 'latin1');

async function launch() {
  let source;
  try {
    source = sourceOf(MAIN);
  } catch {
    process.stderr.write('courtesy: dist/ is missing; run `npm install` in the courtesy folder\n');
    return FAILED;
  }
  const args = process.argv.slice(2);
  const long = isLong(args);
  // In other threads it holds already: it is told to all of them.
  if (long && args[0] !== THREAD) require('node:v8').setFlagsFromString(COPY_LESS);
  const cache = cacheFile(source, args[0], long);
  const scripts = [];
  const load = (name) => {
    if (name !== MORE) return require(name);
    const more = run(MORE, sourceOf(MORE), `${cache}-more.bin`, load);
    scripts.push(more);
    return more.exports;
  };
  const main = run(MAIN, source, `${cache}.bin`, load);
  scripts.push(main);
  const result = await main.exports.main(args);
  // After the run, so that the functions it used are in the cache too. A run that failed came to few of them, and the
  // program's own words, as the build's, come to others.
  if (result !== FAILED && !args[0]?.startsWith('__'))
    for (const { script, cache, isKept } of scripts) if (!isKept) keep(script, cache);
  return result;
}

let code;

/** The reader of a pipe went away (`| head`): nothing is left to flush. Unfinished work ends as under SIGPIPE. */
function endWithReader(error) {
  if (error.code === 'EPIPE') process.exit(code ?? 141);
  throw error;
}

// Opening the stream takes longer than judging a short text, so only who writes to it does.
const stdout = Object.getOwnPropertyDescriptor(process, 'stdout');
Object.defineProperty(process, 'stdout', {
  configurable: true,
  enumerable: true,
  get() {
    Object.defineProperty(process, 'stdout', stdout);
    return process.stdout.on('error', endWithReader);
  },
});

// A crash is "the job could not be done", which Node's own 1 would turn into "violations were found".
process.exitCode = FAILED;
process.on('uncaughtException', (error) => {
  fs.writeSync(2, `courtesy: ${error?.stack ?? error}\n`);
  process.exit(FAILED);
});
launch().then((result) => {
  code = result;
  process.exitCode = result;
});
