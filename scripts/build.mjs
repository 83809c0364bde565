// Builds dist/: the command line as two CommonJS files, the API as one ES module with its declarations,
// the compiled rule packs, and the licences of everything that the bundles carry.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, transform } from 'esbuild';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** commander starts subcommands that are programs of their own, which there are none of: Node's half of it stays out. */
const withoutIdleParts = {
  name: 'without-idle-parts',
  setup({ onResolve, onLoad }) {
    // Whether there are colours is settled before chalk is asked, which would look around for itself.
    onResolve({ filter: /^#supports-color$/ }, ({ path }) => ({ path, namespace: 'colours' }));
    onLoad({ filter: /.*/, namespace: 'colours' }, () => ({
      contents: 'export default {stdout:false,stderr:false}',
    }));
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'nothing' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {}' }));
  },
};

/** A regular expression is the one place where esbuild leaves characters beyond ASCII. */
const inAscii = (contents) =>
  Buffer.from(
    Buffer.from(contents)
      .toString('utf8')
      .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    'latin1',
  );

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'external',
  // Some packages' CommonJS form loads its parts in a way that no bundler can follow.
  mainFields: ['module', 'main'],
  metafile: true,
  write: false,
  logLevel: 'error',
};

/** Scripts that reports carry. */
const inBrowser = {
  ...common,
  outdir: 'dist/report',
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
};

const bundles = [
  {
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    chunkNames: '[hash]',
    define: {
      __VERSION__: JSON.stringify(version),
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
      // createRequire, which is all that asks for it, takes a path as well.
      'import.meta.url': '__filename',
    },
    plugins: [withoutIdleParts],
  },
  {
    ...inBrowser,
    entryPoints: { page: 'src/report/html/client/main.ts' },
    // The page carries the chart library into every report, and so its licence.
    banner: { js: `/*! uPlot\n${readFileSync(join(root, 'node_modules/uplot/LICENSE'), 'utf8').trim()}\n*/` },
  },
  {
    ...inBrowser,
    entryPoints: { grades: 'src/report/html/client/grades.ts' },
  },
  {
    ...common,
    entryPoints: {
      page: 'src/report/html/client/page.css',
      grades: 'src/report/html/client/grades.css',
    },
    outdir: 'dist/report',
    platform: 'browser',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    minify: true,
    legalComments: 'none',
  },
  {
    ...common,
    entryPoints: ['src/api.ts'],
    outfile: 'dist/api.js',
    format: 'esm',
    define: { __VERSION__: JSON.stringify(version) },
    banner: {
      js: "import{createRequire as __create_require}from'node:module';const require=__create_require(import.meta.url);",
    },
  },
];

/** What a check of a text or of JSON Lines comes to, beside what these import at once. */
const USUAL = [
  'src/cli/main.ts',
  'src/cli/check.ts',
  'src/locale/zh.ts',
  'src/locale/en.ts',
  'src/report/stylish.ts',
  'src/report/jsonl.ts',
  'src/transcript/formats/text.ts',
  'src/transcript/formats/neutral.ts',
  'src/transcript/formats/csv.ts',
  'src/transcript/formats/markdown.ts',
];

/** @returns the names of the parts that a usual check comes to */
function usualParts({ outputs }) {
  const usual = new Set();
  const add = (path) => {
    if (usual.has(path)) return;
    usual.add(path);
    for (const { path: next, kind } of outputs[path].imports)
      if (kind === 'import-statement' && outputs[next]) add(next);
  };
  for (const [path, { entryPoint }] of Object.entries(outputs))
    if (USUAL.some((entry) => entryPoint?.endsWith(entry))) add(path);
  return new Set([...usual].map((path) => basename(path)));
}

/**
 * The parts of the command line in two files, as CommonJS, each part in a function of its own: V8 looks into none of them
 * before it is called, and its code cache holds nothing of those that a run does not come to. The first file has what
 * a usual check comes to, so that it reads no more than that; it begins with a digest of both.
 */
async function inTwoFiles(parts, usual) {
  const functions = async (some) =>
    (
      await Promise.all(
        some.map(async ({ path, text }) => {
          // A vm.Script has no import() of its own: it becomes a lazy require.
          const { code } = await transform(text, {
            ...{ format: 'cjs', platform: 'node', target: common.target },
            ...{ minifySyntax: true, minifyWhitespace: true, supported: { 'dynamic-import': false } },
          });
          return `${JSON.stringify(`./${basename(path)}`)}(exports,require,module){${code}\n}`;
        }),
      )
    ).join(',\n');
  const isUsual = ({ path }) => usual.has(basename(path));
  // As functions already: whoever makes a script of a file need not copy it.
  const head = '(function(exports,require,module,__filename,__dirname){"use strict";';
  const more = inAscii(`${head}
module.exports = {${await functions(parts.filter((part) => !isUsual(part)))}};
})`);
  const main = inAscii(`const parts = {${await functions(parts.filter(isUsual))}};
const loaded = new Map();
function load(name) {
  if (!name.startsWith('./')) return require(name);
  let part = loaded.get(name);
  if (!part) {
    if (!Object.hasOwn(parts, name)) Object.assign(parts, require('./courtesy-more.cjs'));
    part = { exports: {} };
    loaded.set(name, part);
    parts[name](part.exports, load, part);
    part.exports = settled(part.exports);
  }
  return part.exports;
}
/* A part exports getters: in a loop of another part a constant behind two of them costs more than what it is for. */
function settled(exports) {
  if (!exports.__esModule) return exports;
  const values = Object.defineProperty({}, '__esModule', { value: true });
  for (const key of Object.keys(exports)) values[key] = exports[key];
  return values;
}
module.exports = load('./main.js');
})`);
  const digest = createHash('sha256').update(main).update(more).digest('hex').slice(0, 32);
  return [
    { path: join(root, 'dist/courtesy-more.cjs'), contents: more },
    {
      path: join(root, 'dist/courtesy.cjs'),
      contents: Buffer.concat([Buffer.from(`${head}/*${digest}*/`), main]),
    },
  ];
}

/** Bundles both entries. A file that came out the same is not touched, so code caches keyed by its date hold. */
export async function bundle() {
  const missing = bundles
    .flatMap((options) => Object.values(options.entryPoints))
    .filter((f) => !existsSync(join(root, f)));
  if (missing.length > 0) throw new Error(`nothing to bundle: ${missing.join(' and ')} not found`);
  const results = await Promise.all(bundles.map((options) => build(options)));
  const [commandLine, ...others] = results.map(({ outputFiles }) => outputFiles);
  const code = commandLine.filter(({ path }) => path.endsWith('.js'));
  const legal = commandLine.filter(({ path, text }) => !path.endsWith('.js') && text !== '');
  writeWhole(
    join(root, 'dist/courtesy.cjs.LEGAL.txt'),
    Buffer.from(legal.map(({ text }) => text).join('\n')),
  );
  const files = await inTwoFiles(code, usualParts(results[0].metafile));
  for (const { path, contents } of [...files, ...others.flat()]) {
    writeWhole(path, contents);
  }
  // What the build before kept is not for this one, which is about to run.
  for (const name of ['folds.units', 'sounds.units', 'regex-needs.json'])
    rmSync(join(root, 'dist', name), { force: true });
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeWhole(join(root, 'dist/LICENSES.txt'), Buffer.from(licencesOf(inputs)));
}

/** Compiles the shipped rule packs to dist/packs.json, in one process. */
export async function compilePacks() {
  if (!existsSync(join(root, 'rules/zh/core.yaml'))) return;
  await run(process.execPath, [join(root, 'bin/courtesy.js'), '__compile-packs'], { cwd: root });
}

async function declarations() {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  await run(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root });
}

function writeWhole(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, contents);
  renameSync(temporary, path);
}

/** The licence of every package that has a file in a bundle. */
function licencesOf(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(
      relative(root, resolve(root, input)).replaceAll('\\', '/'),
    );
    if (folder) folders.add(folder[0]);
  }
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const names = [
        'LICENSE',
        'LICENSE.md',
        'LICENSE.txt',
        'LICENCE',
        'license',
        'license.md',
        'License',
        'License.txt',
      ];
      const file = names.map((n) => join(root, folder, n)).find((path) => existsSync(path));
      return `${name} ${version} (${license})\n\n${file ? readFileSync(file, 'utf8').trim() : 'See its package.'}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await bundle();
    await Promise.all([compilePacks(), declarations()]);
  } catch (error) {
    const output = [error.stdout, error.stderr].filter(Boolean).join('\n').trim();
    console.error(`build failed: ${output || error.message}`);
    process.exitCode = 1;
  }
}
