import { fileURLToPath } from 'node:url';
import { alternate } from '../processes.mjs';
import { atMost, milliseconds } from '../table.mjs';

const reader = fileURLToPath(new URL('../read-files.mjs', import.meta.url));

export const files = {
  name: 'files',
  title: 'Number of files: a conversation each, default packs, against reading them through Node, 8 at once',
  *rows({ corpora, courtesy, full, limits }) {
    for (const count of full ? [200, 2000, 20_000] : [200, 2000]) {
      const place = corpora.files(count);
      const read = courtesy.timed([reader, place]);
      const check = courtesy.timed(courtesy.check(place, { threads: 'any' }));
      // Once before it counts: the files are in memory then, and the compiled code is kept.
      read();
      check();
      const { times, ratio } = alternate({ read, check }, limits);
      yield atMost(2, ratio('check', 'read'), {
        measure: `${count.toLocaleString('en')} files`,
        detail: `${milliseconds(times.check)} against ${milliseconds(times.read)}`,
      });
    }
  },
};
