/** What an answer's steps earned, and by which words. */
import type { Scene } from '../judge/scene.ts';
import type { Rule, SetId } from '../kinds/kind.ts';
import { fold } from '../text/fold.ts';
import type { Step } from './exercise.ts';
import type { StepMark } from './mark.ts';
import { isDenied, isTold, type Reading } from './reading.ts';
import { roundMark } from './round.ts';
import type { Span } from './spans.ts';
import { speechWords } from './speech-words.ts';

/** Who knows what to say and does not say it has done half. */
const TOLD = 0.5;

/** @param rule the requirement that the step was compiled to; @param turn the answer's */
export function markStep(step: Step, rule: Rule, reading: Reading, scene: Scene, turn: number): StepMark {
  const { any, except } = rule.body as { any: SetId; except?: SetId };
  const { folded } = scene.turns[turn]!;
  const spans = scene
    .said(turn, any, except, true)
    .map(({ start, end }): Span => folded.span(start, end))
    .filter((span) => !isDenied(reading, span))
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const saidAt = spans.find((span) => !isTold(reading, span));
  const toldAt =
    spans.find((span) => isTold(reading, span)) ??
    reading.told.find((clause) => names(step, reading, clause));
  return {
    step: step.step,
    possible: step.points,
    earned: saidAt ? step.points : toldAt ? roundMark(step.points * TOLD) : 0,
    ...(saidAt || toldAt ? { span: saidAt ?? toldAt } : {}),
    ...(step.feedback === undefined ? {} : { feedback: step.feedback }),
  };
}

/** Whether a clause that tells what one would do tells of this step, by its name or another for the same deed. */
function names({ step }: Step, { text, language }: Reading, clause: Span): boolean {
  const told = fold(text.slice(...clause)).text;
  const name = fold(step).text;
  const alike = speechWords[language].deeds.filter((deed) => deed.some((word) => name.includes(word)));
  return [name, ...alike.flat()].some((word) => told.includes(word));
}
