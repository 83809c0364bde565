#!/usr/bin/env node
// Runs dist/courtesy.cjs through V8's code cache. CommonJS (see package.json beside it) starts sooner than ESM.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const bundle = path.join(__dirname, '..', 'dist', 'courtesy.cjs');

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

function cacheFile() {
  const { version } = require('../package.json');
  const { size, mtimeMs } = fs.statSync(bundle);
  const name = `code-${version}-${process.version}-${process.arch}-${size}-${Math.trunc(mtimeMs)}.bin`;
  return path.join(cacheDirectory(), name);
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

/** Code of versions that were replaced long ago. */
function forget(folder) {
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name);
    if (name.startsWith('code-') && Date.now() - fs.statSync(file).mtimeMs > LONG_UNUSED) fs.unlinkSync(file);
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

async function launch() {
  let source;
  try {
    // The build leaves nothing but ASCII in it, and this way nothing is decoded.
    source = fs.readFileSync(bundle, 'latin1');
  } catch {
    process.stderr.write('courtesy: dist/ is missing; run `npm install` in the courtesy folder\n');
    return 2;
  }
  const file = cacheFile();
  const cachedData = read(file);
  const wrapped = `(function(exports,require,module,__filename,__dirname){${source}\n})`;
  const script = new vm.Script(wrapped, { filename: bundle, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(
    module.exports,
    require('node:module').createRequire(bundle),
    module,
    bundle,
    path.dirname(bundle),
  );
  try {
    return await module.exports.main(process.argv.slice(2));
  } finally {
    // After the run, so that the functions it used are in the cache too.
    if (!cachedData || script.cachedDataRejected) keep(script, file);
  }
}

let code;

// The reader of a pipe went away (`| head`): nothing is left to flush. Unfinished work ends as under SIGPIPE.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(code ?? 141);
  throw error;
});

// A crash is "the job could not be done" (2), which Node's own 1 would turn into "violations were found".
process.exitCode = 2;
process.on('uncaughtException', (error) => {
  fs.writeSync(2, `courtesy: ${error?.stack ?? error}\n`);
  process.exit(2);
});
launch().then((result) => {
  code = result;
  process.exitCode = result;
});
