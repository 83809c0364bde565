import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { formats } from './index.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { print, sample, sampleSummary } from './sample.ts';
import { Spool } from './spool.ts';

const all = [sample.hotline, sample.chat, sample.clean, sample.unscored];

afterEach(() => vi.unstubAllEnvs());

test('the document has the keys of the contract, in its order', async () => {
  const document = JSON.parse(await print(json, all, { problem: true }));
  expect(Object.keys(document)).toEqual([
    'schemaVersion',
    'tool',
    'packs',
    'summary',
    'transcripts',
    'errors',
  ]);
  expect(document).toMatchObject({ schemaVersion: 1, tool: { name: 'courtesy', version: '0.1.0' } });
  expect(document.packs[0]).toEqual({ name: 'zh/hotline', version: '1.0.0', rules: 31 });
  expect(JSON.stringify(document.summary)).toBe(JSON.stringify(sampleSummary));
  expect(document.errors).toEqual([{ file: 'calls/broken.txt', message: '不是文本文件' }]);

  const transcript = document.transcripts[0];
  expect(Object.keys(transcript).join(' ')).toBe(
    'file id agent language turns score scoreBeforeVeto vetoedBy passed sections checks violations',
  );
  expect(transcript).toMatchObject({ turns: 5, agent: '3号', vetoedBy: null });
  expect(JSON.stringify(transcript.violations[0])).toBe(
    '{"rule":"zh/hotline/brush-off","kind":"forbid","severity":"error","points":5,' +
      '"clauses":["noc.never.6","water.never.11"],"turn":3,"role":"agent","line":3,"column":4,"endLine":3,' +
      '"endColumn":7,"text":"不知道","message":"不应说「不知道」","instead":"这个问题我核实一下再回复您。"}',
  );
  expect(transcript.violations[3]).toMatchObject({ text: '', searched: { fromLine: 3, toLine: 5 } });
  expect(document.transcripts[3]).toMatchObject({ agent: null, score: null });
});

test('checks and deductions are written when they are asked for', async () => {
  const document = JSON.parse(await print(json, [sample.hotline], { allChecks: true, explainScore: true }));
  expect(document.transcripts[0].checkList).toEqual(sample.hotline.checkList);
  expect(document.transcripts[0].deductions).toEqual(sample.hotline.deductions);
});

test('a document of nothing is valid', async () => {
  expect(JSON.parse(await print(json, []))).toMatchObject({ transcripts: [], errors: [] });
});

test('jsonl writes the same objects, each as soon as it is known', async () => {
  const lines = (await print(jsonl, all, { problem: true })).trimEnd().split('\n');
  const document = JSON.parse(await print(json, all));
  expect(lines.map((line) => JSON.parse(line))).toEqual(document.transcripts);
});

test('half a surrogate pair is written so that every reader can take it', async () => {
  const output = await print(jsonl, [{ ...sample.clean, id: 'x\ud83d' }]);
  expect(output).toContain('"id":"x\\ud83d"');
});

test('what does not fit in memory comes back in order and leaves nothing behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'courtesy-test-'));
  vi.stubEnv('TMPDIR', folder);
  const spool = new Spool(1000);
  let whole = '';
  for (let count = 0; count < 5000; count++) {
    const line = `${count} 您好，这里是第 ${count} 行\n`;
    spool.add(line);
    whole += line;
  }
  if (process.platform !== 'win32') expect(readdirSync(folder)).toEqual([]);
  expect(Buffer.concat([...spool.drain()]).toString('utf8')).toBe(whole);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('every format goes by its own name and says in both languages what it is', async () => {
  for (const [name, load] of Object.entries(formats)) {
    const format = await load();
    expect(format.name).toBe(name);
    expect(format.about.zh && format.about.en).toBeTruthy();
  }
});
