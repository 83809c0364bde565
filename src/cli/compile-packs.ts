/** Called by the build: what a run would have to make anew each time. Shipped packs as data and as rulesets, so that it need neither parse YAML nor compile; tables of units. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from '../pack/compile.ts';
import { readPack } from '../pack/load.ts';
import { resolvePacks } from '../pack/resolve.ts';
import { compiledFolder, rulesFolder, written } from '../pack/shelf.ts';
import { DEFAULT_PACKS } from '../run/config.ts';
import { keepShipped } from '../run/kept-rulesets.ts';
import { buildFolds } from '../text/fold-table.ts';
import { buildSounds } from '../text/sound.ts';
import { keepUnitTable } from '../text/unit-table.ts';

export async function compilePacks(): Promise<number> {
  keepUnitTable('folds', buildFolds());
  keepUnitTable('sounds', buildSounds());
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
