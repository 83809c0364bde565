/** Called by the build: shipped packs as data and as rulesets, so that a run need neither parse YAML nor compile. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from '../pack/compile.ts';
import { readPack } from '../pack/load.ts';
import { resolvePacks } from '../pack/resolve.ts';
import { compiledFolder, rulesFolder, written } from '../pack/shelf.ts';
import { DEFAULT_PACKS } from '../run/config.ts';
import { keepShipped } from '../run/kept-rulesets.ts';

export async function compilePacks(): Promise<number> {
  for (const name of written.names()) {
    const { spec, lines } = await readPack(path.join(rulesFolder(), `${name}.yaml`));
    for (const rule of Object.values(spec.rules ?? {})) delete rule.examples;
    delete spec.scenarios;
    const file = path.join(compiledFolder(), `${name}.json`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ spec, file: `rules/${name}.yaml`, lines, proven: true }));
  }
  for (const names of [DEFAULT_PACKS, ...written.names().map((name) => [name])]) {
    keepShipped(names, await compile(await resolvePacks(names, '.', written)));
  }
  return 0;
}
