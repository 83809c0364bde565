import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Measures phase by phase in one process.
 * @param {{folder: string, file: string, packs: string[], rounds: number}} wanted
 * @returns what stages.ts prints
 */
export async function runStages({ folder, file, packs, rounds }) {
  const script = join(folder, 'stages.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/stages.ts'],
    outfile: script,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    // The shipped packs are found from where the sources lie.
    define: { __VERSION__: '"bench"', 'import.meta.dirname': JSON.stringify(join(root, 'src')) },
    banner: { js: "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);" },
  });
  return JSON.parse(
    execFileSync(process.execPath, [script, file, String(rounds), ...packs], { encoding: 'utf8' }),
  );
}
