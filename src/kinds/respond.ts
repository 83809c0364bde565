import type { Scene } from '../judge/scene.ts';
import type { Message } from '../judge/verdict.ts';
import { isCut } from '../judge/whole.ts';
import { apart } from './forbid.ts';
import {
  type Finding,
  judged,
  type Kind,
  notApplicable,
  type Rule,
  type SetId,
  type Trigger,
  type Window,
} from './kind.ts';
import { type Situation, type Span, situationsOf } from './situations.ts';

interface Body {
  to: Trigger;
  with?: SetId;
  all: { name: string; set: SetId }[];
  within: Span;
  never?: SetId;
  except?: SetId;
  alone?: SetId;
  unless?: SetId;
}

const DEFAULT_TURNS = 2;
const NOT_TRIGGERED = notApplicable('na.not-triggered');

/** After A, B follows within so many turns or seconds, and C does not. */
export const respond: Kind<Body> = {
  name: 'respond',
  about: {
    zh: '对方说了什么(或自己说了什么),就要这样回应、不能那样回应',
    en: 'after A, B follows within so many turns or seconds, and C does not',
  },
  keys: {
    to: {
      type: 'trigger',
      required: true,
      about: {
        zh: '情形:客户说的话;坐席自己的话写 by: agent',
        en: 'the situation: what the customer says; by: agent for own words',
      },
    },
    with: { type: 'phrases', about: { zh: '要回应的话,任何一句即可', en: 'the answer: any one of these' } },
    all: { type: 'groups', about: { zh: '每一组都要说到', en: 'one of each group must be said' } },
    within: {
      type: 'window',
      about: {
        zh: '多少轮或多少秒之内(默认 2 轮)',
        en: 'within how many turns or seconds (2 turns by default)',
      },
    },
    never: { type: 'phrases', about: { zh: '不能这样回应', en: 'what is never the answer' } },
    except: {
      type: 'phrases',
      about: {
        zh: '例外:把 never 的命中盖住的说法',
        en: 'wordings that cancel the hits of never that they cover',
      },
    },
    alone: { type: 'phrases', about: { zh: '不能只回这一句', en: 'what may not be the whole answer' } },
    unless: {
      type: 'phrases',
      about: {
        zh: '情形的话里、或坐席此前已说过这些,就不要求',
        en: 'nothing is asked where these stand beside the trigger or were said by the agent before it',
      },
    },
  },
  compile(keys) {
    const asks = ['with', 'all', 'never', 'alone'];
    if (!asks.some((key) => keys.has(key)))
      keys.refuse('', { key: 'pack.needs-one', values: { keys: asks.join(', ') } });
    const within: Window = keys.window('within') ?? {
      in: 'turns',
      turns: DEFAULT_TURNS,
    };
    if (within.in === 'sentence') return keys.refuse('within', { key: 'pack.respond-within' });
    return {
      to: keys.trigger('to')!,
      with: keys.phrases('with'),
      all: keys.groups('all') ?? [],
      within,
      never: keys.phrases('never'),
      except: keys.phrases('except'),
      alone: keys.phrases('alone'),
      unless: keys.phrases('unless'),
    };
  },
  judge(body, rule, scene) {
    const window = scene.window(rule);
    if ('key' in window) return { outcome: 'na', reason: window };
    const arising = situationsOf(body, rule, scene);
    if (arising.length === 0) return NOT_TRIGGERED;
    const situations = arising.filter(({ due }) => !rule.where || (due !== null && window.includes(due)));
    if (situations.length === 0) return NOT_TRIGGERED;
    const answers = situations.map((situation) => answered(body, rule, scene, situation));
    const judgedOn = answers.filter((answer) => Array.isArray(answer));
    if (judgedOn.length === 0) return { outcome: 'na', reason: answers[0] as Message };
    return judged(judgedOn.flat());
  },
};

/** @returns what is wrong with the answer, or why that cannot be told */
function answered(body: Body, rule: Rule, scene: Scene, situation: Situation): Finding[] | Message {
  if (situation.due === null) return { key: 'na.ends-in-middle' };
  if (situation.timeless && situation.answer.length === 0) return { key: 'na.no-times' };
  const wrong = wrongWords(body, rule, scene, situation);
  if (wrong.length > 0) return wrong;

  const asks = body.with !== undefined || body.all.length > 0;
  const missing = asks ? missingFrom(body, rule, scene, situation) : null;
  if (asks && missing === null) return [];
  if (situation.timeless) return { key: 'na.no-times' };
  const curt = curtAnswer(body, scene, situation);
  if (curt) return [curt];
  if (missing === null) return [];
  if (situation.open && isCut(scene)) return { key: 'na.partial' };
  return [absence(body, situation, missing)];
}

function wrongWords({ never, except }: Body, rule: Rule, scene: Scene, situation: Situation): Finding[] {
  if (never === undefined) return [];
  return situation.answer.flat().flatMap((turn) =>
    apart(scene.said(turn, never, except, rule.quoted)).map((hit) => {
      const values = { heard: situation.heard, text: scene.text(turn, hit) };
      return {
        turn,
        span: [hit.start, hit.end] as const,
        message: { key: ownOr('respond.never', situation), values },
      };
    }),
  );
}

/** @returns what the answer lacks; null where it lacks nothing */
function missingFrom(body: Body, rule: Rule, scene: Scene, situation: Situation): string | null {
  const isSaid = (set: SetId): boolean =>
    situation.answer.flat().some((turn) => scene.said(turn, set, undefined, true).length > 0);
  const groups = body.all.filter(({ set }) => !isSaid(set)).map(({ name }) => name);
  if (groups.length > 0) return groups.join(' · ');
  return body.with === undefined || isSaid(body.with) ? null : rule.title;
}

/** A first answer that is no more than 嗯 or 哦. */
function curtAnswer({ alone }: Body, scene: Scene, situation: Situation): Finding | null {
  const first = situation.answer[0];
  if (alone === undefined || !first?.every((turn) => scene.alone(turn, alone).length > 0)) return null;
  const hit = scene.alone(first[0]!, alone)[0]!;
  const values = { heard: situation.heard, text: scene.text(first[0]!, hit) };
  return {
    turn: first[0]!,
    span: [hit.start, hit.end],
    message: { key: ownOr('respond.alone', situation), values },
  };
}

function absence({ within }: Body, situation: Situation, what: string): Finding {
  const turn = situation.due!;
  const turns = situation.answer.flat();
  const values = { heard: situation.heard, what };
  const message =
    within.in === 'seconds' && !situation.own
      ? { key: 'respond.late', values: { ...values, seconds: within.seconds } }
      : { key: ownOr('respond.missing', situation), values };
  return { turn, span: null, message, searched: [turns[0] ?? turn, turns.at(-1) ?? turn] };
}

const ownOr = (key: string, { own }: Situation): string => (own ? `${key}-own` : key);
