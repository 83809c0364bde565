/**
 * Called by the build, for what every run would have to make anew: shipped packs as data and as rulesets, so that it
 * need neither parse YAML nor compile, tables of units, and what patterns need.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ENTITIES } from '../entities/index.ts';
import { compile } from '../pack/compile.ts';
import { readPack } from '../pack/load.ts';
import { resolvePacks } from '../pack/resolve.ts';
import { compiledFolder, rulesFolder, written } from '../pack/shelf.ts';
import { DEFAULT_PACKS } from '../run/config.ts';
import { keepShipped } from '../run/kept-rulesets.ts';
import { fold } from '../text/fold.ts';
import { settledFolds } from '../text/fold-table.ts';
import { keepFor } from '../text/kept-needs.ts';
import { readNeeds } from '../text/regex-needs.ts';
import { findSigns, Guarded } from '../text/signs.ts';
import { buildSounds } from '../text/sound.ts';
import { keepUnitTable } from '../text/unit-table.ts';

export async function compilePacks(): Promise<number> {
  keepUnitTable('folds', settledFolds());
  keepUnitTable('sounds', buildSounds());
  for (const name of written.names()) {
    const { spec, lines } = await readPack(path.join(rulesFolder(), `${name}.yaml`));
    for (const rule of Object.values(spec.rules ?? {})) delete rule.examples;
    delete spec.scenarios;
    const file = path.join(compiledFolder(), `${name}.json`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ spec, file: `rules/${name}.yaml`, lines, proven: true }));
  }
  const expressions = new Set<string>();
  for (const names of [DEFAULT_PACKS, ...written.names().map((name) => [name])]) {
    const ruleset = await compile(await resolvePacks(names, '.', written));
    for (const { kind, name } of ruleset.book.wordless) if (kind === 'regex') expressions.add(name);
    keepShipped(names, ruleset);
  }
  keepFor({
    needs: Object.fromEntries([...expressions].map((source) => [source, readNeeds(source)])),
    signs: Object.fromEntries(patternsOfEntities().map((pattern) => [String(pattern), findSigns(pattern)])),
  });
  return 0;
}

/** Some are guarded once they are looked for. */
function patternsOfEntities(): readonly RegExp[] {
  for (const { examples, spans } of ENTITIES.values())
    for (const text of [...examples.yes, ...examples.no]) spans(fold(text));
  return Guarded.patterns;
}
