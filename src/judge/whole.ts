/** Whether a transcript shows the part that a rule about its beginning or end needs. */
import type { Where } from '../kinds/kind.ts';
import type { Scene } from './scene.ts';
import type { Message } from './verdict.ts';

/** Fewer turns than this may be a piece cut out of the middle: what was not said there proves nothing. */
const FEWEST_TURNS = 4;
/** A recording that starts later than this lacks its opening, in seconds. */
const LATEST_OPENING = 30;

/**
 * @param where the part of the transcript that the rule looks at; null for all of it
 * @returns why the transcript does not show that part; null where it does
 */
export function wholeAt(scene: Scene, where: Where | null): Message | null {
  const { meta } = scene.transcript;
  if (meta.complete === true) return null;
  if (isCut(scene)) return { key: 'na.partial' };
  if (!scene.transcript.rolesKnown) return { key: 'na.no-roles' };
  if (scene.turns.length < FEWEST_TURNS) return { key: 'na.too-short', values: { turns: FEWEST_TURNS } };
  const begins = where?.at === 'opening' || where?.at === 'first';
  const ends = where?.at === 'closing' || where?.at === 'last';
  if (begins || !where) {
    const start = scene.turns[0]!.turn.start;
    if (start !== undefined && start > LATEST_OPENING) return { key: 'na.starts-in-middle' };
  }
  if (ends || !where) {
    if (scene.turns.at(-1)!.role === 'customer' && endsOpen(scene)) return { key: 'na.ends-in-middle' };
  }
  return null;
}

/** The transcript itself says that it is a part of a conversation. */
export function isCut({ transcript: { meta } }: Scene): boolean {
  return meta.complete === false || meta.partial === true;
}

/** The customer's last words still wait for an answer. */
function endsOpen(scene: Scene): boolean {
  return /[??]|吗|呢|怎么|什么|多少/.test(scene.turns.at(-1)!.folded.text);
}
