/** Marks an answer as a fair trainer would: what it says first, how it says it second. */
import { Scene } from '../judge/scene.ts';
import { senses } from '../judge/senses.ts';
import type { Rule } from '../kinds/kind.ts';
import type { Ruleset } from '../pack/compile.ts';
import { Scanner } from '../phrase/scan.ts';
import { stretches, type Transcript, type Turn } from '../transcript/transcript.ts';
import type { Answer } from './answers.ts';
import type { Exercise, Item, Step } from './exercise.ts';
import { isOwn, ownRule, stepRule } from './exercise-pack.ts';
import type { Mark, Remark, StepMark, WordingMark } from './mark.ts';
import { type Reading, read, said } from './reading.ts';
import { roundMark } from './round.ts';
import { copiesModel } from './sense/copied-model.ts';
import { SENSES } from './sense/index.ts';
import { judgeLength } from './sense/length.ts';
import { markStep } from './steps.ts';
import { markWordings } from './wordings.ts';

/** The situation is the customer's turn, the answer the one after it. */
const ANSWER = 1;

/** Marks answers to one exercise. A mark depends on the answer alone. */
export class Marker {
  private readonly exercise: Exercise;
  private readonly scanner: Scanner;
  private readonly rules: ReadonlyMap<string, Rule>;
  private readonly packRules: readonly Rule[];

  constructor({ exercise, ruleset }: { exercise: Exercise; ruleset: Ruleset }) {
    this.exercise = exercise;
    this.scanner = new Scanner(ruleset.book, senses());
    this.rules = new Map(ruleset.rules.map((rule) => [rule.id, rule]));
    this.packRules = ruleset.rules.filter((rule) => !isOwn(rule));
  }

  /** @param item of this exercise; @param answer null where there is none */
  mark(item: Item, answer: Pick<Answer, 'text' | 'line'> | null): Mark {
    if (answer === null) return this.nothing(item, { text: '', line: 0 }, ['missing']);
    const reading = read(answer.text, item, this.exercise.language);
    const remarks: Remark[] = reading.toMarker.length > 0 ? ['addresses-marker'] : [];
    const worthless = SENSES.find((sense) => sense.sees(reading));
    if (worthless) return this.nothing(item, answer, [...new Set([worthless.remark, ...remarks])]);

    const scene = new Scene(transcriptOf(reading), this.exercise.language, this.scanner);
    const steps = this.steps(item, reading, scene);
    const wordings = this.wordings(item, reading, scene);
    const { remark, keeps } = judgeLength(said(reading), item, this.exercise.language);
    if (remark) remarks.push(remark);
    if (copiesModel(reading)) remarks.push('copied-model');
    const given = total(steps, wordings, keeps);
    return { ...paper(item, answer), points: given, given, steps, wordings, remarks };
  }

  private nothing(item: Item, answer: Pick<Answer, 'text' | 'line'>, remarks: Remark[]): Mark {
    const steps = item.steps.map(unearned);
    return { ...paper(item, answer), points: 0, given: 0, steps, wordings: [], remarks };
  }

  private steps(item: Item, reading: Reading, scene: Scene): StepMark[] {
    const index = this.exercise.items.indexOf(item);
    return item.steps.map((step, number) =>
      markStep(step, this.rules.get(stepRule(index, number))!, reading, scene, ANSWER),
    );
  }

  private wordings(item: Item, reading: Reading, scene: Scene): WordingMark[] {
    const index = this.exercise.items.indexOf(item);
    const own = (item.forbid ?? []).map((_, number) => this.rules.get(ownRule(index, number))!);
    return markWordings([...this.packRules, ...own], item, this.exercise.costs, reading, scene, ANSWER);
  }
}

const paper = ({ id, points }: Item, { text, line }: Pick<Answer, 'text' | 'line'>) => ({
  item: id,
  text,
  line,
  possible: points,
});

const unearned = ({ step, points, feedback }: Step): StepMark => ({
  step,
  possible: points,
  earned: 0,
  ...(feedback === undefined ? {} : { feedback }),
});

/** A share of what is said stays, however it is said. A veto and the item's own wordings leave nothing. */
const STAYS = 0.2;

function total(steps: readonly StepMark[], wordings: readonly WordingMark[], keeps: number): number {
  if (wordings.some(({ veto }) => veto)) return 0;
  const earned = steps.reduce((sum, step) => sum + step.earned, 0) * keeps;
  const sum = (some: readonly WordingMark[]): number => some.reduce((all, { cost }) => all + cost, 0);
  const manners = Math.min(sum(wordings.filter(({ rule }) => rule !== null)), earned * (1 - STAYS));
  return roundMark(Math.max(0, earned - manners - sum(wordings.filter(({ rule }) => rule === null))));
}

/** A conversation of two turns, so that what rules ask of a call's beginning and end is asked of nobody. */
function transcriptOf({ item, text, aside, language }: Reading): Transcript {
  const turn = (role: Turn['role'], words: string): Turn => ({
    role,
    text: words,
    origin: stretches([{ offset: 0, line: 1, column: 1 }]),
  });
  return {
    file: item.id,
    id: item.id,
    agent: null,
    language,
    meta: { ...item.meta, item: item.id },
    turns: [turn('customer', item.situation), { ...turn('agent', text), opaque: aside }],
    rolesKnown: true,
  };
}
