/**
 * An exercise as a pack that extends the packs it names: its steps and its forbidden wordings are rules like others,
 * so all of the phrase language holds for them.
 */
import type { Resolved } from '../pack/resolve.ts';
import type { LoadedPack, RuleSpec } from '../pack/shape.ts';
import type { Exercise, Forbidden, Item, Step } from './exercise.ts';

const PACK = 'exercise';
/** Kinds that object to words that were said. What should be said besides is for the items to ask. */
const OBJECTING = new Set(['forbid', 'limit', 'frame', 'respond']);

/** @returns the id of the rule that an item's step became */
export const stepRule = (item: number, step: number): string => `${PACK}/${item}.step.${step}`;
/** @returns the id of the rule that a wording forbidden by an item became */
export const ownRule = (item: number, wording: number): string => `${PACK}/${item}.forbid.${wording}`;
export const isOwn = (rule: { pack: string }): boolean => rule.pack === PACK;

/**
 * @param file of the exercise, which paths of packs are relative to
 * @param text the exercise as it is written
 */
export function packOf(exercise: Exercise, file: string, text: string): LoadedPack {
  const rules: Record<string, RuleSpec> = {};
  const origins: Record<string, (string | number)[]> = {};
  const add = (id: string, spec: RuleSpec, origin: (string | number)[]): void => {
    const key = id.slice(PACK.length + 1);
    rules[key] = spec;
    origins[key] = origin;
  };
  for (const [index, item] of exercise.items.entries()) {
    for (const [number, step] of item.steps.entries())
      add(stepRule(index, number), stepSpec(step), ['items', index, 'steps', number]);
    for (const [number, wording] of (item.forbid ?? []).entries())
      add(ownRule(index, number), wordingSpec(wording, item), ['items', index, 'forbid', number]);
  }
  const { title, language, pack, lists } = exercise;
  const spec = { pack: PACK, title, version: '1', language, extends: pack, lists, rules };
  return { spec, file, lines: {}, text, origins };
}

function stepSpec({ step, any, except }: Step): RuleSpec {
  return { title: step, require: except === undefined ? { any } : { any, except } };
}

function wordingSpec({ phrases, except, veto, feedback, instead }: Forbidden, item: Item): RuleSpec {
  return {
    title: feedback ?? instead ?? [phrases].flat()[0]!,
    severity: 'error',
    veto: veto ?? false,
    clauses: item.clauses ?? [],
    ...(instead === undefined ? {} : { instead }),
    forbid: except === undefined ? { phrases } : { phrases, except },
  };
}

/**
 * The item's own rules beside those of the packs that object to words. The exercise's lists are for its own rules: a
 * list that happens to have the name of one of the packs' changes nothing in them.
 * @param packs as they are without the exercise
 * @param own the exercise's pack with those that it extends
 */
export function joined(packs: Resolved, own: Resolved): Resolved {
  const theirs = packs.rules.filter(({ spec }) => Object.keys(spec).some((key) => OBJECTING.has(key)));
  const ours = own.rules.filter(({ pack }) => pack.spec.pack === PACK);
  return { ...own, rules: [...theirs, ...ours] };
}
