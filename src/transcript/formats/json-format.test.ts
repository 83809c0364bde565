import { expect, test } from 'vitest';
import { readChecked } from './read-back.ts';

/** The turns of each conversation as `[role, text]`. */
async function read(content: string, file?: string) {
  const result = await readChecked(content, file);
  return {
    ...result,
    said: result.transcripts.map(({ turns }) => turns.map(({ role, text }) => [role, text])),
  };
}

const message = (role: string, content: unknown) => JSON.stringify({ role, content });
const talk = (...messages: string[]) => `{"messages": [${messages.join(', ')}]}`;

test('conversations in lists and in what an API wraps around them', async () => {
  const one = talk(message('user', 'a'), message('assistant', 'b'));
  const both = [
    ['customer', 'a'],
    ['bot', 'b'],
  ];
  expect((await read(one)).said).toEqual([both]);
  expect((await read(`[${one},\n${one}]`)).said).toEqual([both, both]);
  expect((await read(`{"data": {"items": [${one}]}}`)).said).toEqual([both]);
  expect((await read(`${one}\n${one}\n`, 'a.jsonl')).said).toEqual([both, both]);
});

test('what is no conversation among conversations is a problem', async () => {
  const { said, told } = await read(`[${talk(message('user', 'a'))},\n{"id": 2}\n, 3]`);
  expect(said).toHaveLength(1);
  expect(told).toEqual([
    [2, 'json.no-conversation'],
    [3, 'json.no-conversation'],
  ]);
});

test('a document that breaks off is read as far as it is whole', async () => {
  const whole = talk(message('user', 'a'), '\n{"role": "assistant", "content": "b');
  const { said, told } = await read(whole.slice(0, -2));
  expect(said).toEqual([[['customer', 'a']]]);
  expect(told).toEqual([[2, 'json.cut']]);
});

test('a line that is broken is skipped', async () => {
  const one = talk(message('user', 'a'));
  const { said, told } = await read(`${one}\n${one.slice(0, -3)}\n${one}\n`, 'a.jsonl');
  expect(said).toHaveLength(2);
  expect(told).toEqual([[2, 'json.syntax']]);
});

test('escapes in strings', async () => {
  const content = '{"messages": [\n {"role": "user", "content": "a\\n\\"b\\" \\u4f60\\ud83d\\ude00c"}]}';
  const { transcripts } = await read(content);
  const [turn] = transcripts[0]!.turns;
  expect(turn!.text).toBe('a\n"b" 你😀c');
  expect(turn!.origin.locate(turn!.text.indexOf('c'))).toEqual({ line: 2, column: 58 });
});

test('names that nobody knows are noted', async () => {
  const comment = (author: number, body: string) => ({ author_id: author, public: true, body });
  const { told } = await read(
    JSON.stringify({ comments: [comment(11, 'It broke.'), comment(12, 'It did.')] }),
  );
  expect(told).toEqual([[1, 'text.roles-unsaid']]);
});
