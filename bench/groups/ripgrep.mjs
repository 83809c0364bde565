import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPhrases } from '../phrases.mjs';
import { alternate, isInstalled, secondsOf } from '../processes.mjs';
import { atMost, rate } from '../table.mjs';

const LIMITS = { text: 2, jsonl: 3 };

export const ripgrep = {
  name: 'ripgrep',
  title: "All shipped packs, one thread, against `rg -j1 -i -n -F -f` with 500 of the packs' phrases",
  *rows({ corpora, courtesy, folder, large, limits }) {
    const installed = isInstalled('rg');
    const list = join(folder, 'phrases.txt');
    writeFileSync(list, `${shippedPhrases(courtesy.shipped, 500).join('\n')}\n`);
    const packs = courtesy.shipped;
    // Once before it counts, so that the compiled packs are kept.
    courtesy.timed(courtesy.check(courtesy.short, { packs }))();
    for (const [form, limit] of Object.entries(LIMITS)) {
      const file = corpora.file({ form, megabytes: large });
      const measure = `${large} MB of ${form}`;
      const check = courtesy.timed(courtesy.check(file, { packs }));
      const search = () =>
        secondsOf(['rg', '-j1', '-i', '-n', '-F', '-f', list, file], { output: join(folder, 'found') });
      const { times, ratio } = alternate(installed ? { check, search } : { check }, limits);
      const speed = rate(large, times.check);
      if (installed) {
        const detail = `${speed} against ${rate(large, times.search)}`;
        yield atMost(limit, ratio('check', 'search'), { measure, detail });
      } else yield { measure, result: `${speed}; rg is not installed`, target: `≤ ${limit} ×` };
    }
  },
};
