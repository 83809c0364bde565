import { wholeAt } from '../judge/whole.ts';
import { type Kind, notApplicable, pass, type SetId } from './kind.ts';

interface Body {
  any?: SetId;
  except?: SetId;
  all?: { name: string; set: SetId }[];
  least: number;
}

/** This is said, in this window. */
export const require: Kind<Body> = {
  name: 'require',
  about: { zh: '规定的话要说到', en: 'this is said, in this window' },
  keys: {
    any: { type: 'phrases', about: { zh: '说到其中任何一句即可', en: 'any one of these will do' } },
    all: { type: 'groups', about: { zh: '每一组都要说到', en: 'one of each group must be said' } },
    'at-least': {
      type: 'integer',
      about: { zh: '至少几处(any)或几组(all)', en: 'at least so many hits of any, or groups of all' },
    },
    except: { type: 'phrases', about: { zh: '不能算数的说法', en: 'wordings that do not count' } },
  },
  compile(keys) {
    const any = keys.phrases('any');
    const all = keys.groups('all');
    if (any === undefined && !all) keys.refuse('', { key: 'pack.needs-one', values: { keys: 'any, all' } });
    const least = keys.integer('at-least') ?? (all ? all.length : 1);
    return { any, all, least, except: keys.phrases('except') };
  },
  judge(body, rule, scene) {
    const window = scene.window(rule);
    if ('key' in window) return { outcome: 'na', reason: window };
    if (window.length === 0) return notApplicable('na.no-turns');
    // Nothing depends on how often it is said beyond what is asked, unless somebody wants to see it all.
    const isSaid = (set: SetId, least: number): boolean => {
      let count = 0;
      for (const turn of window) {
        count += scene.said(turn, set, body.except, true).length;
        if (count >= least && !scene.trace) return true;
      }
      return count >= least;
    };
    const { any, all, least } = body;
    const missing = (all ?? []).filter((group) => !isSaid(group.set, 1));
    const isEnough = all ? all.length - missing.length >= least : isSaid(any!, least);
    if (isEnough && (any === undefined || !all || isSaid(any, 1))) return pass;

    const cut = wholeAt(scene, rule.where);
    if (cut) return { outcome: 'na', reason: cut };
    const due = rule.where?.at === 'closing' || rule.where?.at === 'last' ? window.at(-1)! : window[0]!;
    const what = missing.map((group) => group.name).join(' · ');
    return {
      outcome: 'fail',
      findings: [
        {
          turn: due,
          span: null,
          message: what
            ? { key: 'require.missing-groups', values: { what } }
            : { key: 'require.missing', values: { what: rule.title } },
          searched: [window[0]!, window.at(-1)!],
        },
      ],
    };
  },
};
