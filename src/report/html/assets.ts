import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Assets {
  script: string;
  style: string;
}

/** The page's script and styles, which the build makes of `client/` and puts beside the program. */
export function readAssets(): Assets {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'dist/report/page.js')) && path.dirname(folder) !== folder)
    folder = path.dirname(folder);
  const read = (name: string): string => readFileSync(path.join(folder, 'dist/report', name), 'utf8');
  return { script: read('page.js'), style: read('page.css') };
}
