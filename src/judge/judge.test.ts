import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { loadRuleset } from '../api.ts';
import { rule } from '../kinds/testing.ts';
import { openLocale } from '../locale/index.ts';
import { exampleTranscript } from '../pack/examples.ts';
import { parsePack } from '../pack/load.ts';
import { loadRegexEngine } from '../phrase/regex.ts';
import { loadStemmer } from '../text/stem.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { Judge } from './judge.ts';

/** Some of the conversations that a pack shows for its rules. */
async function examplesOf(pack: string): Promise<Transcript[]> {
  const file = `rules/${pack}.yaml`;
  const { spec } = await parsePack(file, await readFile(file, 'utf8'));
  return Object.values(spec.rules ?? {})
    .flatMap(({ examples }) => [...(examples?.bad ?? []), ...(examples?.good ?? [])])
    .filter((_, number) => number % 4 === 0)
    .map((example, number) => exampleTranscript(example, 'agent', String(number)));
}

test('what is found in a conversation does not depend on those that were judged before', async () => {
  await Promise.all([loadRegexEngine(), loadStemmer()]);
  const [ruleset, locale] = await Promise.all([loadRuleset(['zh/core', 'en/core']), openLocale('en')]);
  const conversations = [...(await examplesOf('zh/core')), ...(await examplesOf('en/core'))];
  expect(conversations.length).toBeGreaterThan(100);
  const [first] = conversations;
  const old = new Judge(ruleset, locale);
  for (let number = 0; number < 100; number++) old.judge(first!);
  for (const conversation of conversations)
    expect(old.judge(conversation)).toEqual(new Judge(ruleset, locale).judge(conversation));
});

test('a phrase that has to stand alone is found however much stands idle around it', async () => {
  const found = await rule('forbid: {alone: ["(嗯|哈),…3(几|什么)", 不知道, "[ok] go on"]}');
  expect(found('A: 嗯,你说的什么').found).toEqual(['1:嗯,你说的什么']);
  expect(found('A: 啊……嗯,你说的什么呢呢呢???').outcome).toBe('fail');
  expect(found('A: 嗯,你们说的什么').outcome).toBe('pass');
  expect(found('A: 「不知道」😀😀😀 ~~~ !!!').outcome).toBe('fail');
  expect(found('A: 啊啊啊哈哈哈不知到呀').outcome).toBe('fail');
  expect(found('A: 不知道几').outcome).toBe('pass');
  expect(found('A: ok go on!').outcome).toBe('fail');
  expect(found('A: ok go on 1').outcome).toBe('pass');
});
