// Reads every file of a folder, eight at once: what checking many small files is held against.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = process.argv[2];
const waiting = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.txt'))
  .sort();

let bytes = 0;
const readOn = async () => {
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const content = await readFile(join(folder, file));
    bytes += content.length;
  }
};
await Promise.all(Array.from({ length: 8 }, readOn));
console.log(bytes);
