import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Assets {
  script: string;
  style: string;
}

/**
 * A page's script and styles, which the build makes of `client/` and puts beside the program.
 * @param name `page` for transcripts, `grades` for exercises
 */
export function readAssets(name: 'page' | 'grades'): Assets {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'dist/report/page.js')) && path.dirname(folder) !== folder)
    folder = path.dirname(folder);
  const read = (kind: string): string =>
    readFileSync(path.join(folder, 'dist/report', `${name}.${kind}`), 'utf8');
  return { script: read('js'), style: read('css') };
}
