import type { Scene } from '../judge/scene.ts';
import type { Hit } from '../phrase/turn-hits.ts';
import { type Finding, judged, type Kind, notApplicable, pass, type SetId } from './kind.ts';

const NOT_HEARD = notApplicable('na.not-heard');

interface Body {
  phrases?: SetId;
  except?: SetId;
  alone?: SetId;
  unless?: SetId;
}

/** These are not said. */
export const forbid: Kind<Body> = {
  name: 'forbid',
  about: { zh: '这些话不能说', en: 'these are not said' },
  keys: {
    phrases: { type: 'phrases', about: { zh: '禁用的话', en: 'what is not said' } },
    except: {
      type: 'phrases',
      about: { zh: '例外:把命中盖住的说法', en: 'wordings that cancel the hits they cover' },
    },
    alone: {
      type: 'phrases',
      about: { zh: '只有单独成句(整轮只有这句)才算', en: 'forbidden only where it is the whole turn' },
    },
    unless: {
      type: 'phrases',
      about: {
        zh: '同一人前后紧接的话里有这些(致歉、原因、替代办法)就不算',
        en: 'not counted where the same speaker says one of these with it (apology, reason, alternative)',
      },
    },
  },
  compile(keys) {
    if (!keys.has('phrases') && !keys.has('alone'))
      keys.refuse('', { key: 'pack.needs-one', values: { keys: 'phrases, alone' } });
    return {
      phrases: keys.phrases('phrases'),
      except: keys.phrases('except'),
      alone: keys.phrases('alone'),
      unless: keys.phrases('unless'),
    };
  },
  judge(body, rule, scene) {
    const window = scene.window(rule);
    if ('key' in window) return { outcome: 'na', reason: window };
    const mayBe = scene.mayBeSaid(body.phrases, rule.by) || scene.mayBeSaid(body.alone, rule.by);
    if (!mayBe && rule.when.heard.length === 0) return window.length === 0 ? NOT_HEARD : pass;
    const findings: Finding[] = [];
    let looked = 0;
    for (const turn of window) {
      if (rule.when.heard.length > 0 && !scene.heardBefore(turn, rule)) continue;
      looked++;
      const hits = [
        ...(body.phrases === undefined ? [] : scene.said(turn, body.phrases, body.except, rule.quoted)),
        ...scene.alone(turn, body.alone),
      ];
      if (hits.length === 0 || isSoftened(scene, turn, body.unless)) continue;
      for (const hit of apart(hits)) findings.push(finding(scene, turn, hit));
    }
    return looked === 0 ? NOT_HEARD : judged(findings);
  },
};

/** Whether the speaker says something in this breath that takes the edge off. */
function isSoftened(scene: Scene, turn: number, unless: SetId | undefined): boolean {
  if (unless === undefined) return false;
  for (const near of scene.breath(turn)) {
    const hit = scene.hits(near, unless)[0];
    if (!hit) continue;
    scene.trace?.note('why.softened', { by: scene.text(near, hit) }, turn);
    return true;
  }
  return false;
}

/** One violation a place: of hits that overlap, the longest. */
export function apart(hits: readonly Hit[]): Hit[] {
  const longestFirst = [...hits].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Hit[] = [];
  for (const hit of longestFirst) {
    if (!kept.some((other) => other.start < hit.end && hit.start < other.end)) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function finding(scene: Scene, turn: number, hit: Hit): Finding {
  const key = hit.byEar ? 'forbid.said-by-ear' : 'forbid.said';
  return { turn, span: [hit.start, hit.end], message: { key, values: { text: scene.text(turn, hit) } } };
}
