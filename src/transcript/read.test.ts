import { expect, test } from 'vitest';
import { allFormats, chooseFormat, knownExtensions } from './formats/index.ts';
import { transcriptMessages } from './messages.ts';
import { readTranscripts } from './read.ts';
import { roleTable } from './roles.ts';
import { sourceOf } from './source.ts';
import { keptReport, readContent } from './test-tools.ts';

const sample = (file: string, content: string | Uint8Array) =>
  sourceOf(file, content, { report: keptReport() }).sample();

test.each([
  ['a.txt', '坐席: 您好', 'text'],
  ['a.txt', '没有标签', 'text'],
  ['a.log', '坐席: 您好\n客户: 喂', 'text'],
  ['-', '您好', 'text'],
  ['-', '{"turns": [{"role": "agent", "text": "客服: 您好"}]}', 'neutral'],
  ['a.txt', '{"turns": []}', 'neutral'],
  ['a.jsonl', '', 'neutral'],
])('%s with %j is %s', async (file, content, name) => {
  expect((await chooseFormat(sample(file, content))).name).toBe(name);
});

test('the user may say which format it is', async () => {
  expect((await chooseFormat(sample('a.json', '{"turns": []}'), 'text')).name).toBe('text');
  await expect(chooseFormat(sample('a.json', ''), 'nonsense')).rejects.toThrow(/nonsense.*neutral/);
});

test('every reader reads its own example', async () => {
  for (const format of (await allFormats()).filter((each) => !each.binary)) {
    const file = `a.${format.extensions[0]}`;
    const options = { roles: roleTable(), templates: [{ files: '*.po', at: '$.**' }] };
    const { transcripts, problems } = await readContent(file, format.example, { options });
    expect(transcripts.length).toBeGreaterThan(0);
    expect(problems).toEqual([]);
    expect(await chooseFormat(sample(file, format.example), undefined, options)).toBe(format);
    expect(await chooseFormat(sample(file, ''), format.name)).toBe(format);
    expect([...knownExtensions()]).toEqual(expect.arrayContaining([...format.extensions]));
  }
  expect([...knownExtensions()]).toEqual(expect.arrayContaining(['txt', 'json', 'jsonl']));
});

test('what no reader knows is a problem where it was named, a note where it was found', async () => {
  const content = '{"name": "package"}';
  expect((await readContent('a.json', content)).problems).toMatchObject([
    { message: { key: 'read.unknown-messages' } },
  ]);
  const { problems, notes } = await readContent('a.json', content, { explicit: false });
  expect(problems).toEqual([]);
  expect(notes).toMatchObject([{ file: 'a.json', message: { key: 'read.unknown-messages' } }]);
});

test('a binary file says what it is', async () => {
  const { problems } = await readContent('a.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  expect(problems).toMatchObject([{ message: { key: 'read.binary', values: { what: 'PNG' } } }]);
});

test('a file that is not there is a problem, not an exception', async () => {
  const report = keptReport();
  for await (const _ of readTranscripts('no/such.txt', { options: { roles: roleTable() }, report }))
    expect.unreachable();
  expect(report.problems).toEqual([{ file: 'no/such.txt', message: { key: 'discover.missing' } }]);
});

test('messages have the same keys and values in both languages', () => {
  const [zh, en] = [transcriptMessages.zh(), transcriptMessages.en()];
  expect(Object.keys(zh)).toEqual(Object.keys(en));
  const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const key of Object.keys(en) as (keyof typeof en)[]) expect(slots(zh[key])).toEqual(slots(en[key]));
});
