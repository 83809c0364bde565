import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolvePacks } from '../../pack/resolve.ts';
import { compiledFolder, written } from '../../pack/shelf.ts';
import { parseExercise } from '../load.ts';
import { Marker } from '../marker.ts';
import { makeExercise } from './make.ts';
import { scenarioProblems } from './prove.ts';
import { situationsOf } from './scenarios.ts';

const withScenarios = async () => {
  const all = await Promise.all(written.names().map((name) => written.get(name)));
  return all.filter((pack) => pack?.spec.scenarios).map((pack) => pack!);
};

describe('scenarios that ship', () => {
  test('are enough for a sheet in both languages', async () => {
    const count = async (name: string) =>
      situationsOf((await resolvePacks([name], '.', written)).packs).length;
    expect(await count('zh/repair')).toBeGreaterThanOrEqual(20);
    expect(await count('en/core')).toBeGreaterThanOrEqual(10);
    for (const name of ['zh/hotline', 'zh/bank', 'zh/water', 'zh/telecom', 'zh/field'])
      expect(await count(name), name).toBeGreaterThanOrEqual(6);
  });

  test('hold: each model answer earns every step and says nothing that costs', async () => {
    const packs = await withScenarios();
    expect(packs.length).toBeGreaterThanOrEqual(7);
    for (const pack of packs) expect(await scenarioProblems(pack, pack.spec.pack, '.')).toEqual([]);
  }, 60_000);

  test('name clauses that a rule of the pack names too', async () => {
    for (const { spec } of await withScenarios()) {
      const { rules } = await resolvePacks([spec.pack], '.', written);
      const known = new Set(rules.flatMap((rule) => rule.spec.clauses ?? []));
      for (const { id, clauses = [] } of spec.scenarios!)
        for (const clause of clauses) expect(known, `${spec.pack} ${id}`).toContain(clause);
    }
  });

  test('are in no compiled pack, which every check reads', async () => {
    for (const { spec } of await withScenarios()) {
      const compiled = JSON.parse(readFileSync(path.join(compiledFolder(), `${spec.pack}.json`), 'utf8'));
      expect(Object.keys(compiled.spec)).not.toContain('scenarios');
    }
  });
});

/** Answers that no list was written from: how trainees say it, well and badly. */
const ANSWERS: Record<string, Record<string, { good: string[]; bad: string[] }>> = {
  'zh/repair': {
    'keeps-tripping': {
      good: ['对不起，老是跳闸换谁都会着急，我们已经报给专业人员去查原因了，会尽快彻底解决。'],
      bad: ['我们只管抢修，一直跳电我们也没办法！', '线路老了呗。'],
    },
    'late-arrival': {
      good: ['实在对不起，路上堵车耽误了，让您等了这么久，我们现在就开始检查。'],
      bad: ['路上拥堵，我们又没有办法！', '路上堵车。'],
    },
    'move-obstacle': {
      good: ['师傅，这辆车是您的吗？劳驾您往边上推一推，我们要开表箱，辛苦了！'],
      bad: ['把车拿一边去！', '车挪一下。'],
    },
    thanked: { good: ['不用谢，这都是我们分内的事，您早点休息。'], bad: ['算了算了，别说了。'] },
  },
  'zh/bank': {
    'other-account': {
      good: ['不好意思，余额属于客户隐私，我们不能告诉您，您可以让您爱人自己用手机银行查。'],
      bad: ['我看看，还有八万三。', '不行。'],
    },
    elderly: { good: ['阿姨，我带您去柜台取吧，那边有人帮您办。'], bad: ['屏幕上都有字，自己看。'] },
  },
  'zh/hotline': {
    'want-leader': {
      good: ['先生您消消气，您把情况跟我说一下，我一定尽力帮您解决，解决不了我马上向主管汇报。'],
      bad: ['您有多大的事还用找领导，和我讲就可以了。'],
    },
  },
  'en/core': {
    'charged-twice': {
      good: [
        "Sorry for the mistake! I've checked and you're right, so I'm refunding it now. You'll see it in 3-5 working days.",
      ],
      bad: ['Ask your bank.'],
    },
    password: {
      good: ['Please keep that private! Nobody here will ever ask you for it. Shall we reset it together?'],
      bad: ["Sure, go ahead, what's the password?"],
    },
    'wrong-department': {
      good: [
        'My colleagues in billing are the best people to answer that. Would you like me to transfer you?',
      ],
      bad: ['Not my department. You need to call billing.'],
    },
  },
};

test.each(Object.entries(ANSWERS))(
  '%s marks other good wordings as good, and bad ones as bad',
  async (pack, items) => {
    const of = situationsOf((await resolvePacks([pack], '.', written)).packs).length;
    const { key } = await makeExercise({
      packs: [pack],
      folder: '.',
      count: of,
      seed: 1,
      output: '.',
      language: 'zh',
    });
    const loaded = await parseExercise(key.file, String(key.contents));
    const marker = new Marker(loaded);
    for (const [id, { good, bad }] of Object.entries(items)) {
      const item = loaded.exercise.items.find((one) => one.id === id)!;
      for (const text of good)
        expect(marker.mark(item, { text, line: 1 }).given, text).toBeGreaterThanOrEqual(8);
      for (const text of bad) expect(marker.mark(item, { text, line: 1 }).given, text).toBeLessThanOrEqual(2);
    }
  },
  60_000,
);
