/** The two that are compared: packs by name or path, or configurations. */
import { readFileSync, statSync } from 'node:fs';
import { parseYaml } from '../pack/source.ts';

/** What judges one side. */
export interface Side {
  packs: string[];
  /** A configuration that was named instead of a pack. */
  config?: string;
}

/**
 * @param name a pack's name, or the path of a pack or of a configuration
 * @throws PackError where a file of that name is not YAML
 */
export function sideOf(name: string): Side {
  if (!statSync(name, { throwIfNoEntry: false })?.isFile()) return { packs: [name] };
  const { data } = parseYaml(name, readFileSync(name, 'utf8'));
  const isPack = typeof data === 'object' && data !== null && 'pack' in data;
  return isPack ? { packs: [name] } : { packs: [], config: name };
}
