import { usageOf } from '../processes.mjs';
import { megabytesOf } from '../table.mjs';

/** In MB, and as a share. */
const LIMIT = 400;
const GROWTH = 0.1;

export const memory = {
  name: 'memory',
  title: 'Peak memory: JSONL, default packs, one thread',
  *rows({ corpora, courtesy, full }) {
    const sizes = full ? [100, 1000] : [1, 10];
    const peaks = [];
    for (const megabytes of sizes) {
      const args = courtesy.check(corpora.file({ megabytes }));
      const { peak, seconds, user } = usageOf(args, courtesy.order);
      peaks.push(peak);
      yield {
        measure: `${megabytes} MB`,
        result: `${megabytesOf(peak)} (${seconds.toFixed(1)} s, user time ${user.toFixed(1)} s)`,
        target: `< ${LIMIT} MB`,
        met: peak < LIMIT * 1e6,
      };
    }
    const growth = peaks[1] / peaks[0] - 1;
    const row = {
      measure: `growth from ${sizes[0]} to ${sizes[1]} MB`,
      result: `${(growth * 100).toFixed(1)} %`,
      target: '≤ 10 % from 100 MB to 1 GB',
    };
    yield full ? { ...row, met: growth <= GROWTH } : row;
  },
};
