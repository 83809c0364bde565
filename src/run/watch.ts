/**
 * `--watch`: what a run reads is looked at again and again. That works on every system and every kind of disk, sees
 * files that are new, and costs little where the pauses grow with what there is to look at.
 */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PackError } from '../pack/problem.ts';
import { resolvePacks } from '../pack/resolve.ts';
import { written } from '../pack/shelf.ts';
import { discover } from '../transcript/discover.ts';
import { knownExtensions } from '../transcript/formats/index.ts';
import { Configs } from './config.ts';
import type { RunOptions } from './options.ts';
import { packsOf } from './ruleset.ts';
import { UsageError } from './usage.ts';

/** In milliseconds: what is written in several steps is waited for. */
const SHORTEST = 200;
/** Of the time, at most one part in so many is spent on looking. */
const REST = 20;

/** What a run reads. */
export interface Watched extends Pick<RunOptions, 'packs' | 'config'> {
  /** Inputs; none where only packs matter. */
  paths: readonly string[];
  /** Other files: a baseline. */
  files: readonly string[];
  /** Reports that the run itself writes. */
  outputs: readonly string[];
}

/** @returns once something that the run read, or would have read, is not as it was when `work` began */
export async function untilChanged(watched: Watched, work: () => Promise<void>): Promise<void> {
  const sources = await sourcesOf(watched);
  const before = await look(watched, sources);
  await work();
  let now = before;
  for (let last = ''; now === before || now !== last; ) {
    last = now;
    const began = performance.now();
    now = await look(watched, sources);
    await pause(Math.max(SHORTEST, REST * (performance.now() - began)));
  }
}

/** Configurations, packs and what these extend, as far as they can be read. */
async function sourcesOf({ paths, packs, config, files }: Watched): Promise<ReadonlySet<string>> {
  const sources = new Set(files);
  const configs = new Configs(config);
  for (const input of paths.length > 0 ? paths : ['-']) {
    try {
      const found = await configs.of(input);
      if (found.file) sources.add(found.file);
      const folder = packs.length > 0 ? process.cwd() : found.folder;
      const names = packsOf(found, packs);
      for (const name of names) if (/\.ya?ml$/.test(name)) sources.add(path.resolve(folder, name));
      for (const { file } of (await resolvePacks(names, folder, written)).packs) sources.add(file);
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      for (const { file } of error.problems) sources.add(file);
    }
  }
  return sources;
}

/** One text of all files with their dates and sizes: beside those known, every YAML file in their folders. */
async function look({ paths, outputs }: Watched, sources: ReadonlySet<string>): Promise<string> {
  const files = new Set([...sources].map((file) => path.resolve(file)));
  const report = { problem() {}, note() {} };
  for await (const { file } of discover(paths, { report, extensions: knownExtensions() })) {
    if (file === '-') throw new UsageError('watch.stdin');
    files.add(path.resolve(file));
  }
  const folders = new Set([...files].map((file) => path.dirname(file)).concat(process.cwd()));
  for (const folder of folders) for (const name of yamlIn(folder)) files.add(path.join(folder, name));
  for (const output of outputs) files.delete(path.resolve(output));
  return [...files].sort().map(stateOf).join('\n');
}

function yamlIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  } catch {
    return [];
  }
}

function stateOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return `${file} ${stat?.mtimeMs} ${stat?.size}`;
}
