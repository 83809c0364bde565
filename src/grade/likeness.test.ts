import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exercise } from './exercise.ts';
import { alike } from './likeness.ts';
import type { MarkedSheet } from './mark.ts';

const zh: Exercise = {
  exercise: 'zh',
  title: '供电抢修',
  language: 'zh',
  pack: ['zh/repair'],
  pass: 60,
  costs: { error: 50, warning: 20, info: 0 },
  lists: { sorry: ['给您的生活带来了很多不便'] },
  items: [
    {
      id: 'q1',
      situation: '客户说：“天天跳电，冰箱都快跳坏了，你们到底管不管？”',
      points: 10,
      steps: [{ step: '致歉', points: 10, any: ['<sorry>', '[非常](抱歉|对不起)'] }],
      model: ['您的心情我们非常理解。我们已汇报专业部门查找跳电的原因，只要您这里一跳电，我们马上赶来。'],
    },
  ],
};

const en: Exercise = {
  ...zh,
  exercise: 'en',
  language: 'en',
  lists: {},
  items: [
    {
      id: 'h1',
      situation: '“I sent the router back three weeks ago and I still have not had my refund.”',
      points: 10,
      steps: [{ step: 'apology', points: 10, any: ['sorry'] }],
      model: ['I am sorry you have been waiting. Let me check the return and chase the refund with billing.'],
    },
  ],
};

/** A class in which each answers the one item; the first is A, the second B. */
function found(exercise: Exercise, ...answers: string[]): [string, string][] {
  return alike(exercise, sheetsOf(exercise, answers)).map(({ trainees: [a, b] }) => [a, b]);
}

function sheetsOf(exercise: Exercise, answers: readonly string[]): MarkedSheet[] {
  const item = exercise.items[0]!.id;
  return answers.map((text, at) => ({
    trainee: String.fromCharCode(65 + at),
    file: `${at}.txt`,
    marks: [{ item, text, line: 1, possible: 10, points: 5, given: 5, steps: [], wordings: [], remarks: [] }],
    points: 5,
    possible: 10,
    percent: 50,
    passed: false,
  }));
}

const paraphrases = [
  '大姐，实在不好意思，让您家电器跟着受罪了。线路这两天一直在查，今晚一定给您回个话，您有事随时打我们的值班电话。',
  '您先消消气，换了我也着急。我这就把您家的情况报给调度，请他们今天安排人沿线检查，查出毛病立即处理，并且给您打电话说明。',
  '对不起，频繁停电确实影响您做饭、冷藏食品。检修班正在测量这条线的负荷，原因找到以后我会第一时间通知您家。',
  '非常抱歉，给您添了这么多麻烦。我先记下门牌号，下午带仪器来您家门口测一测，再向班长申请更换老化的开关。',
  '理解您的难处，东西坏了谁都心疼。请把跳闸的时间告诉我，我们对照记录分析，争取这两天彻底解决，解决好了给您回访。',
];
const original =
  '大姐，实在不好意思，让您家电器跟着受罪了。线路这两天一直在查，今晚一定给您回个话，您有事随时打我们的值班电话。';

describe('in Chinese', () => {
  test.each([
    ['word for word', original],
    [
      'with some words changed',
      '大哥，真是不好意思，让您家电器跟着受累了。线路这几天一直在查，今晚一定给您回个电话，有事随时打我们的值班电话。',
    ],
    [
      'in another order',
      '线路这两天一直在查，今晚一定给您回个话。大姐，实在不好意思，让您家电器跟着受罪了，您有事随时打我们的值班电话。',
    ],
    [
      'in traditional characters and with other punctuation',
      '大姐!實在不好意思 讓您家電器跟著受罪了,線路這兩天一直在查,今晚一定給您回個話,您有事隨時打我們的值班電話',
    ],
  ])('a copy %s is found', (_, copy) => {
    expect(found(zh, original, copy)).toEqual([['A', 'B']]);
  });

  test('other words for the same are no copy', () => {
    expect(found(zh, ...paraphrases)).toEqual([]);
  });

  test('the model answer, the sheet and the wordings of the norm are nobody’s own', () => {
    const [model] = zh.items[0]!.model as [string];
    expect(found(zh, model, model, `${model}好的。`)).toEqual([]);
    expect(found(zh, zh.items[0]!.situation, zh.items[0]!.situation)).toEqual([]);
    expect(found(zh, '给您的生活带来了很多不便，非常抱歉。', '给您的生活带来了很多不便，非常抱歉。')).toEqual(
      [],
    );
  });

  test('what is short proves nothing', () => {
    expect(found(zh, '您别急，我马上来看看。', '您别急，我马上来看看。')).toEqual([]);
    expect(found(zh, '', '')).toEqual([]);
  });
});

describe('in English', () => {
  const first =
    'That is far too long to be without your money. I will ring our warehouse now to see whether the parcel was booked in, and text you before noon on Friday.';

  test.each([
    [
      'with some words changed',
      'That is much too long to be without your money. I will ring our warehouse to see whether the parcel was booked in, and text you before noon on Monday.',
    ],
    [
      'in another order',
      'I will ring our warehouse now to see whether the parcel was booked in, and text you before noon on Friday. That is far too long to be without your money.',
    ],
  ])('a copy %s is found', (_, copy) => {
    expect(found(en, first, copy)).toEqual([['A', 'B']]);
  });

  test('other words for the same are no copy, though they have the same letters', () => {
    const others = [
      'Three weeks is not acceptable and I do apologise. I can see the tracking number here, so I will ask accounts to release the money today and phone you tomorrow.',
      'I understand how annoying this must be. Could you read me the reference on your receipt? I will raise it with accounts and make sure somebody phones you by Friday noon.',
      'Sorry about the delay. The warehouse logs parcels within a few days, so something went wrong on our side. I will look into it and email you an answer this afternoon.',
    ];
    expect(found(en, first, ...others)).toEqual([]);
  });
});

test('nobody copies from himself, and who is compared with whom does not hang on the order', () => {
  const sheets = sheetsOf(zh, [original, ...paraphrases.slice(1), original]);
  const again = sheets.map((sheet) => (sheet.trainee === 'F' ? { ...sheet, trainee: 'A' } : sheet));
  expect(alike(zh, again)).toEqual([]);
  const wanted = alike(zh, sheets);
  expect(wanted).toEqual([{ item: 'q1', trainees: ['A', 'F'], likeness: 1 }]);
  fc.assert(
    fc.property(fc.shuffledSubarray(sheets, { minLength: sheets.length }), (shuffled) => {
      expect(alike(zh, shuffled)).toEqual(wanted);
    }),
  );
});

test('the most alike come first', () => {
  const nearly = original.replace('今晚一定给您回个话', '明天会给您答复');
  const all = alike(zh, sheetsOf(zh, [nearly, original, original]));
  expect(all.map(({ trainees }) => trainees.join(''))).toEqual(['BC', 'AB', 'AC']);
  expect(all[1]!.likeness).toBe(all[2]!.likeness);
});
