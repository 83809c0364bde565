import { expect } from 'vitest';
import { Editor, type ReadResult, readContent } from '../test-tools.ts';
import type { Position, Turn } from '../transcript.ts';

const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

/**
 * For tests of readers: every character of every turn stands in the file where its position says, as itself, as an
 * escape of JSON or as a character reference; and what is behind a turn's last character is behind it in the file.
 * @param text the file, decoded
 */
export function expectReadBack(text: string, { transcripts }: Pick<ReadResult, 'transcripts'>): void {
  const editor = new Editor(text.replace(/^\ufeff/, ''));
  for (const turn of transcripts.flatMap((transcript) => transcript.turns)) {
    for (let offset = 0; offset < turn.text.length; offset++) {
      const found = charactersAt(editor, turn.origin.locate(offset));
      if (!stands(turn, offset, found)) {
        expect.fail(
          `"${turn.text}"[${offset}] is "${turn.text[offset]}", in the file there is "${found[0]}"`,
        );
      }
    }
    const last = turn.origin.locate(turn.text.length - 1);
    const end = turn.origin.locate(turn.text.length);
    expect([end.line, end.column > last.column], `the end of "${turn.text}"`).toEqual([last.line, true]);
  }
}

/** White space may stand for a line break, a tag or nothing that is in the file; words stand for themselves. */
const stands = (turn: Turn, offset: number, found: readonly string[]) =>
  /\s/.test(turn.text[offset]!) || found.some((characters) => characters.includes(turn.text[offset]!));

/** What stands at a position: the character itself, and what it begins to stand for. */
function charactersAt(editor: Editor, position: Position): string[] {
  const rest = editor.read(position, 12);
  const escaped = /^\\(?:u[\da-f]{4}|["\\/bfnrt])/i.exec(rest);
  if (escaped) return [JSON.parse(`"${escaped[0]}"`) as string, '\\'];
  const reference = /^&(?:(\w+)|#(\d+)|#x([\da-f]+));/i.exec(rest);
  if (!reference) return [rest.slice(0, 1)];
  const [, name, decimal, hexadecimal] = reference;
  const code = decimal ?? (hexadecimal === undefined ? undefined : `0x${hexadecimal}`);
  return [code === undefined ? (REFERENCES[name!] ?? '') : String.fromCodePoint(Number(code)), '&'];
}

/**
 * For tests of readers: a file read, every position checked.
 * @param content the text of the file, or a value that is written as JSON
 */
export async function readChecked(content: unknown, file = 'a.json') {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  const result = await readContent(file, text);
  expectReadBack(text, result);
  const turns = result.transcripts.flatMap((transcript) => transcript.turns);
  return {
    ...result,
    /** The first one. */
    transcript: result.transcripts[0],
    /** Of all conversations. */
    turns,
    said: turns.map(({ role, text }) => [role, text]),
    /** Lines and keys of what was reported, problems first. */
    told: [...result.problems, ...result.notes].map(({ line, message }) => [line, message.key]),
  };
}
