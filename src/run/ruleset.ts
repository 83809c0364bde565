/** The ruleset of a run: packs found, resolved and compiled, or kept from a run before. */
import type { Ruleset } from '../pack/compile.ts';
import type { Overrides } from '../pack/resolve.ts';
import { shipped } from '../pack/shelf.ts';
import { type Config, DEFAULT_PACKS } from './config.ts';
import { keep, keptRuleset, shippedRuleset } from './kept-rulesets.ts';

/** Packs named on the command line, else the config's, else the default ones. */
export function packsOf(config: Config, named: readonly string[]): readonly string[] {
  if (named.length > 0) return named;
  return config.packs.length > 0 ? config.packs : DEFAULT_PACKS;
}

/** What the configuration changes in its packs. */
export function overridesOf({ lists, rules, pass }: Config): Overrides {
  return { lists, rules, ...(pass === undefined ? {} : { pass }) };
}

/**
 * @param named packs named on the command line, relative to the working folder; they replace the config's
 * @throws PackError
 */
export async function loadRuleset(config: Config, named: readonly string[]): Promise<Ruleset> {
  const packs = packsOf(config, named);
  const folder = named.length > 0 ? process.cwd() : config.folder;
  const overrides = overridesOf(config);
  const changed = Object.values(overrides).some(
    (part) => typeof part !== 'object' || Object.keys(part).length > 0,
  );
  const ready = changed ? null : shippedRuleset(packs);
  if (ready) return ready;

  const key = JSON.stringify([packs, folder, overrides]);
  const kept = keptRuleset(key);
  if (kept) return kept;

  const [{ compile }, { resolvePacks }] = await Promise.all([
    import('../pack/compile.ts'),
    import('../pack/resolve.ts'),
  ]);
  const resolved = await resolvePacks(packs, folder, shipped, overrides);
  const ruleset = await compile(resolved);
  keep(
    key,
    resolved.packs.map(({ file, from }) => from ?? file),
    ruleset,
  );
  return ruleset;
}
