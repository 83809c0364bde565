/**
 * `--cache`: what came of a file is kept and not worked out again while the file, the rules and the program are the
 * same. Losing it, or not being able to write it, costs time and nothing else.
 */
import { createHash, type Hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Problem, Verdict } from '../judge/verdict.ts';
import type { Ruleset } from '../pack/compile.ts';
import { build } from './build.ts';
import { type Ears, type Input, inputOf } from './inputs.ts';
import type { Judged } from './judged.ts';
import type { Judges } from './judges.ts';
import type { RunOptions } from './options.ts';
import { pack } from './packed.ts';
import { fileBeside } from './silenced.ts';

/** In bytes: a larger file is judged as it is read, and no more of it is held than one conversation. */
const LARGEST = 1_000_000;
/** In bytes: below this, compressing takes longer than it saves room. */
const SMALL = 16 * 1024;
/** How a serialized value begins, and compressed bytes never do: the type of their first block would be none. */
const SERIALIZED = 0xff;
/** What a file may unpack to. */
const MOST_RESULTS = 5000;
/** In bytes, of all that is kept. */
const FULL = 256 * 1024 * 1024;
/** What is left of it when room is made, so that it is not made every time. */
const ROOMY = 0.8;
/** In milliseconds: that something was used is written down so often at most. */
const FRESH = 24 * 60 * 60 * 1000;

/** What came of a file, in order. */
type Result = { verdict: Verdict } | { problem: Problem } | { note: Problem };

/** Options that change what comes of a file. */
type Options = Pick<RunOptions, 'inputFormat' | 'encoding' | 'allChecks' | 'locale'>;

/** What is done with an input of which nothing is kept. */
type Judging = (input: Input, ears: Ears) => AsyncIterable<Judged>;

const digests = new WeakMap<Ruleset, string>();

export class VerdictCache {
  private readonly folder: string;
  private readonly options: Options;
  private readonly judges: Judges;

  /** @param folder is made when there is something to keep */
  constructor(folder: string, options: Options, judges: Judges) {
    this.folder = folder;
    this.options = options;
    this.judges = judges;
  }

  /**
   * @param judge what is to be done where nothing is kept
   * @returns the same verdicts as `judge`, with the same told to `ears` between them
   */
  async *through(input: Input, ears: Ears, judge: Judging): AsyncGenerator<Judged> {
    const bytes = contentOf(input);
    if (bytes === null) {
      yield* judge(input, ears);
      return;
    }
    const { ruleset } = await this.judges.for(input);
    const file = this.fileFor(input, ruleset, bytes);
    const kept = read(file);
    if (kept === null) {
      yield* this.recorded(input, file, ears, judge);
      return;
    }
    ears.read?.(bytes.length);
    for (const result of kept) {
      if ('verdict' in result) yield { verdict: result.verdict, ruleset };
      else if ('problem' in result) ears.problem(result.problem);
      else ears.note(result.note);
    }
  }

  private async *recorded(input: Input, file: string, ears: Ears, judge: Judging): AsyncGenerator<Judged> {
    // Each as bytes, before anybody else puts something on it.
    const results: Uint8Array[] = [];
    const record = (result: Result): void => {
      if (results.length < MOST_RESULTS) results.push(serialize(result));
    };
    const recording: Ears = {
      ...ears,
      problem(problem) {
        record({ problem });
        ears.problem(problem);
      },
      note(note) {
        record({ note });
        ears.note(note);
      },
    };
    const heard = await inputOf(input, this.options, this.judges.configs, recording);
    for await (const judged of judge(heard, recording)) {
      record({ verdict: judged.verdict });
      yield judged;
    }
    if (results.length < MOST_RESULTS) keep(file, results);
  }

  private fileFor({ file, explicit, alone, config }: Input, ruleset: Ruleset, bytes: Uint8Array): string {
    const { inputFormat, encoding, allChecks, locale } = this.options;
    const options = { inputFormat, encoding, allChecks, locale: locale.name };
    const hash = createHash('sha256');
    add(hash, JSON.stringify([program(), options, file, explicit, config, digestOf(ruleset)]));
    add(hash, bytes);
    const beside = alone ? null : fileBeside(file);
    // An entry holds until a day.
    if (beside !== null)
      add(hash, JSON.stringify([beside, readFileSync(beside, 'latin1'), new Date().toDateString()]));
    const name = hash.digest('hex');
    return path.join(this.folder, name.slice(0, 2), name.slice(2));
  }
}

/**
 * Makes room where the cache has grown too large: what was not used for longest goes first.
 * @param full in bytes
 */
export function makeRoom(folder: string, full = FULL): void {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
      const file = path.join(folder, name);
      const stat = statSync(file);
      return stat.isFile() ? { file, size: stat.size, used: stat.mtimeMs } : [];
    });
    let size = files.reduce((sum, file) => sum + file.size, 0);
    if (size <= full) return;
    for (const file of files.sort((a, b) => a.used - b.used)) {
      if (size <= ROOMY * full) return;
      remove(file.file);
      size -= file.size;
    }
  } catch {
    // There is none yet, or another run is at it.
  }
}

/** The file's bytes; null where what comes of it is not to be kept. */
function contentOf({ file, config }: Input): Uint8Array | null {
  // Overrides choose rules by conversation, among them some that the ruleset of the file knows nothing of.
  if (file === '-' || config.overrides.length > 0) return null;
  try {
    const stat = statSync(file);
    return stat.isFile() && stat.size <= LARGEST ? readFileSync(file) : null;
  } catch {
    return null;
  }
}

function read(file: string): Result[] | null {
  try {
    const bytes = readFileSync(file);
    const results = deserialize(bytes[0] === SERIALIZED ? bytes : inflateRawSync(bytes)) as Uint8Array[];
    const now = Date.now();
    if (now - statSync(file).mtimeMs > FRESH) utimesSync(file, now / 1000, now / 1000);
    return results.map((one) => deserialize(one) as Result);
  } catch {
    return null;
  }
}

function keep(file: string, results: readonly Uint8Array[]): void {
  const temporary = `${file}.${process.pid}.${performance.now()}.tmp`;
  try {
    for (const folder of [path.dirname(path.dirname(file)), path.dirname(file)]) makeFolder(folder);
    const bytes = serialize(results);
    const small = bytes.length <= SMALL;
    writeFileSync(temporary, small ? bytes : deflateRawSync(bytes, { level: 1 }), { mode: 0o600 });
    renameSync(temporary, file);
  } catch {
    remove(temporary);
  }
}

function remove(file: string): void {
  try {
    rmSync(file);
  } catch {
    // There is none.
  }
}

/** One level at a time: Node's recursive mkdir never returns where a parent refuses, as under /proc. */
function makeFolder(folder: string): void {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It is there, or what is to be put into it will fail.
  }
}

/** Parts are told apart by their length. */
function add(hash: Hash, part: string | Uint8Array): void {
  hash.update(`${part.length}:`).update(part);
}

function digestOf(ruleset: Ruleset): string {
  let digest = digests.get(ruleset);
  if (digest === undefined) {
    digest = createHash('sha256').update(pack(ruleset)).digest('hex');
    digests.set(ruleset, digest);
  }
  return digest;
}

/** What the results depend on beside files and options: Node's serializer, and the program as it was built. */
const program = (): string => `${process.version} ${build()}`;
