import type { Ruleset } from '../pack/compile.ts';
import { compile } from '../pack/compile.ts';
import { type ResolvedRule, resolvePacks } from '../pack/resolve.ts';
import { written } from '../pack/shelf.ts';
import { Configs } from '../run/config.ts';
import { packsOf } from '../run/ruleset.ts';
import { UsageError } from '../run/usage.ts';

/**
 * @param id a rule's id (zh/core/brush-off), or its key where only one rule has it
 * @param named packs named on the command line; without them, the config's, or the pack that the id names
 * @throws UsageError where there is no such rule, with the one that was probably meant
 */
export async function findRule(
  id: string,
  named: readonly string[],
): Promise<{ rule: ResolvedRule; ruleset: Ruleset }> {
  const config = await new Configs().of('-');
  const inId = id.slice(0, Math.max(0, id.lastIndexOf('/')));
  const packs = named.length === 0 && written.names().includes(inId) ? [inId] : packsOf(config, named);
  const folder = named.length > 0 ? process.cwd() : config.folder;
  const { lists, rules: changes } = config;
  const resolved = await resolvePacks(packs, folder, written, { lists, rules: changes });
  const rule = resolved.rules.find((one) => one.id === id) ?? resolved.rules.find((one) => one.key === id);
  if (rule) return { rule, ruleset: await compile(resolved) };
  const { nearest } = await import('../text/nearest.ts');
  throw new UsageError(
    'run.unknown-rule',
    { rule: id },
    nearest(
      id,
      resolved.rules.map((one) => one.id),
    ),
  );
}
