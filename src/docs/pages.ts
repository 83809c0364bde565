/** Every generated page of docs/, by its path there. Made from the code and the packs, so it cannot lag behind them. */

import { openLocale } from '../locale/index.ts';
import type { LocaleName } from '../locale/locale.ts';
import { resolvePacks } from '../pack/resolve.ts';
import { written } from '../pack/shelf.ts';
import { normsPage } from './norms.ts';
import { packPage } from './pack-page.ts';
import { referencePage } from './reference.ts';

/** @returns path below docs/ → text */
export async function pages(): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const name of ['zh', 'en'] satisfies LocaleName[]) {
    made.set(`reference.${name}.md`, await referencePage(name));
  }
  const packs = [];
  for (const name of written.names()) {
    const resolved = await resolvePacks([name], '.', written);
    const pack = resolved.packs.at(-1)!;
    packs.push({ pack, resolved });
    const locale = await openLocale(pack.spec.language ?? 'zh');
    made.set(`packs/${name.replace('/', '-')}.md`, packPage(pack, resolved, locale));
  }
  made.set('norms.md', normsPage(packs));
  return made;
}
