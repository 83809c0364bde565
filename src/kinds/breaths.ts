/** Breaths: what one side says before another answers. Several messages in a row are one breath. */
import type { Scene } from '../judge/scene.ts';
import type { Role } from '../transcript/transcript.ts';

export interface Breath {
  role: Role;
  /** Indices into the scene's turns, ascending. */
  turns: number[];
}

/** A transcript's breaths. Notices of the system stand between them and part nobody's. */
export function breathsOf(scene: Scene): Breath[] {
  const breaths: Breath[] = [];
  scene.turns.forEach(({ role }, turn) => {
    if (role === 'system') return;
    const last = breaths.at(-1);
    if (last?.role === role) last.turns.push(turn);
    else breaths.push({ role, turns: [turn] });
  });
  return breaths;
}
