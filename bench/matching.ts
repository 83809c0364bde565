/**
 * Runs in a process of its own: how fast folded text becomes hits once the code is warm, and nothing else.
 * Arguments: file, rounds, packs. Prints JSON: the folded text's bytes in UTF-8, and each round's seconds.
 */
import { loadRuleset } from '../src/api.ts';
import { senses } from '../src/judge/senses.ts';
import { Scanner } from '../src/phrase/scan.ts';
import { type FoldedText, fold } from '../src/text/fold.ts';
import { readTranscripts } from '../src/transcript/read.ts';
import { roleTable } from '../src/transcript/roles.ts';

/** So many passes make the code warm, and are not counted. */
const WARMING = 3;

const [file = '', rounds = '5', ...packs] = process.argv.slice(2);

const { book } = await loadRuleset(packs);
const scanner = new Scanner(book, senses());
const folded: FoldedText[] = [];
const report = { problem: () => {}, note: () => {} };
for await (const { turns } of readTranscripts(file, { options: { roles: roleTable() }, report }))
  for (const { text } of turns) folded.push(fold(text));

const scanAll = (): void => {
  for (const text of folded) scanner.scan(text);
};
for (let round = 0; round < WARMING; round++) scanAll();
const seconds: number[] = [];
for (let round = 0; round < Number(rounds); round++) {
  const began = performance.now();
  scanAll();
  seconds.push((performance.now() - began) / 1000);
}
const bytes = folded.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
process.stdout.write(JSON.stringify({ bytes, seconds }));
