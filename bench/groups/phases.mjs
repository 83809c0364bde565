import { runStages } from '../bundle-stages.mjs';
import { companyPhrases, writePack } from '../phrases.mjs';
import { rate } from '../table.mjs';

const MEGABYTES = 1;
const WANTED = 400;
const PACKS = ['zh/core', 'en/core'];

/** Each phase is what its stage takes more than the one before. */
const PHASES = ['read', 'fold', 'scan', 'judge', 'report'];

export const phases = {
  name: 'phases',
  title: 'Phases: default packs, one thread, warm code, few violations',
  async *rows({ corpora, folder, limits: { rounds } }) {
    for (const form of ['text', 'jsonl']) {
      const file = corpora.file({ form, megabytes: MEGABYTES });
      const { stages } = await runStages({ folder, file, packs: PACKS, rounds });
      let before = 0;
      for (const phase of PHASES) {
        // Two stages that differ by less than the noise may come out in either order.
        const seconds = Math.max(stages[phase] - before, 1e-6);
        const share = `${((100 * seconds) / stages.report).toFixed(1)} %`;
        const speed = seconds > 1e-6 ? `, ${rate(MEGABYTES, seconds)}` : '';
        yield { measure: `${form}: ${phase}`, result: `${share}${speed}` };
        before = stages[phase];
      }
    }
    const packs = [writePack(companyPhrases(500), { folder, name: 'company-matching' })];
    const file = corpora.file({ form: 'text', megabytes: MEGABYTES });
    const { matching } = await runStages({ folder, file, packs, rounds });
    const speed = matching.bytes / 1e6 / matching.seconds;
    yield {
      measure: 'matching alone, folded text to hits, 500 phrases',
      result: `${speed.toFixed(0)} MB/s`,
      target: `≥ ${WANTED} MB/s`,
      met: speed >= WANTED,
    };
  },
};
