import type { Scene } from '../judge/scene.ts';
import { wholeAt } from '../judge/whole.ts';
import type { Hit } from '../phrase/turn-hits.ts';
import { remember } from '../remember.ts';
import { apart } from './forbid.ts';
import {
  type Finding,
  type Judgement,
  judged,
  type Kind,
  notApplicable,
  type Rule,
  type SetId,
} from './kind.ts';

interface Body {
  phrases: SetId;
  max: number | null;
  min: number | null;
  /** Turns of the role that are counted together; null for all of them. */
  turns: number | null;
  /** Whether each calendar month is counted by itself. */
  monthly: boolean;
  /** Whether several hits in one turn are one. */
  once: boolean;
}

interface Said {
  turn: number;
  hits: Hit[];
}

/** Said at most or at least so many times. */
export const limit: Kind<Body> = {
  name: 'limit',
  about: { zh: '最多或至少说几次', en: 'said at most or at least so many times' },
  keys: {
    phrases: { type: 'phrases', required: true, about: { zh: '要数的话', en: 'what is counted' } },
    max: { type: 'integer', about: { zh: '最多几次', en: 'at most so many times' } },
    min: { type: 'integer', about: { zh: '至少几次', en: 'at least so many times' } },
    per: {
      type: 'window',
      about: {
        zh: '在多大范围内数:transcript(默认)、10 turns 或 month(每个自然月)',
        en: 'counted in: transcript (default), 10 turns or month (each calendar month)',
      },
    },
    once: {
      type: 'flag',
      about: { zh: '一轮里说几次只算一次', en: 'several times in one turn count once' },
    },
  },
  compile(keys) {
    if (!keys.has('max') && !keys.has('min'))
      keys.refuse('', { key: 'pack.needs-one', values: { keys: 'max, min' } });
    const monthly = keys.word('per') === 'month';
    const per = monthly ? { in: 'transcript' as const } : (keys.window('per') ?? { in: 'transcript' });
    if ((per.in !== 'transcript' && per.in !== 'turns') || (monthly && keys.has('min')))
      keys.refuse('per', { key: 'pack.limit-per' });
    return {
      phrases: keys.phrases('phrases')!,
      max: keys.integer('max') ?? null,
      min: keys.integer('min') ?? null,
      turns: per.in === 'turns' ? per.turns : null,
      monthly,
      once: keys.flag('once'),
    };
  },
  judge(body, rule, scene) {
    const window = scene.window(rule);
    if ('key' in window) return { outcome: 'na', reason: window };
    const turns = window.filter((turn) => scene.heardBefore(turn, rule));
    if (turns.length === 0) return notApplicable(window.length === 0 ? 'na.no-turns' : 'na.not-heard');
    const said = turns.map((turn) => {
      const hits = apart(scene.said(turn, body.phrases, undefined, rule.quoted));
      return { turn, hits: body.once ? hits.slice(0, 1) : hits };
    });
    const stretches = body.monthly ? byMonth(said, scene) : [said];
    const over = stretches.flatMap((stretch) => tooMany(body, stretch, scene));
    if (over.length > 0 || body.min === null) return judged(over);
    return tooFew(body, body.min, said, rule, scene);
  },
};

/** Turns of one calendar month together; a turn without a time belongs to the month of those before it. */
function byMonth(said: readonly Said[], scene: Scene): Said[][] {
  const months = new Map<string, Said[]>();
  let month = '';
  for (const one of said) {
    const { time } = scene.turns[one.turn]!.turn;
    month = /^\d{4}-\d{2}/.exec(time ?? '')?.[0] ?? month;
    remember(months, month, () => []).push(one);
  }
  return [...months.values()];
}

/** Every hit that is one too many among the turns up to it. */
function tooMany({ max, turns }: Body, said: readonly Said[], scene: Scene): Finding[] {
  if (max === null) return [];
  const found: Finding[] = [];
  let count = 0;
  said.forEach(({ turn, hits }, index) => {
    if (turns !== null && index >= turns) count -= said[index - turns]!.hits.length;
    for (const hit of hits) {
      if (++count <= max) continue;
      const values = { text: scene.text(turn, hit), count, max };
      const message =
        turns === null
          ? { key: 'limit.over', values }
          : { key: 'limit.over-window', values: { ...values, turns } };
      found.push({ turn, span: [hit.start, hit.end], message });
    }
  });
  return found;
}

/** An absence for each stretch of turns with too few hits; stretches do not overlap. */
function tooFew({ turns }: Body, min: number, said: readonly Said[], rule: Rule, scene: Scene): Judgement {
  const size = turns ?? said.length;
  if (said.length < size) return notApplicable('na.too-short', { turns: size });
  const found: Finding[] = [];
  for (let from = 0; from + size <= said.length; from++) {
    const stretch = said.slice(from, from + size);
    const count = stretch.reduce((sum, { hits }) => sum + hits.length, 0);
    if (count >= min) continue;
    const [first, last] = [stretch[0]!.turn, stretch.at(-1)!.turn];
    const values = { count, min, what: rule.title };
    const message =
      turns === null
        ? { key: 'limit.under', values }
        : { key: 'limit.under-window', values: { ...values, turns } };
    found.push({ turn: last, span: null, message, searched: [first, last] });
    from += size - 1;
  }
  if (found.length === 0) return judged(found);
  const cut = wholeAt(scene, rule.where);
  return cut ? { outcome: 'na', reason: cut } : judged(found);
}
