/**
 * Runs in a process of its own: how long each phase of a check takes once the code is warm.
 * Arguments: file, rounds, packs. Prints JSON on standard output: `stages`, seconds of reading alone, of reading and
 * folding, and so on (a phase is what a stage takes more than the one before it), and `matching`.
 */
import { readFileSync } from 'node:fs';
import { loadRuleset } from '../src/api.ts';
import { Judge } from '../src/judge/judge.ts';
import { senses } from '../src/judge/senses.ts';
import { openLocale } from '../src/locale/index.ts';
import { Scanner } from '../src/phrase/scan.ts';
import { jsonl } from '../src/report/jsonl.ts';
import { prepare } from '../src/run/prepare.ts';
import { type FoldedText, fold } from '../src/text/fold.ts';
import { readTranscripts } from '../src/transcript/read.ts';
import { roleTable } from '../src/transcript/roles.ts';
import type { Transcript } from '../src/transcript/transcript.ts';

const [file = '', rounds = '5', ...packs] = process.argv.slice(2);

const ruleset = await loadRuleset(packs);
const locale = await openLocale('zh');
const judge = new Judge(ruleset, locale);
const scanner = new Scanner(ruleset.book, senses());
const reporter = jsonl.open({
  version: '',
  packs: [],
  rules: new Map(),
  locale,
  color: false,
  width: 80,
  allChecks: false,
  explainScore: false,
  write: () => {},
});
const report = { problem: () => {}, note: () => {} };
const transcripts = (): AsyncGenerator<Transcript> =>
  readTranscripts(file, { options: { roles: roleTable() }, report });

const stages: Record<string, (transcript: Transcript) => void> = {
  read: () => {},
  fold({ turns }) {
    for (const turn of turns) fold(turn.text);
  },
  scan({ turns }) {
    for (const turn of turns) scanner.scan(fold(turn.text));
  },
  judge(transcript) {
    judge.judge(transcript);
  },
  report(transcript) {
    reporter.verdict(judge.judge(transcript));
  },
};

const seconds: Record<string, number[]> = { bytes: [] };
for (const stage of Object.keys(stages)) seconds[stage] = [];
for (let round = 0; round <= Number(rounds); round++) {
  const warm = round > 0;
  const bytes = clock(() => readFileSync(file));
  if (warm) seconds.bytes!.push(bytes);
  for (const [stage, work] of Object.entries(stages)) {
    const began = performance.now();
    for await (const transcript of transcripts()) {
      // Rules with regular expressions and stems need their engines; they are loaded once.
      if (!warm) await prepare(ruleset, transcript);
      work(transcript);
    }
    if (warm) seconds[stage]!.push((performance.now() - began) / 1000);
  }
}

const medians = Object.fromEntries(Object.entries(seconds).map(([stage, all]) => [stage, middle(all)]));
process.stdout.write(JSON.stringify({ stages: medians, matching: await matching() }));

/** Folded text to hits, and nothing else. `bytes`: the folded text in UTF-8. */
async function matching(): Promise<{ bytes: number; seconds: number }> {
  const folded: FoldedText[] = [];
  for await (const { turns } of transcripts()) for (const { text } of turns) folded.push(fold(text));
  const taken: number[] = [];
  for (let round = 0; round < Number(rounds) * 3; round++) {
    taken.push(
      clock(() => {
        for (const text of folded) scanner.scan(text);
      }),
    );
  }
  const bytes = folded.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return { bytes, seconds: middle(taken) };
}

/** In seconds. */
function clock(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
