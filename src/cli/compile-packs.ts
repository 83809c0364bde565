/** Called by the build: shipped packs as JSON, so that a run need not parse YAML. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from '../pack/compile.ts';
import { readPack } from '../pack/load.ts';
import { resolvePacks } from '../pack/resolve.ts';
import { compiledFolder, rulesFolder, shipped } from '../pack/shelf.ts';

export async function compilePacks(): Promise<number> {
  for (const name of shipped.names()) {
    await compile(await resolvePacks([name], '.', shipped));
    const { spec, lines } = await readPack(path.join(rulesFolder(), `${name}.yaml`));
    for (const rule of Object.values(spec.rules ?? {})) delete rule.examples;
    const file = path.join(compiledFolder(), `${name}.json`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.tmp`, JSON.stringify({ spec, file: `rules/${name}.yaml`, lines, proven: true }));
    renameSync(`${file}.tmp`, file);
  }
  return 0;
}
