import type { Scene } from '../judge/scene.ts';
import type { Hit } from '../phrase/turn-hits.ts';
import { apart } from './forbid.ts';
import {
  type Finding,
  judged,
  type Kind,
  notApplicable,
  type Rule,
  type SetId,
  type Window,
} from './kind.ts';

const NEEDS = ['opens', 'closes', 'both', 'either'] as const;
type Need = (typeof NEEDS)[number];

const NO_REQUEST = notApplicable('na.no-request');
const NOWHERE = { start: 0 };

interface Body {
  of: SetId;
  except?: SetId;
  opens?: SetId;
  closes?: SetId;
  need: Need;
  within: Window;
}

/** A request opens with 请/please and closes with 好吗/thanks. */
export const frame: Kind<Body> = {
  name: 'frame',
  about: {
    zh: '请求要「请」字开头、「好吗/谢谢」收尾',
    en: 'a request opens with please and closes with thanks',
  },
  keys: {
    of: { type: 'phrases', required: true, about: { zh: '什么算请求', en: 'what counts as a request' } },
    opens: { type: 'phrases', about: { zh: '开头的礼貌语', en: 'how it may open' } },
    closes: { type: 'phrases', about: { zh: '收尾的礼貌语', en: 'how it may close' } },
    need: { type: { oneOf: NEEDS }, about: { zh: '要哪一头', en: 'which end is needed' } },
    within: { type: 'window', about: { zh: '在多大范围里找', en: 'how far it is looked for' } },
    except: { type: 'phrases', about: { zh: '不算请求的说法', en: 'wordings that are no request' } },
  },
  compile(keys) {
    const opens = keys.phrases('opens');
    const closes = keys.phrases('closes');
    const need = (keys.word('need') ??
      (opens !== undefined && closes !== undefined
        ? 'either'
        : opens !== undefined
          ? 'opens'
          : 'closes')) as Need;
    const missing = (need !== 'closes' && opens === undefined) || (need !== 'opens' && closes === undefined);
    if (missing) keys.refuse('need', { key: 'pack.frame-needs', values: { need } });
    return {
      of: keys.phrases('of')!,
      except: keys.phrases('except'),
      opens,
      closes,
      need,
      within: keys.window('within') ?? { in: 'sentence' },
    };
  },
  judge(body, rule, scene) {
    const window = scene.window(rule);
    if ('key' in window) return { outcome: 'na', reason: window };
    if (!scene.mayBeSaid(body.of, rule.by)) return NO_REQUEST;
    const findings: Finding[] = [];
    const framed: number[] = [];
    let isAsked = false;
    for (const turn of window) {
      if (rule.when.heard.length > 0 && !scene.heardBefore(turn, rule)) continue;
      // Polite words are found sooner than requests, and most turns have them.
      if (scene.trace === null && isFramed(body, scene, turn)) {
        framed.push(turn);
        continue;
      }
      for (const request of requests(body, rule, scene, turn)) {
        isAsked = true;
        const lacks = missingEnds(body, scene, turn, request);
        if (!lacks) continue;
        const values = { text: scene.text(turn, request) };
        findings.push({
          turn,
          span: [request.start, request.end],
          message: { key: `frame.${lacks}`, values },
        });
      }
    }
    isAsked ||= framed.some((turn) => requests(body, rule, scene, turn).length > 0);
    return isAsked ? judged(findings) : NO_REQUEST;
  },
};

function requests(body: Body, rule: Rule, scene: Scene, turn: number): readonly Hit[] {
  return apart(scene.said(turn, body.of, body.except, rule.quoted));
}

/** Whether no request of the turn can lack anything, wherever in the turn it stands. */
function isFramed(body: Body, scene: Scene, turn: number): boolean {
  return body.within.in !== 'sentence' && missingEnds(body, scene, turn, NOWHERE) === null;
}

/** @param request matters where the polite words are looked for in its sentence */
function missingEnds(body: Body, scene: Scene, turn: number, request: { start: number }): Need | null {
  const opens = (): boolean => frames(body.opens, body.within, scene, turn, request);
  const closes = (): boolean => frames(body.closes, body.within, scene, turn, request);
  switch (body.need) {
    case 'opens':
      return opens() ? null : 'opens';
    case 'closes':
      return closes() ? null : 'closes';
    case 'either':
      return opens() || closes() ? null : 'either';
    case 'both':
      return opens() ? (closes() ? null : 'closes') : closes() ? 'opens' : 'both';
  }
}

/** Whether the polite words stand in the request's sentence, turn or the speaker's next turns. */
function frames(
  set: SetId | undefined,
  within: Window,
  scene: Scene,
  turn: number,
  request: { start: number },
): boolean {
  if (within.in === 'sentence') {
    const [start, end] = scene.sentence(turn, request.start);
    return scene.hits(turn, set).some((hit) => hit.start >= start && hit.end <= end);
  }
  const turns = within.in === 'turns' ? within.turns : 1;
  const spoken = scene.spoken([scene.turns[turn]!.role]).filter((index) => index >= turn);
  return spoken.slice(0, turns).some((index) => scene.hits(index, set).length > 0);
}
