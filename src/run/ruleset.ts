/** The ruleset of a run: packs found, resolved and compiled. */
import { compile, type Ruleset } from '../pack/compile.ts';
import { resolvePacks } from '../pack/resolve.ts';
import { shipped } from '../pack/shelf.ts';
import { type Config, DEFAULT_PACKS } from './config.ts';

/** Packs named on the command line, else the config's, else the default ones. */
export function packsOf(config: Config, named: readonly string[]): readonly string[] {
  if (named.length > 0) return named;
  return config.packs.length > 0 ? config.packs : DEFAULT_PACKS;
}

/**
 * @param named packs named on the command line, relative to the working folder; they replace the config's
 * @throws PackError
 */
export async function loadRuleset(config: Config, named: readonly string[]): Promise<Ruleset> {
  const folder = named.length > 0 ? process.cwd() : config.folder;
  const { lists, rules, pass } = config;
  const overrides = { lists, rules, ...(pass === undefined ? {} : { pass }) };
  return compile(await resolvePacks(packsOf(config, named), folder, shipped, overrides));
}
