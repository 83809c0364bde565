import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { median } from './processes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs matching.ts, bundled as the program itself is.
 * @param {{folder: string, file: string, packs: string[], rounds: number}} wanted
 * @returns {Promise<{bytes: number, seconds: number}>} of folded text in UTF-8, and the median of its rounds
 */
export async function runMatching({ folder, file, packs, rounds }) {
  const script = join(folder, 'matching.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/matching.ts'],
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
  const told = execFileSync(process.execPath, [script, file, String(rounds), ...packs], { encoding: 'utf8' });
  const { bytes, seconds } = JSON.parse(told);
  return { bytes, seconds: median(seconds) };
}
