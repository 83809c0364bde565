// npm run bench: measures the built program on corpora that it makes itself. See README.md beside it.
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Corpora, temporaryFolder } from './corpora.mjs';
import { Courtesy } from './courtesy.mjs';
import { groups } from './groups/index.mjs';
import { markdownTable, plainTable } from './table.mjs';

const { values: flags, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    'with-textlint': { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
  },
});

const unknown = names.filter((name) => !groups.some((group) => group.name === name));
if (unknown.length > 0) {
  console.error(
    `no such group: ${unknown.join(', ')}; there are ${groups.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

const folder = temporaryFolder();
const bench = {
  folder,
  courtesy: new Courtesy(folder),
  corpora: new Corpora(folder),
  full: flags.full,
  withTextlint: flags['with-textlint'] || names.includes('textlint'),
  large: flags.full ? 100 : 10,
  limits: { rounds: Number(flags.rounds), budget: flags.full ? 120 : 15 },
};

console.log(`${machine()}, load ${load()} before\n`);
for (const { name, title, rows } of groups) {
  if (names.length > 0 && !names.includes(name)) continue;
  if (process.stderr.isTTY) process.stderr.write(`${name} …\r`);
  const measured = [];
  for await (const row of rows(bench)) measured.push(row);
  const heading = flags.markdown ? `**${title}**\n` : title;
  console.log(`${heading}\n${flags.markdown ? markdownTable(measured) : plainTable(measured)}\n`);
}
console.log(`load ${load()} after`);

function machine() {
  const [{ model }] = cpus();
  return `${cpus().length} × ${model.trim()}, Node ${process.version}, ${process.platform}`;
}

/** How many processes wanted a core, on average over the last minute: above the number of cores, rates suffer. */
function load() {
  return loadavg()[0].toFixed(1);
}
