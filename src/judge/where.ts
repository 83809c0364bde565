/** Which part of a conversation a rule looks at: its `where`. */
import type { Where } from '../kinds/kind.ts';
import type { Scene } from './scene.ts';
import type { Message } from './verdict.ts';

/**
 * @param spoken turns of the roles that the rule is about
 * @returns those that the rule looks at, or why there are none
 */
export function narrowed(spoken: readonly number[], where: Where, scene: Scene): readonly number[] | Message {
  if (where.at === 'opening') return spoken.slice(0, where.turns);
  if (where.at === 'closing') return spoken.slice(-where.turns);
  if ('turns' in where) {
    const from = scene.turns.length - where.turns;
    return spoken.filter((turn) => (where.at === 'first' ? turn < where.turns : turn >= from));
  }
  if ('share' in where) {
    const count = Math.ceil(scene.turns.length * where.share);
    const from = where.at === 'first' ? 0 : scene.turns.length - count;
    return spoken.filter((turn) => turn >= from && turn < from + count);
  }
  if (!('seconds' in where)) return spoken;
  const times = scene.turns.map((_, turn) => scene.startOf(turn));
  const known = times.filter((time) => time !== undefined);
  if (known.length === 0) return { key: 'na.no-times' };
  const end = scene.endOf(times.lastIndexOf(known.at(-1))) ?? known.at(-1)!;
  const [from, to] =
    where.at === 'first'
      ? [known[0]!, known[0]! + where.seconds]
      : [end - where.seconds, Number.POSITIVE_INFINITY];
  return spoken.filter((turn) => times[turn] !== undefined && times[turn]! >= from && times[turn]! <= to);
}
