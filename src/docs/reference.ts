import { ENTITIES } from '../entities/index.ts';
import { KINDS } from '../kinds/index.ts';
import type { KeyType } from '../kinds/kind.ts';
import { openLocale } from '../locale/index.ts';
import type { LocaleName } from '../locale/locale.ts';
import { formats as reports } from '../report/index.ts';
import { allFormats } from '../transcript/formats/index.ts';
import { gradeReference } from './grade-reference.ts';
import { code, GENERATED, table } from './markdown.ts';

const WORDS = {
  zh: {
    title: '参考：写法、规则类型、实体、输入格式',
    syntax: '短语写法',
    kinds: '规则类型',
    scenarios: '情景（scenarios）',
    drawn: '`courtesy exercise new` 从这里抽题；`courtesy test` 先拿参考答案试评。判对话时用不到。',
    entities: '实体',
    readers: '输入格式',
    reports: '报告格式',
    key: '键',
    type: '值',
    about: '说明',
    required: '（必填）',
    written: '写法',
    found: '算',
    missed: '不算',
    name: '名称',
    endings: '扩展名',
  },
  en: {
    title: 'Reference: phrases, kinds of rules, entities, input formats',
    syntax: 'Phrases',
    kinds: 'Kinds of rules',
    scenarios: 'Scenarios',
    drawn:
      '`courtesy exercise new` draws from these, and `courtesy test` marks their model answers. Judging never reads them.',
    entities: 'Entities',
    readers: 'Input formats',
    reports: 'Report formats',
    key: 'key',
    type: 'value',
    about: 'what it is',
    required: ' (required)',
    written: 'written',
    found: 'found',
    missed: 'not found',
    name: 'name',
    endings: 'endings',
  },
} as const;

const TYPES: Record<Exclude<KeyType, object>, { zh: string; en: string }> = {
  phrases: { zh: '短语或短语列表', en: 'a phrase or a list of phrases' },
  groups: { zh: '若干组短语', en: 'groups of phrases' },
  trigger: {
    zh: '短语(客户说的),或 {by, phrases, except, alone}',
    en: "phrases (the customer's), or {by, phrases, except, alone}",
  },
  steps: { zh: '步骤列表 {step, any, by, optional}', en: 'a list of steps {step, any, by, optional}' },
  integer: { zh: '整数', en: 'a whole number' },
  flag: { zh: 'true 或 false', en: 'true or false' },
  duration: { zh: '时长:30s、5m、2h、1d、2 workdays', en: 'a duration: 30s, 5m, 2h, 1d, 2 workdays' },
  window: {
    zh: '范围:sentence、turn、2 turns、30s、transcript',
    en: 'a window: sentence, turn, 2 turns, 30s, transcript',
  },
  measure: { zh: '测量的东西', en: 'what is measured' },
  name: { zh: '元数据的名称', en: 'the name of a metadata value' },
};

const SYNTAX: { written: string; zh: string; en: string }[] = [
  { written: '[x]', zh: 'x 可有可无', en: 'x may be left out' },
  { written: '(a|b)', zh: 'a 或 b', en: 'a or b' },
  { written: '[a|b]', zh: 'a 或 b,或都没有', en: 'a or b or neither' },
  { written: '<name>', zh: '词表或实体', en: 'a list or an entity' },
  { written: '…', zh: '同一句里隔开最多 8 个字', en: 'a gap of up to 8 characters inside a sentence' },
  { written: '…20', zh: '隔开最多 20 个字', en: 'a gap of up to 20 characters' },
  {
    written: '^',
    zh: '一句或一个分句的开头（表情、笑声、「亲」之后也算）',
    en: 'the start of a clause, also after emoji, stickers and laughter',
  },
  {
    written: '$',
    zh: '一句或一个分句的结尾（语气词、表情、笑声、「亲」之前也算）',
    en: 'the end of a clause, also before emoji, stickers and laughter',
  },
  { written: '，', zh: '停顿:有没有标点都算', en: 'a pause, with or without punctuation' },
  {
    written: '/re/',
    zh: '正则表达式(RE2:没有环视和反向引用)',
    en: 'a regular expression (RE2: no look-around, no back-references)',
  },
  { written: '\\x', zh: '把 x 当普通字', en: 'x as it is' },
];

/** What a scenario's keys hold; its form is in the pack's schema. */
const SCENARIO: { key: string; required?: true; type: { zh: string; en: string }; zh: string; en: string }[] =
  [
    {
      key: 'id',
      required: true,
      type: { zh: '文字', en: 'text' },
      zh: '名称;与继承来的同名时换掉它',
      en: 'its name; it takes the place of an inherited one of the same name',
    },
    {
      key: 'situation',
      required: true,
      type: { zh: '文字', en: 'text' },
      zh: '客户说了什么、做了什么,要学员做什么',
      en: 'what the customer says or does, and what is asked of the trainee',
    },
    {
      key: 'context',
      type: { zh: '文字', en: 'text' },
      zh: '学员还该知道的',
      en: 'what the trainee should know besides',
    },
    {
      key: 'meta',
      type: { zh: '元数据', en: 'metadata' },
      zh: '规则的 when: {meta: …} 要看的',
      en: 'what rules ask for with when: {meta: …}',
    },
    {
      key: 'steps',
      required: true,
      type: {
        zh: '步骤列表 {step, any, except, points, feedback}',
        en: 'a list of steps {step, any, except, points, feedback}',
      },
      zh: '好的回答要做到的;说到 any 里任何一句就得分,分值合计 10 分,不写的平分余下的分',
      en: 'what a good answer does; any of the phrases earns its points, ten in all; steps that say none share what is left',
    },
    {
      key: 'forbid',
      type: {
        zh: '列表 {phrases, except, points, veto, feedback, instead}',
        en: 'a list of {phrases, except, points, veto, feedback, instead}',
      },
      zh: '只有这一题不许说的话;每处扣 points 分,veto 则整题不得分',
      en: 'what this item alone does not allow: points off each time, or none left with veto',
    },
    {
      key: 'model',
      required: true,
      type: { zh: '一个或几个回答', en: 'an answer, or several' },
      zh: '参考答案,要能拿满分',
      en: 'answers that earn everything',
    },
    {
      key: 'length',
      type: { zh: '{min, max}', en: '{min, max}' },
      zh: '回答的字数',
      en: 'how many words an answer has',
    },
    {
      key: 'clauses',
      type: { zh: '条号列表', en: 'a list' },
      zh: '所依据的条款',
      en: 'the clauses it is after',
    },
  ];

/** @returns the reference in one language */
export async function referencePage(language: LocaleName): Promise<string> {
  const words = WORDS[language];
  const lines = [GENERATED, '', `# ${words.title}`, '', `## ${words.syntax}`, ''];
  lines.push(
    ...table(
      [words.written, words.about],
      SYNTAX.map((one) => [code(one.written), one[language]]),
    ),
    '',
  );
  lines.push(`## ${words.kinds}`, '');
  for (const { name, about, keys } of KINDS.values()) {
    lines.push(`### ${name}`, '', `${about[language]}`, '');
    const rows = Object.entries(keys).map(([key, { type, required, about: meaning }]) => {
      const value = typeof type === 'object' ? type.oneOf.join(' · ') : TYPES[type][language];
      return [`${code(key)}${required ? words.required : ''}`, value, meaning[language]];
    });
    lines.push(...table([words.key, words.type, words.about], rows), '');
  }
  lines.push(`## ${words.scenarios}`, '', words.drawn, '');
  lines.push(
    ...table(
      [words.key, words.type, words.about],
      SCENARIO.map(({ key, required, type, ...about }) => [
        `${code(key)}${required ? words.required : ''}`,
        type[language],
        about[language],
      ]),
    ),
    '',
  );
  lines.push(`## ${words.entities}`, '');
  const entities = [...ENTITIES.values()].map(({ name, about, examples }) => [
    code(`<${name}>`).replace('<', '&lt;'),
    about[language],
    examples.yes.slice(0, 3).join(' / '),
    examples.no.slice(0, 3).join(' / '),
  ]);
  lines.push(...table([words.name, words.about, words.found, words.missed], entities), '');
  lines.push(`## ${words.readers}`, '');
  const inputs = (await allFormats()).map(({ name, about, extensions }) => [
    code(name),
    about[language],
    extensions.join(' '),
  ]);
  lines.push(...table([words.name, words.about, words.endings], inputs), '');
  lines.push(`## ${words.reports}`, '', Object.keys(reports).map(code).join(' · '), '');
  lines.push(...(await gradeReference(await openLocale(language))));
  return lines.join('\n');
}
