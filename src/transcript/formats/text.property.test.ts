import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { Editor, readContent } from '../test-tools.ts';

/** Characters of every kind that a turn may have; none of them makes a label or a rule. */
const words = fc
  .array(
    fc.constantFrom(
      ...'您好请稍等这个问题我核实一下再回复謝謝為您服務，。！？Ａｂ１２',
      ...['😀', '👩‍💻', '𠮷', 'é', 'ok', ' ', '\u3000', 'Wi-Fi', '3:1', '“是”', '￥5', '\u200b'],
    ),
    { minLength: 1, maxLength: 12 },
  )
  // It begins and ends with a word and no white space.
  .map((parts) => `我${parts.join('')}您`);

const following = fc.oneof(
  words,
  fc.constantFrom('问题: 电表不转', '注：我不在家', 'http://a.example/b', '- 一项'),
);
const label = fc.constantFrom(
  '坐席',
  '客户',
  '客服01',
  '工号1023',
  '3号',
  '小王(客服)',
  'Agent',
  'Customer',
  '張女士',
);
const stamp = fc.constantFrom('', '', '[00:12] ', '09:15:02 ', '2026-02-17 09:15:02 ', '（09:15）');
const indent = fc.constantFrom('', '', '  ', '\t', '\u3000');

const turn = fc.record({
  label,
  stamp,
  indent,
  colon: fc.constantFrom(':', '：', ': ', ' ： '),
  first: words,
  more: fc.array(
    fc.record({ blank: fc.boolean(), indent, text: following, tail: fc.constantFrom('', ' ') }),
    {
      maxLength: 3,
    },
  ),
});

const coding = fc.constantFrom('utf8', 'utf8-bom', 'utf-16le', 'utf-16be', 'gb18030');

function encode(text: string, name: string): Buffer {
  if (name === 'utf8') return Buffer.from(text);
  if (name === 'utf8-bom') return Buffer.from(`\uFEFF${text}`);
  return iconv.encode(text, name, { addBOM: name !== 'gb18030' });
}

test('every character of every turn is where its position says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(turn, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      coding,
      async (turns, end, name) => {
        const lines: string[] = [];
        for (const { stamp, indent, label, colon, first, more } of turns) {
          lines.push(`${indent}${stamp}${label}${colon}${first}`);
          for (const { blank, indent, text, tail } of more)
            lines.push(...(blank ? [''] : []), indent + text + tail);
        }
        const text = lines.join(end) + end;
        const { transcripts, problems } = await readContent('call.txt', encode(text, name));
        expect(problems).toEqual([]);
        const found = transcripts.flatMap((transcript) => transcript.turns);
        expect(found.map((turn) => turn.text)).toEqual(
          turns.map(({ first, more }) => [first, ...more.map((line) => line.text)].join('\n')),
        );
        const editor = new Editor(text);
        for (const turn of found) {
          for (let offset = 0; offset < turn.text.length; offset++) {
            if (turn.text[offset] === '\n') continue;
            expect(editor.read(turn.origin.locate(offset))).toBe(turn.text[offset]);
          }
          const last = turn.origin.locate(turn.text.length - 1);
          expect(turn.origin.locate(turn.text.length)).toEqual({ ...last, column: last.column + 1 });
        }
      },
    ),
    { numRuns: 400 },
  );
});

/** Any character that a text may have: surrogates in pairs, no control characters (they make a file binary). */
const plain = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 1 })
  .filter((char) => !/[\p{Cc}\ufeff]/u.test(char));

test('no text makes the reader throw, and what it gives stands in the file', async () => {
  const scrap = fc.oneof(
    fc.string({ unit: plain, maxLength: 20 }),
    fc.constantFrom('坐席:', '客户：', '\n', '\r', '---', '[00:12]', ': ', '#', '09:15:02', '{', '\t'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(scrap, { maxLength: 30 }), async (scraps) => {
      const text = scraps.join('');
      const { transcripts } = await readContent('call.txt', text);
      const editor = new Editor(text);
      for (const turn of transcripts.flatMap((transcript) => transcript.turns)) {
        for (let offset = 0; offset < turn.text.length; offset++) {
          if (turn.text[offset] !== '\n')
            expect(editor.read(turn.origin.locate(offset))).toBe(turn.text[offset]);
        }
      }
    }),
    { numRuns: 400 },
  );
});
