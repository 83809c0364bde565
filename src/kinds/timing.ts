import type { Scene } from '../judge/scene.ts';
import type { Message } from '../judge/verdict.ts';
import { type Finding, judged, type KeyCompiler, type Kind, type Rule, type SetId } from './kind.ts';
import { MEASURES, type Measure, type Measured, TAKE, type Taking, type Unit } from './measures.ts';

interface Body extends Taking {
  measure: Measure;
  unless?: SetId;
  max: number | null;
  min: number | null;
}

/** Rounding of the recogniser's times is no interruption, in seconds. */
const LEAST_OVERLAP = 0.3;
/** Times are written to the millisecond; what lies below it is arithmetic. */
const TOLERANCE = 0.001;
/** Measures of the whole transcript: they have no place in it. */
const WHOLE: ReadonlySet<Measure> = new Set(['ring', 'span']);
const COUNTED: Readonly<Partial<Record<Measure, Unit>>> = { ring: 'rings', 'speech-rate': 'rate' };

/** A span stays under or over a limit. */
export const timing: Kind<Body> = {
  name: 'timing',
  about: { zh: '时长、振铃、语速不超过或不低于限度', en: 'a span stays under or over a limit' },
  keys: {
    measure: {
      type: { oneOf: MEASURES },
      about: {
        zh: '量什么:response 响应,silence 静默,overlap 抢话,speech-rate 语速,ring 振铃次数',
        en: 'what is measured: response, silence, overlap, speech-rate or ring',
      },
    },
    from: { type: 'name', about: { zh: '或:从这个元数据时间', en: 'or: from this metadata time' } },
    to: { type: 'name', about: { zh: '到这个元数据时间', en: 'to this metadata time' } },
    after: {
      type: 'phrases',
      about: {
        zh: '只量说了这些话(如「请稍等」)之后的间隔',
        en: 'only gaps after one of these, such as "one moment"',
      },
    },
    max: {
      type: 'duration',
      about: {
        zh: '上限:30s、5m、2h、2 workdays;振铃写声数,语速写每分钟字数',
        en: 'the most: 30s, 5m, 2h, 2 workdays; a number of rings, or of words a minute',
      },
    },
    min: { type: 'duration', about: { zh: '下限,写法同上', en: 'the least, written likewise' } },
    unless: {
      type: 'phrases',
      about: {
        zh: '前后说了这些(致歉)就不算',
        en: 'not counted where one of these (an apology) stands beside it',
      },
    },
  },
  compile(keys) {
    const measure = subject(keys);
    if (keys.has('after') && measure !== 'response' && measure !== 'silence') {
      keys.refuse('after', { key: 'pack.timing-after' });
    }
    const unless = keys.phrases('unless');
    const common = {
      measure,
      from: keys.word('from'),
      to: keys.word('to'),
      after: keys.phrases('after'),
      unless,
    };
    if (measure === 'overlap' && keys.has('min')) keys.refuse('min', { key: 'pack.timing-overlap' });
    if (measure === 'overlap' && !keys.has('max'))
      return { ...common, unit: 'seconds', max: LEAST_OVERLAP, min: null };
    return { ...common, ...limits(keys, measure) };
  },
  judge(body, rule, scene) {
    const taken = TAKE[body.measure](body, rule, scene);
    if (!Array.isArray(taken)) return { outcome: 'na', reason: taken };
    const counted = WHOLE.has(body.measure) ? taken : within(taken, rule, scene);
    return Array.isArray(counted)
      ? judged(counted.flatMap((measured) => breach(body, scene, measured)))
      : { outcome: 'na', reason: counted };
  },
};

/** What was measured in the rule's window, after what it waits for was heard. */
function within(taken: readonly Measured[], rule: Rule, scene: Scene): Measured[] | Message {
  const window = rule.where ? scene.window(rule) : null;
  if (window && 'key' in window) return window;
  const turns = window && new Set(window);
  const counted = taken.filter(({ turn }) => turns?.has(turn) ?? true);
  if (counted.length === 0) return { key: 'na.not-triggered' };
  const heard = counted.filter(({ turn }) => scene.heardBefore(turn, rule));
  return heard.length > 0 ? heard : { key: 'na.not-heard' };
}

function subject(keys: KeyCompiler): Measure {
  const measure = keys.word('measure');
  const isSpan = keys.has('from') && keys.has('to');
  if ((keys.has('from') || keys.has('to')) !== isSpan || (measure !== undefined) === isSpan) {
    keys.refuse('', { key: 'pack.timing-what' });
  }
  return (measure ?? 'span') as Measure;
}

function limits(keys: KeyCompiler, measure: Measure): Pick<Body, 'unit' | 'max' | 'min'> {
  if (!keys.has('max') && !keys.has('min'))
    keys.refuse('', { key: 'pack.needs-one', values: { keys: 'max, min' } });
  const counted = COUNTED[measure];
  if (counted) return { unit: counted, max: keys.integer('max') ?? null, min: keys.integer('min') ?? null };
  const both = [keys.duration('max'), keys.duration('min')];
  const days = both.map((one) => (one && 'workdays' in one ? one.workdays : null));
  const seconds = both.map((one) => (one && 'seconds' in one ? one.seconds : null));
  const isDays = days.some((one) => one !== null);
  if (isDays && (measure === 'overlap' || seconds.some((one) => one !== null))) {
    keys.refuse('', { key: 'pack.timing-workdays' });
  }
  const [max, min] = isDays ? days : seconds;
  return { unit: isDays ? 'workdays' : 'seconds', max: max ?? null, min: min ?? null };
}

function breach(body: Body, scene: Scene, { value, turn, near }: Measured): Finding[] {
  const isOver = body.max !== null && value > body.max + TOLERANCE;
  const isUnder = body.min !== null && value < body.min - TOLERANCE;
  if (!isOver && !isUnder) return [];
  const excuse = near().find((one) => scene.hits(one, body.unless).length > 0);
  if (excuse !== undefined) {
    const by = scene.text(excuse, scene.hits(excuse, body.unless)[0]!);
    scene.trace?.note('why.softened', { by }, turn);
    return [];
  }
  const bound = isOver ? body.max! : body.min!;
  const said = amounts(body.unit, bound);
  const parts = {
    measure: measureName(body),
    actual: said(value, isOver ? Math.ceil : Math.floor),
    [isOver ? 'max' : 'min']: said(bound),
  };
  return [{ turn, span: null, message: { key: isOver ? 'timing.over' : 'timing.under', parts } }];
}

function measureName({ measure, from, to }: Body): Message {
  return measure === 'span'
    ? { key: 'measure.span', values: { from: from!, to: to! } }
    : { key: `measure.${measure}` };
}

/** From so many seconds on, a limit is given in a larger unit. */
const UNITS = [
  { key: 'unit.hours', from: 7200, seconds: 3600 },
  { key: 'unit.minutes', from: 120, seconds: 60 },
  { key: 'unit.seconds', from: 0, seconds: 1 },
];

/**
 * @returns puts amounts into words in the unit that suits the limit, so that they can be compared; rounded
 *   away from the limit where so told, so that 30.01 seconds do not read as 30
 */
function amounts(unit: Unit, limit: number) {
  const { key, seconds } = UNITS.find(({ from }) => limit >= from)!;
  return (value: number, round: (value: number) => number = Math.round): Message => {
    if (unit === 'workdays' || unit === 'rings') return { key: `unit.${unit}`, values: { count: value } };
    if (unit === 'rate') return { key: 'unit.rate', values: { count: round(value) } };
    const tenths = round(Number(((value / seconds) * 10).toFixed(3))) / 10;
    return { key, values: { count: tenths } };
  };
}
