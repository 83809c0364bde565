/** Breaths: what one side says before another answers. Several messages in a row are one breath. */
import type { Role } from '../transcript/transcript.ts';

export interface Breath {
  role: Role;
  /** Indices of turns, ascending. */
  turns: number[];
}

/**
 * The breaths of a conversation. Notices of the system stand between them and part nobody's.
 * @param apart each turn is a breath of its own: variants of a reply are said one or the other, never together
 */
export function breathsOf(turns: readonly { role: Role }[], apart = false): Breath[] {
  const breaths: Breath[] = [];
  turns.forEach(({ role }, turn) => {
    if (role === 'system') return;
    const last = breaths.at(-1);
    if (!apart && last?.role === role) last.turns.push(turn);
    else breaths.push({ role, turns: [turn] });
  });
  return breaths;
}
