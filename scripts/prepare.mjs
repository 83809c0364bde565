// npm's `prepare`: builds dist/ after an install from the sources.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// `npm install --global git+…`, which pre-commit uses, prepares a package whose dependencies it has not installed
// (npm/cli issue 8440): `--global` holds for its inner install as well.
if (!existsSync(new URL('../node_modules/esbuild', import.meta.url))) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const shell = process.platform === 'win32';
  execFileSync(npm, ['ci', '--global=false', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    shell,
    stdio: 'inherit',
  });
}
execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
