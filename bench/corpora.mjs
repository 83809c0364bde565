/** Files of generated conversations in a temporary folder, made when first asked for. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conversations, jsonLine, labelled } from './conversations.mjs';

const FORMS = { text: { extension: 'txt', write: labelled }, jsonl: { extension: 'jsonl', write: jsonLine } };
const CHUNK = 1 << 20;

/** A folder that is removed when the process ends, unless it is killed. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'courtesy-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  // Ctrl-C ends the child that is waited for, which is an error here, and so an ordinary end.
  process.on('SIGINT', () => process.exit(130));
  return folder;
}

export class Corpora {
  constructor(folder) {
    this.folder = folder;
  }

  /**
   * One file of about so many megabytes (10⁶ bytes), streamed, so that any size can be made.
   * @param {{language?, violations?, turns?, form?: 'text' | 'jsonl', megabytes: number}} wanted
   * @returns its path
   */
  file({ language = 'mixed', violations = 'few', turns = 'usual', form = 'jsonl', megabytes }) {
    const { extension, write } = FORMS[form];
    const file = join(this.folder, `${language}-${violations}-${turns}-${megabytes}.${extension}`);
    if (existsSync(file)) return file;
    const descriptor = openSync(file, 'w');
    let held = '';
    let size = 0;
    const flush = () => {
      size += writeSync(descriptor, held);
      held = '';
    };
    for (const conversation of conversations({ language, violations, turns })) {
      held += write(conversation);
      if (held.length > CHUNK) flush();
      // Three bytes a unit at most: only near the end is it worth counting.
      if (size + held.length * 3 < megabytes * 1e6) continue;
      flush();
      if (size >= megabytes * 1e6) break;
    }
    closeSync(descriptor);
    return file;
  }

  /**
   * A folder of small text files, one conversation each, a thousand to a subfolder.
   * @returns its path
   */
  files(count) {
    const folder = join(this.folder, `files-${count}`);
    if (existsSync(folder)) return folder;
    let number = 0;
    for (const conversation of conversations({ language: 'mixed', violations: 'few', turns: 'usual' })) {
      const day = join(folder, String(Math.floor(number / 1000)).padStart(3, '0'));
      if (number % 1000 === 0) mkdirSync(day, { recursive: true });
      writeFileSync(join(day, `${conversation.id}.txt`), labelled(conversation).replace(/---\n$/, ''));
      if (++number === count) return folder;
    }
  }
}
