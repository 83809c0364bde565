/** Hand-made grade books that every report's test prints. Not part of the program. */
import { openLocale } from '../../locale/index.ts';
import type { LocaleName } from '../../locale/locale.ts';
import type { GradeBook } from '../book.ts';
import type { Exercise, Item } from '../exercise.ts';
import { alike } from '../likeness.ts';
import type { Mark, MarkedSheet, WordingMark } from '../mark.ts';
import { statisticsOf } from '../statistics.ts';
import type { GradeFormat } from './format.ts';

const items: Item[] = [
  {
    id: 'q1',
    situation: '客户说：“天天跳电，冰箱都快跳坏了，你们到底管不管？”',
    context: '电话，客户第三次来电',
    points: 10,
    steps: [
      { step: '致歉', points: 4, any: ['抱歉'], feedback: '先为给客户添的麻烦致歉。' },
      { step: '查明原因', points: 6, any: ['查找…原因'] },
    ],
    model: ['非常抱歉，我们正在查找跳电的原因，会尽快解决。'],
    clauses: ['repair.pair.11'],
  },
  {
    id: 'q2',
    situation: '需要登高，想借客户家的凳子。',
    points: 5,
    steps: [
      { step: '提出借用', points: 3, any: ['借'] },
      { step: '征求同意', points: 2, any: ['可以吗'], feedback: '问一句“可以吗”。' },
    ],
    model: ['大姐您好，我想借用一下您家的凳子，可以吗？', '您好，借一下凳子方便吗？'],
  },
];

export const exercise: Exercise = {
  exercise: 'sample',
  title: '抢修用语练习',
  language: 'zh',
  pack: ['zh/repair'],
  pass: 60,
  costs: { error: 50, warning: 20, info: 0 },
  lists: {},
  items,
};

/** What an answer earned: the words that earned each step (null where it was left out), then what it cost. */
function marked(
  at: number,
  text: string,
  earned: readonly (string | null)[],
  rest: Partial<Mark> & { forbidden?: Partial<WordingMark> & { text: string } } = {},
): Mark {
  const item = items[at]!;
  const steps = item.steps.map(({ step, points, feedback }, index) => {
    const words = earned[index] ?? null;
    if (words === null) return { step, possible: points, earned: 0, feedback };
    return { step, possible: points, earned: points, span: spanOf(text, words) };
  });
  const { forbidden, ...other } = rest;
  const wordings = forbidden === undefined ? [] : [wording(text, forbidden)];
  const sum = steps.reduce((points, step) => points + step.earned, 0);
  const given = wordings.some(({ veto }) => veto)
    ? 0
    : Math.max(
        0,
        wordings.reduce((points, { cost }) => points - cost, sum),
      );
  return {
    item: item.id,
    text,
    line: at + 1,
    possible: item.points,
    given,
    steps,
    wordings,
    remarks: [],
    ...other,
    points: other.override?.points ?? given,
  };
}

function wording(text: string, forbidden: Partial<WordingMark> & { text: string }): WordingMark {
  return {
    rule: 'zh/repair/brush-off',
    severity: 'error',
    clauses: ['repair.pair.5'],
    span: spanOf(text, forbidden.text),
    cost: 2.5,
    veto: false,
    message: '不推诿',
    instead: '我帮您问一下，马上告诉您。',
    ...forbidden,
  };
}

function spanOf(text: string, words: string): readonly [number, number] {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the answer does not say ${words}`);
  return [start, start + words.length];
}

export function sheet(trainee: string, marks: Mark[]): MarkedSheet {
  const points = marks.reduce((sum, mark) => sum + mark.points, 0);
  const possible = marks.reduce((sum, mark) => sum + mark.possible, 0);
  const percent = Math.round((points / possible) * 1000) / 10;
  return {
    trainee,
    file: `answers/${trainee}.txt`,
    marks,
    points,
    possible,
    percent,
    passed: percent >= exercise.pass,
  };
}

const copied =
  '大姐您先消消气，给您添了这么多麻烦真是抱歉，师傅们今天就去您那条线上挨个排查，查找跳电的原因。';
const borrowed = '劳驾，借您家凳子踩一下，可以吗？';

export const sheets: MarkedSheet[] = [
  sheet('丁一', [
    marked(0, copied.replace('今天就', '今天下午'), ['抱歉', '查找跳电的原因']),
    marked(1, borrowed, ['借', '可以吗']),
  ]),
  sheet('丙五', [
    marked(0, '', [], { remarks: ['missing'] }),
    marked(1, '=HYPERLINK("http://x","凳子") <b>借</b>', ['借', null], { remarks: ['too-short'] }),
  ]),
  sheet('乙二', [
    marked(0, copied, ['抱歉', '查找跳电的原因'], {
      override: { points: 8.5, reason: '与丁一雷同，已谈话', by: '王老师' },
    }),
    marked(1, '凳子借我。', ['借', null], {
      forbidden: {
        rule: null,
        text: '借我',
        cost: 1,
        message: '不要命令客户',
        clauses: [],
        severity: 'warning',
      },
    }),
  ]),
  sheet('甲三', [
    marked(0, '抱歉，这事不归我管，您打 95598 吧。', ['抱歉', null], { forbidden: { text: '不归我管' } }),
    marked(1, '大姐您好，我想借用一下您家的凳子，可以吗？', ['借', '可以吗'], { remarks: ['copied-model'] }),
  ]),
];

export function bookOf(
  of: readonly MarkedSheet[],
  irregularities: GradeBook['irregularities'] = [],
): GradeBook {
  return {
    exercise,
    sheets: [...of],
    irregularities,
    alike: alike(exercise, of),
    statistics: statisticsOf(exercise, of),
  };
}

export const sample = bookOf(sheets, [
  { trainee: '丙五', file: 'answers/丙五.txt', one: { kind: 'missing', item: 'q1' } },
  { trainee: '丙五', file: 'answers/丙五.txt', one: { kind: 'misnumbered', item: '22', line: 3 } },
]);

/** What a format writes of a book, as bytes. */
export async function written(
  format: GradeFormat,
  book: GradeBook,
  language: LocaleName = 'zh',
): Promise<Buffer> {
  const locale = await openLocale(language);
  return Buffer.from(await format.write(book, { locale, version: '0.1.0', color: false, width: 80 }));
}
