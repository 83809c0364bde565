import { alternate } from '../processes.mjs';
import { atLeast } from '../table.mjs';

export const cores = {
  name: 'cores',
  title: 'Two threads against one: default packs',
  *rows({ corpora, courtesy, large, limits }) {
    if (!courtesy.hasThreads) {
      yield { measure: 'two threads', result: 'not measured: check has no --concurrency', target: '≥ 1.8 ×' };
      return;
    }
    for (const form of ['text', 'jsonl']) {
      const file = corpora.file({ form, megabytes: large });
      const on = (threads) => courtesy.timed(courtesy.check(file, { threads }));
      const { times, ratio } = alternate({ one: on(1), two: on(2) }, limits);
      yield atLeast(1.8, ratio('one', 'two'), {
        measure: `${large} MB of ${form}`,
        detail: `${times.one.toFixed(2)} s against ${times.two.toFixed(2)} s`,
      });
    }
  },
};
