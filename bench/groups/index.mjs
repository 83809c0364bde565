import { cold } from './cold.mjs';
import { cores } from './cores.mjs';
import { files } from './files.mjs';
import { memory } from './memory.mjs';
import { phases } from './phases.mjs';
import { phrases } from './phrases.mjs';
import { ripgrep } from './ripgrep.mjs';
import { textlint } from './textlint.mjs';
import { throughput } from './throughput.mjs';
import { turns } from './turns.mjs';

/**
 * What can be measured. Each group has a name, as the command line takes it, a title and `rows`, which measures.
 * @typedef {{name: string, title: string, rows: (bench: Bench) => AsyncIterable<Row> | Iterable<Row>}} Group
 * @typedef {import('../table.mjs').Row} Row
 * @typedef {object} Bench
 * @property {string} folder a temporary one
 * @property {import('../courtesy.mjs').Courtesy} courtesy
 * @property {import('../corpora.mjs').Corpora} corpora
 * @property {boolean} full
 * @property {boolean} withTextlint
 * @property {number} large megabytes of a large corpus
 * @property {{rounds: number, budget: number}} limits
 */
export const groups = [cold, throughput, phases, phrases, files, turns, memory, cores, ripgrep, textlint];
