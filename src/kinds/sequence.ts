import type { Scene } from '../judge/scene.ts';
import { isCut } from '../judge/whole.ts';
import { type Finding, judged, type Kind, notApplicable, type Rule, type Step } from './kind.ts';
import { comesAfter, longestInOrder, type Place } from './ordering.ts';

const ORDERS = ['strict', 'free'] as const;

interface Body {
  steps: Step[];
  order: (typeof ORDERS)[number];
}

/** The part of the transcript that is looked through. */
interface Stretch {
  first: number;
  last: number;
  /** The turns of the rule's roles in it. */
  turns: readonly number[];
}

/** Steps in this order. */
export const sequence: Kind<Body> = {
  name: 'sequence',
  about: { zh: '按这个顺序说到每一步', en: 'steps in this order' },
  keys: {
    steps: {
      type: 'steps',
      required: true,
      about: {
        zh: '步骤:step 名称,any 说法,by 由谁说,optional 可以省略',
        en: 'the steps: step its name, any its wordings, by who says it, optional may be left out',
      },
    },
    order: {
      type: { oneOf: ORDERS },
      about: {
        zh: 'strict 按顺序(默认),free 只要都说到',
        en: 'strict: in order (default); free: all, in any order',
      },
    },
  },
  compile(keys) {
    return { steps: keys.steps('steps'), order: keys.word('order') === 'free' ? 'free' : 'strict' };
  },
  judge(body, rule, scene) {
    const window = scene.window(rule);
    if ('key' in window) return { outcome: 'na', reason: window };
    if (window.length === 0) return notApplicable('na.no-turns');
    const stretch = rule.where
      ? { first: window[0]!, last: window.at(-1)!, turns: window }
      : { first: 0, last: scene.turns.length - 1, turns: window };
    const places = body.steps
      .flatMap((step, number) => placesOf(step, number, stretch, scene))
      .sort(comesAfter);
    if (places.length === 0 && isCut(scene)) return notApplicable('na.partial');

    const inOrder = longestInOrder(places, body.steps.length);
    const misplaced = body.order === 'strict' ? misplacedSteps(body.steps, places, inOrder) : [];
    return judged([...missingSteps(body.steps, places, inOrder, stretch, rule, scene), ...misplaced]);
  },
};

function placesOf(step: Step, number: number, stretch: Stretch, scene: Scene): Place[] {
  const turns = step.by
    ? scene.spoken(step.by).filter((turn) => turn >= stretch.first && turn <= stretch.last)
    : stretch.turns;
  return turns.flatMap((turn) =>
    scene.said(turn, step.set, undefined, true).map(({ start, end }) => ({ step: number, turn, start, end })),
  );
}

function missingSteps(
  steps: readonly Step[],
  places: readonly Place[],
  inOrder: readonly Place[],
  stretch: Stretch,
  rule: Rule,
  scene: Scene,
): Finding[] {
  const said = new Set(places.map(({ step }) => step));
  return steps.flatMap((step, number): Finding[] => {
    if (said.has(number) || step.optional || isBeyond(step, number, said, rule, scene)) return [];
    const next = inOrder.find(
      (place) => place.step > number && rule.by.includes(scene.turns[place.turn]!.role),
    );
    const message = { key: 'sequence.missing', values: { step: step.name } };
    const turn = next?.turn ?? stretch.turns.at(-1)!;
    return [{ turn, span: null, message, searched: [stretch.first, stretch.last] }];
  });
}

/** Whether the step may well have been said outside of what the transcript shows. */
function isBeyond(step: Step, number: number, said: ReadonlySet<number>, rule: Rule, scene: Scene): boolean {
  const { rolesKnown } = scene.transcript;
  if (!rolesKnown && step.by && !step.by.some((role) => rule.by.includes(role))) return true;
  return isCut(scene) && (number < Math.min(...said) || number > Math.max(...said));
}

function misplacedSteps(
  steps: readonly Step[],
  places: readonly Place[],
  inOrder: readonly Place[],
): Finding[] {
  const found: Finding[] = [];
  const kept = new Set(inOrder.map(({ step }) => step));
  steps.forEach((step, number) => {
    const place = places.find((one) => one.step === number);
    if (!place || kept.has(number)) return;
    const overtaken = inOrder.find((other) => other.step > number && comesAfter(place, other) > 0);
    const key = overtaken ? 'sequence.before' : 'sequence.after';
    const other = overtaken ?? inOrder.findLast((one) => one.step < number)!;
    const values = { step: step.name, other: steps[other.step]!.name };
    found.push({ turn: place.turn, span: [place.start, place.end], message: { key, values } });
  });
  return found;
}
