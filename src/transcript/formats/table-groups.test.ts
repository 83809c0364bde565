import { expect, test } from 'vitest';
import { readContent } from '../test-tools.ts';
import { Groups } from './table-groups.ts';

interface Gathered {
  id: string;
  again: boolean;
  rows: number[];
}

/** The conversations in the order in which they are let go, when rows come as these ids. */
function gathered(ids: readonly string[], window: number): Gathered[] {
  const groups = new Groups<Gathered>((id, again) => ({ id, again, rows: [] }), window);
  const out: Gathered[] = [];
  for (const [row, id] of ids.entries()) {
    groups.of(id).rows.push(row);
    groups.grew(0);
    for (let full = groups.full(); full; full = groups.full()) out.push(full);
  }
  return [...out, ...groups.rest()];
}

test('rows within the window are one conversation, in the order of first rows', () => {
  expect(gathered([...'abcabc'], 1e6)).toEqual([
    { id: 'a', again: false, rows: [0, 3] },
    { id: 'b', again: false, rows: [1, 4] },
    { id: 'c', again: false, rows: [2, 5] },
  ]);
});

test('the one without a row for longest is let go, and known when it comes again', () => {
  // Eight rows are as much as the window holds once conversations have mixed.
  expect(gathered([...'ababcdecfa'], 3200).map(({ id, again, rows }) => [id, again, rows.join()])).toEqual([
    ['a', false, '0,2'],
    ['b', false, '1,3'],
    ['c', false, '4,7'],
    ['d', false, '5'],
    ['e', false, '6'],
    ['f', false, '8'],
    ['a', true, '9'],
  ]);
});

test('contiguous conversations wait for a quarter of the window only', () => {
  const groups = new Groups<{ id: string }>((id) => ({ id }), 4000);
  let held = 0;
  for (let row = 0; row < 100; row++) {
    groups.of(`c${row}`);
    groups.grew(0);
    held++;
    while (groups.full()) held--;
    expect(held).toBeLessThan(3);
  }
});

test('the files tell where a conversation was parted', async () => {
  const far = Array.from({ length: 100_000 }, (_, row) => `x${row},坐席,好\n`).join('');
  const { transcripts, problems } = await readContent(
    'a.csv',
    `会话ID,角色,内容\na,坐席,您好\n${far}a,坐席,再见\n`,
  );
  expect(transcripts.filter(({ id }) => id.startsWith('a')).map(({ id }) => id)).toEqual(['a', 'a#2']);
  expect(problems).toMatchObject([
    { line: 100_003, message: { key: 'table.far-apart', values: { id: 'a' } } },
  ]);
});
