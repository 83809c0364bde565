/** For an absence: what was said that comes nearest to what was wanted. */
import dice from 'natural/lib/natural/distance/dice_coefficient.js';
import type { Rule } from '../kinds/kind.ts';
import { type Phrasebook, wordsOf } from '../phrase/phrasebook.ts';
import { groupAt } from '../phrase/texts.ts';
import { clauses } from '../text/sentences.ts';
import type { Scene } from './scene.ts';

export interface NearMiss {
  /** Index into the scene's turns. */
  turn: number;
  text: string;
  phrase: string;
}

/** Below this likeness (0 to 1) two wordings have nothing to do with each other. */
const LEAST_ALIKE = 0.4;

/** @returns the clause of the searched turns that is most like a phrase the rule asks for; null where none is alike */
export function nearMiss(
  rule: Rule,
  scene: Scene,
  book: Phrasebook,
  searched: readonly [number, number] | undefined,
): NearMiss | null {
  const wanted = wantedLiterals(rule, book);
  const [first, last] = searched ?? [0, scene.turns.length - 1];
  let best: NearMiss | null = null;
  let most = LEAST_ALIKE;
  for (let turn = first; turn <= last; turn++) {
    const { role, folded } = scene.turns[turn]!;
    if (!rule.by.includes(role)) continue;
    const bounds = clauses(folded.text);
    for (let i = 0; i < bounds.length; i += 2) {
      const text = folded.text.slice(bounds[i], bounds[i + 1]);
      for (const literal of wanted) {
        const alike = dice(text, literal);
        if (alike <= most) continue;
        most = alike;
        best = { turn, text: scene.text(turn, { start: bounds[i]!, end: bounds[i + 1]! }), phrase: literal };
      }
    }
  }
  return best;
}

/** The words of the phrases that the rule wants to hear, wherever its kind keeps them. */
function wantedLiterals(rule: Rule, book: Phrasebook): string[] {
  const body = rule.body as {
    any?: number;
    with?: number;
    all?: { set: number }[];
    steps?: { set: number }[];
  };
  const sets = new Set([
    body.any,
    body.with,
    ...(body.all ?? []).map((one) => one.set),
    ...(body.steps ?? []).map((one) => one.set),
  ]);
  const wanted = [...sets].flatMap((set) => (set === undefined ? [] : [...groupAt(book.sets, set)]));
  return wordsOf(book, new Set(wanted));
}
