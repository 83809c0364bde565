// node bench/same.mjs OLD_DIST NEW_DIST [PATH…]: whether two builds say the same, byte for byte, of the fixtures, of
// generated conversations and of any paths named. Exit code 1 where they differ.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Corpora, temporaryFolder } from './corpora.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [oldDist, newDist, ...named] = process.argv.slice(2);
if (!newDist) {
  console.error('usage: node bench/same.mjs OLD_DIST NEW_DIST [PATH…]');
  process.exit(2);
}
const folder = temporaryFolder();

/** A build with a launcher beside it, as if it were installed, and a cache of its own. */
class House {
  constructor(name, dist) {
    this.place = join(folder, name);
    this.rules = existsSync(join(dirname(dist), 'rules'))
      ? join(dirname(dist), 'rules')
      : join(root, 'rules');
    mkdirSync(join(this.place, 'bin'), { recursive: true });
    // A launcher is for its own build.
    for (const file of ['bin/courtesy.js', 'bin/package.json', 'package.json']) {
      const own = join(dirname(dist), file);
      copyFileSync(existsSync(own) ? own : join(root, file), join(this.place, file));
    }
    symlinkSync(dist, join(this.place, 'dist'), 'dir');
    symlinkSync(this.rules, join(this.place, 'rules'), 'dir');
    this.cache = join(this.place, 'cache');
    this.hasThreads = this.say(['check', '--help']).out.includes('--concurrency ');
  }

  /** @returns {{code: number | null, out: string, err: string}} bytes as Latin-1, so that none is lost */
  say(args) {
    const env = { ...process.env, NO_COLOR: '1', XDG_CACHE_HOME: this.cache, LOCALAPPDATA: this.cache };
    const done = spawnSync(process.execPath, [join(this.place, 'bin/courtesy.js'), ...args], {
      cwd: root,
      env,
      encoding: 'latin1',
      maxBuffer: 2 ** 30,
    });
    if (done.error) throw done.error;
    if (done.signal) throw new Error(`ended by ${done.signal}: ${args.join(' ')}`);
    return { code: done.status, out: done.stdout, err: done.stderr };
  }
}

const houses = { old: new House('old', resolve(oldDist)), new: new House('new', resolve(newDist)) };
const packs = packsOf(houses.old);
if (packs.join() !== packsOf(houses.new).join() || !sameRules(packs)) {
  console.error('the two builds have other rule packs beside them: what they say may differ for that');
}

const everything = packs.flatMap((pack) => ['--pack', pack]);
const shipped = fixtures();
const all = [...shipped, ...generated(), ...named.map((path) => resolve(path))];
const whole = [
  ['--format', 'json'],
  ['--format', 'jsonl', '--locale', 'en'],
  ['--format', 'json', '--all-checks', '--explain-score', ...everything],
];
const byPack = packs.map((pack) => ['--format', 'jsonl', '--all-checks', '--pack', pack]);

let differences = 0;
let compared = 0;
for (const asked of whole) {
  const before = houses.old.say(['check', ...all, ...asked]);
  compare(all, asked, before);
  if (!houses.new.hasThreads) continue;
  for (const threads of ['1', '2', '3']) compare(all, [...asked, '--concurrency', threads], before);
}
for (const asked of byPack) compare(shipped, asked, houses.old.say(['check', ...shipped, ...asked]));
console.log(`${compared} runs compared, ${differences} differ`);
process.exitCode = differences > 0 ? 1 : 0;

/** Holds what the new build says against what the old one said. */
function compare(paths, asked, before) {
  compared++;
  const after = houses.new.say(['check', ...paths, ...asked]);
  const part = ['code', 'out', 'err'].find((one) => before[one] !== after[one]);
  if (!part) return;
  differences++;
  console.log(`check … ${asked.join(' ')}\n  ${place(part, String(before[part]), String(after[part]))}`);
}

/** Where two outputs part, and what each has there. */
function place(part, before, after) {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const line = before.slice(0, at).split('\n').length;
  const piece = (text) =>
    JSON.stringify(Buffer.from(text.slice(Math.max(0, at - 60), at + 60), 'latin1').toString());
  return `${part} differs at byte ${at}, line ${line}\n  old ${piece(before)}\n  new ${piece(after)}`;
}

function fixtures() {
  return ['fixtures/transcripts', 'fixtures/judgement'].map((path) => join(root, path)).filter(existsSync);
}

function generated() {
  const corpora = new Corpora(folder);
  const kinds = ['few', 'many'].flatMap((violations) =>
    ['text', 'jsonl'].map((form) => ({ violations, form })),
  );
  return [
    ...kinds.map((kind) => corpora.file({ ...kind, megabytes: 0.1 })),
    corpora.file({ violations: 'many', turns: 'long', megabytes: 0.1 }),
    corpora.files(50),
  ];
}

function packsOf({ rules }) {
  return readdirSync(rules, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replaceAll('\\', '/').replace(/\.yaml$/, ''))
    .sort();
}

function sameRules(names) {
  return names.every((name) => {
    const [before, after] = [houses.old, houses.new].map(({ rules }) =>
      readFileSync(join(rules, `${name}.yaml`)),
    );
    return before.equals(after);
  });
}
