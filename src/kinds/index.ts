import { forbid } from './forbid.ts';
import { frame } from './frame.ts';
import type { Kind } from './kind.ts';
import { limit } from './limit.ts';
import { require } from './require.ts';
import { respond } from './respond.ts';
import { sequence } from './sequence.ts';
import { timing } from './timing.ts';

/** Every kind of rule, by the key it has in a pack. */
export const KINDS: ReadonlyMap<string, Kind> = new Map(
  [forbid, require, frame, respond, sequence, timing, limit].map((kind) => [kind.name, kind as Kind]),
);
