import { alternate } from '../processes.mjs';
import { rate } from '../table.mjs';

const MEGABYTES = 1;
const LENGTHS = { short: 'a few words', usual: 'a sentence or two', long: 'over ten sentences' };

export const turns = {
  name: 'turns',
  title: `Length of turns: default packs, one thread, ${MEGABYTES} MB of mixed JSONL`,
  *rows({ corpora, courtesy, limits }) {
    const run = (length) =>
      courtesy.timed(courtesy.check(corpora.file({ turns: length, megabytes: MEGABYTES })));
    const runs = Object.keys(LENGTHS).map((length) => [length, run(length)]);
    const { times } = alternate(Object.fromEntries(runs), limits);
    for (const [length, about] of Object.entries(LENGTHS))
      yield { measure: `${length}: ${about}`, result: rate(MEGABYTES, times[length]) };
  },
};
