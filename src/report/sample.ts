import type { Summary, Verdict, VerdictTurn, Violation } from '../judge/verdict.ts';
import { openLocale } from '../locale/index.ts';
import type { LocaleName } from '../locale/locale.ts';
import type { ReportContext, ReportFormat } from './reporter.ts';

/** Hand-made verdicts that every reporter's test prints. Not part of the program. */

/** Every turn stands on a line of its own, after 客服:. */
const FIRST_COLUMN = 4;

function turns(...texts: [VerdictTurn['role'], string][]): VerdictTurn[] {
  return texts.map(([role, text]) => ({ role, text }));
}

function said(list: VerdictTurn[], turn: number, words: string, rest: Partial<Violation>): Violation {
  const { role, text } = list[turn - 1]!;
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the turn does not say ${words}`);
  const column = FIRST_COLUMN + start;
  return {
    rule: 'zh/hotline/brush-off',
    kind: 'forbid',
    severity: 'error',
    points: 5,
    clauses: [],
    turn,
    role,
    line: turn,
    column,
    endLine: turn,
    endColumn: column + words.length,
    text: words,
    span: [start, start + words.length],
    message: `不应说「${words}」`,
    ...rest,
  };
}

const base = {
  meta: {},
  vetoedBy: null,
  sections: [],
  checks: { passed: 24, failed: 1, notApplicable: 6 },
  checkList: [],
  deductions: [],
};

const hotline = turns(
  ['agent', '喂，您好。'],
  ['customer', '我家停电了，什么时候能来？'],
  [
    'agent',
    '不知道，您自己上网查一下吧，这个事情不归我们管，我们这边只负责登记工单，后面的事情都是抢修班安排的，您催我也没有用的呀。',
  ],
  ['customer', '你这是什么态度😡'],
  ['agent', '\tＯＫ👨‍👩‍👧你\u001b[31m爱投诉就投诉\u202e'],
);

const hotlineVerdict: Verdict = {
  ...base,
  file: 'calls/0417.txt',
  id: '0417',
  agent: '3号',
  language: 'zh',
  turns: hotline,
  score: 75,
  scoreBeforeVeto: 75,
  passed: false,
  sections: [
    { name: '用语', score: 62.5 },
    { name: '流程', score: 90 },
    { name: '信息安全', score: 100 },
  ],
  checks: { passed: 24, failed: 3, notApplicable: 4 },
  checkList: [
    { rule: 'zh/hotline/brush-off', outcome: 'fail', points: -15 },
    { rule: 'zh/hotline/greeting', outcome: 'pass', points: 0 },
    { rule: 'zh/hotline/hold', outcome: 'na', points: 0, reason: '没有出现触发规则的话' },
  ],
  deductions: [
    { rule: 'zh/hotline/brush-off', count: 4, points: 5, cap: 15, taken: 15, section: '用语' },
    { rule: 'zh/hotline/closing', count: 1, points: 10, cap: null, taken: 10, section: '流程' },
  ],
  violations: [
    said(hotline, 3, '不知道', {
      clauses: ['noc.never.6', 'water.never.11'],
      instead: '这个问题我核实一下再回复您。',
    }),
    said(hotline, 3, '您催我也没有用', { severity: 'warning', rule: 'zh/hotline/no-use', points: 5 }),
    said(hotline, 5, '你\u001b[31m爱投诉就投诉', {
      clauses: ['noc.never.21'],
      rule: 'zh/hotline/complaint-challenge',
      message:
        '不应激客户投诉，例如「爱投诉就投诉」：客户说要投诉时，先致歉，再记录诉求、说明处理时限，并告知投诉渠道',
      instead:
        '非常抱歉给您带来不便。您反映的情况我已经记录下来，会在二十四小时内由专人与您联系，请问您方便留一个联系电话吗？',
    }),
    {
      ...said(hotline, 5, '', {}),
      rule: 'zh/hotline/closing',
      kind: 'require',
      severity: 'info',
      points: 10,
      message: '结尾 2 轮内没有说：结束语',
      searched: { fromLine: 3, toLine: 5 },
      instead: '请问还有什么可以帮您？感谢您的来电，再见。',
    },
  ],
};

const chat = turns(
  ['bot', 'Hi! How can I help?'],
  ['customer', 'My parcel never came.'],
  [
    'agent',
    'Well, as I already told you in my last message, you should have read the terms before ordering.',
  ],
);

const chatVerdict: Verdict = {
  ...base,
  file: 'chats/week-07/export-2026-02-17.jsonl',
  id: 'c-88213',
  agent: 'Dana',
  language: 'en',
  turns: chat,
  score: 0,
  scoreBeforeVeto: 92,
  vetoedBy: 'en/core/blame',
  passed: false,
  deductions: [{ rule: 'en/core/blame', count: 1, points: 8, cap: null, taken: 8, section: null }],
  violations: [
    said(chat, 3, 'you should have read the terms', {
      rule: 'en/core/blame',
      points: 8,
      clauses: ['en.blame.2'],
      message: 'do not say "you should have read the terms"',
      instead: 'Let me look at what the terms say about this and what I can do for you.',
    }),
  ],
};

const cleanTurns = turns(['agent', '您好，请讲。'], ['customer', '没事了。'], ['agent', '感谢来电，再见。']);
const cleanVerdict: Verdict = {
  ...base,
  file: 'calls/0418.txt',
  id: '0418',
  agent: null,
  language: 'zh',
  turns: cleanTurns,
  score: 100,
  scoreBeforeVeto: 100,
  passed: true,
  checks: { passed: 27, failed: 0, notApplicable: 4 },
  checkList: [{ rule: 'zh/hotline/greeting', outcome: 'pass', points: 0 }],
  violations: [],
};

const unscored: Verdict = {
  ...cleanVerdict,
  file: 'calls/0419.txt',
  id: '0419',
  score: null,
  scoreBeforeVeto: null,
  checks: { passed: 0, failed: 0, notApplicable: 31 },
  checkList: [{ rule: 'zh/hotline/greeting', outcome: 'na', points: 0, reason: '对话中没有坐席的发言' }],
};

export const sample = { hotline: hotlineVerdict, chat: chatVerdict, clean: cleanVerdict, unscored };

export const sampleSummary: Summary = {
  files: 4,
  transcripts: 4,
  turns: 14,
  errors: 3,
  warnings: 1,
  infos: 1,
  score: 58,
  passed: false,
};

export const cleanSummary: Summary = {
  files: 1,
  transcripts: 1,
  turns: 3,
  errors: 0,
  warnings: 0,
  infos: 0,
  score: 100,
  passed: true,
};

type PrintOptions = Partial<ReportContext> & {
  summary?: Summary;
  locale?: never;
  in?: LocaleName;
  problem?: boolean;
};

/** What a format writes of some verdicts, as text. */
export async function print(
  format: ReportFormat,
  verdicts: Verdict[],
  options: PrintOptions = {},
): Promise<string> {
  return (await printBytes(format, verdicts, options)).toString('utf8');
}

export async function printBytes(
  format: ReportFormat,
  verdicts: Verdict[],
  options: PrintOptions = {},
): Promise<Buffer> {
  const written: Buffer[] = [];
  const reporter = await format.open({
    version: '0.1.0',
    packs: [
      { name: 'zh/hotline', version: '1.0.0', title: '客服热线规范用语', rules: 31 },
      { name: 'en/core', version: '1.0.0', title: 'English courtesy', rules: 1 },
    ],
    rules: new Map(),
    color: false,
    width: 80,
    allChecks: false,
    explainScore: false,
    write: (text) => written.push(Buffer.from(text)),
    ...options,
    locale: await openLocale(options.in ?? 'zh'),
  });
  for (const verdict of verdicts) reporter.verdict(verdict);
  if (options.problem) reporter.problem({ file: 'calls/broken.txt', message: '不是文本文件' });
  await reporter.end(options.summary ?? sampleSummary);
  return Buffer.concat(written);
}
