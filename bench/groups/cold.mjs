import { companyPhrases, writePack } from '../phrases.mjs';
import { alternate } from '../processes.mjs';
import { atMost, milliseconds } from '../table.mjs';

const ROUNDS = 25;

export const cold = {
  name: 'cold',
  title: 'Cold start: `check` of one short text, against `node -e 0`',
  *rows({ folder, courtesy, limits }) {
    const { short } = courtesy;
    const phrases = companyPhrases(5000);
    const company = writePack(phrases, { folder, name: 'company-cold', extends: ['zh/core'] });
    const bare = courtesy.timed(['-e', '0']);
    const defaults = courtesy.timed(courtesy.check(short, { threads: 'any' }));
    const extended = courtesy.timed(courtesy.check(short, { packs: [company], threads: 'any' }));
    const first = extended();
    const { times, ratio } = alternate({ bare, defaults, extended }, { ...limits, rounds: ROUNDS });
    const against = (name) => `${milliseconds(times[name])} against ${milliseconds(times.bare)}`;
    yield atMost(1.3, ratio('defaults', 'bare'), { measure: 'default packs', detail: against('defaults') });
    yield atMost(1.6, ratio('extended', 'bare'), {
      measure: 'zh/core and a company pack of 5,000 phrases, second run',
      detail: against('extended'),
    });
    yield { measure: 'the same, first run', result: milliseconds(first) };
  },
};
