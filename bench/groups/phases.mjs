import { runMatching } from '../bundle-matching.mjs';
import { companyPhrases, writePack } from '../phrases.mjs';
import { rate } from '../table.mjs';

/** In MB/s. */
const WANTED = 400;
/** In megabytes: with less a pass takes a few milliseconds, and tells as much of the machine. */
const MATCHED = 10;

/** A line of `--timing`: two spaces, a phase, what it took. The parts of a phase stand further in. */
const PHASE = /^ {2}(\S.*?) +([\d.]+) ms +([\d.]+) %$/;

/** What takes its time whatever the size of the input. */
const FIXED = new Set(['load packs', 'find files']);

export const phases = {
  name: 'phases',
  title: 'Phases: default packs, one thread, few violations, as `--timing` tells them',
  async *rows({ corpora, courtesy, folder, full, limits }) {
    const megabytes = full ? 10 : 1;
    for (const form of ['text', 'jsonl']) {
      const args = courtesy.check(corpora.file({ form, megabytes }));
      const told = courtesy.told([...args, '--timing', '--locale', 'en']);
      for (const line of told.split('\n')) {
        const [, phase, took, share] = PHASE.exec(line) ?? [];
        if (phase === undefined) continue;
        const speed =
          Number(took) > 0 && !FIXED.has(phase) ? `, ${rate(megabytes, Number(took) / 1000)}` : '';
        yield { measure: `${megabytes} MB of ${form}: ${phase}`, result: `${share} %, ${took} ms${speed}` };
      }
    }
    const packs = [writePack(companyPhrases(500), { folder, name: 'company-matching' })];
    for (const language of ['zh', 'en', 'mixed']) {
      const file = corpora.file({ form: 'text', language, megabytes: MATCHED });
      const { bytes, seconds } = await runMatching({ folder, file, packs, rounds: limits.rounds * 3 });
      const speed = bytes / 1e6 / seconds;
      yield {
        measure: `matching alone, folded text to hits, 500 phrases, warm, ${language}`,
        result: `${speed.toFixed(0)} MB/s`,
        target: `≥ ${WANTED} MB/s`,
        met: speed >= WANTED,
      };
    }
  },
};
