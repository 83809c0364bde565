/** Situations for packs that have none: a rule's bad example is to be said as the norm asks. */
import type { Locale } from '../../locale/locale.ts';
import { exampleTranscript } from '../../pack/examples.ts';
import type { Resolved, ResolvedRule } from '../../pack/resolve.ts';
import type { ListValue, PhraseList } from '../../pack/shape.ts';
import type { Turn } from '../../transcript/transcript.ts';
import type { Forbidden, Item, Step } from '../exercise.ts';
import { draw } from './draw.ts';
import { ITEM_POINTS } from './points.ts';

/** Lists of courtesies that the shipped packs have, by what they are good for. Any of a group earns its step. */
const COURTESIES: Readonly<Record<'tone' | 'help', readonly string[]>> = {
  tone: [
    ...['greeting', 'thanks', 'farewell', 'please', 'consent', 'apology', 'empathy'],
    ...['hello', 'goodbye', 'kindly', 'sorry', 'reply-apology'],
  ],
  help: ['handling', 'alternative', 'reason', 'offer', 'reply-next-step'],
};
/** Where a model answer shows no courtesy that is known, any words earn the step unless they are forbidden. */
const ANY_WORDS = '/\\p{L}+/';

/**
 * @param seed which of a rule's bad examples is taken
 * @param locale of the sheet
 * @returns an item for each rule that forbids a wording, shows it and says what to say instead; their steps ask for
 *   more than some model answers show, which is for `settled` to mend
 */
export function rewritingItems({ rules }: Resolved, seed: number, locale: Locale): Item[] {
  return rules.flatMap((rule) => itemFor(rule, seed, locale) ?? []);
}

function itemFor(rule: ResolvedRule, seed: number, locale: Locale): Item | null {
  const { instead, examples, clauses, title } = rule.spec;
  const forbid = rule.spec.forbid as { phrases?: PhraseList; except?: PhraseList } | undefined;
  const shown = (examples?.bad ?? []).map((one) =>
    conversation(exampleTranscript(one, 'agent', rule.id).turns),
  );
  const [example] = draw(
    shown.filter((one) => one !== null),
    1,
    seed,
  );
  if (!forbid?.phrases || !instead || !example) return null;
  const { phrases, except } = forbid;
  const wording: Forbidden = {
    phrases,
    ...(except ? { except } : {}),
    veto: true,
    feedback: title ?? rule.key,
    instead,
  };
  return {
    id: rule.key,
    situation:
      example.customer === null
        ? locale.say('sheet.rewrite', { answer: example.agent })
        : locale.say('sheet.rewrite-after', { customer: example.customer, answer: example.agent }),
    points: ITEM_POINTS,
    steps: stepsFor(rule.lists, instead, locale),
    forbid: [wording],
    model: [instead],
    ...(clauses ? { clauses } : {}),
  };
}

/** What a colleague said, and what the customer had said before; null where the example shows more than that. */
function conversation(turns: readonly Turn[]): { agent: string; customer: string | null } | null {
  const last = turns.at(-1);
  if (!last || last.role === 'customer' || turns.length > 2) return null;
  if (turns.length === 1) return { agent: last.text, customer: null };
  return turns[0]!.role === 'customer' ? { agent: last.text, customer: turns[0]!.text } : null;
}

function stepsFor(lists: Record<string, ListValue>, instead: string, locale: Locale): Step[] {
  const groups = Object.entries(COURTESIES).flatMap(([name, wanted]): Step[] => {
    const any = wanted.filter((list) => Object.hasOwn(lists, list)).map((list) => `<${list}>`);
    const feedback = locale.say('sheet.say-so', { instead });
    return any.length === 0 ? [] : [{ step: locale.say(`sheet.step.${name}`), points: 0, any, feedback }];
  });
  return shared(groups.length > 0 ? groups : [anyWords(instead, locale)]);
}

const anyWords = (instead: string, locale: Locale): Step => ({
  step: locale.say('sheet.step.rewritten'),
  points: 0,
  any: [ANY_WORDS],
  feedback: locale.say('sheet.say-so', { instead }),
});

/** @returns the item without a step that its model answer does not earn; null where there is no other way to ask it */
export function without(step: string, item: Item, locale: Locale): Item | null {
  const steps = item.steps.filter((one) => one.step !== step);
  if (steps.length > 0) return { ...item, steps: shared(steps) };
  const last = anyWords(item.model[0]!, locale);
  return last.step === step ? null : { ...item, steps: shared([last]) };
}

const shared = (steps: readonly Step[]): Step[] =>
  steps.map((step) => ({ ...step, points: ITEM_POINTS / steps.length }));
