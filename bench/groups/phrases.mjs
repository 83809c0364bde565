import { companyPhrases, writePack } from '../phrases.mjs';
import { alternate } from '../processes.mjs';
import { atMost, milliseconds, rate } from '../table.mjs';

const COUNTS = [50, 500, 5000];
/** Names that are no whole numbers, which objects would sort. */
const nameOf = (count) => `company-${count}`;

export const phrases = {
  name: 'phrases',
  title: 'Number of phrases: a company pack alone, one thread, labelled text',
  *rows({ corpora, courtesy, folder, large, limits }) {
    const file = corpora.file({ form: 'text', megabytes: large });
    const runs = {};
    for (const count of COUNTS) {
      const packs = [writePack(companyPhrases(count), { folder, name: nameOf(count) })];
      runs[nameOf(count)] = courtesy.timed(courtesy.check(file, { packs }));
    }
    courtesy.forgetRulesets();
    const first = COUNTS.map((count) => runs[nameOf(count)]());
    const { times, ratio } = alternate(runs, limits);
    for (const [i, count] of COUNTS.entries()) {
      const time = times[nameOf(count)];
      const result = `${milliseconds(time)}, ${rate(large, time)}; first run ${milliseconds(first[i])}`;
      yield { measure: `${count.toLocaleString('en')} phrases, ${large} MB, second run`, result };
    }
    yield atMost(1.3, ratio(nameOf(5000), nameOf(50)), {
      measure: `5,000 phrases against 50, ${large} MB`,
      detail: `${milliseconds(times[nameOf(5000)])} against ${milliseconds(times[nameOf(50)])}`,
    });
  },
};
