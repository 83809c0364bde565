/** What `courtesy grade` writes: its formats, the fields of its JSON and the remarks. */
import type { Remark } from '../grade/mark.ts';
import { gradeFormats } from '../grade/report/index.ts';
import type { Locale } from '../locale/locale.ts';
import { code, table } from './markdown.ts';

const WORDS = {
  zh: {
    title: '批改练习',
    formats: '成绩册的格式',
    fields: 'JSON 里的字段',
    remarks: '评语',
    field: '字段',
    remark: '名称',
  },
  en: {
    title: 'Marking exercises',
    formats: 'Formats of the grade book',
    fields: 'Fields of the JSON',
    remarks: 'Remarks',
    field: 'field',
    remark: 'name',
  },
} as const;

const FIELDS: { field: string; zh: string; en: string }[] = [
  {
    field: 'schemaVersion, tool',
    zh: '格式的版本，程序的名称和版本',
    en: 'version of the form; name and version of the program',
  },
  { field: 'exercise', zh: '练习全文，默认值已填好', en: 'the whole exercise, defaults filled in' },
  {
    field: 'sheets[]',
    zh: '每位学员一份，按姓名的字符编码排序',
    en: 'one for each trainee, names in the order of their code points',
  },
  { field: 'sheets[].trainee, file', zh: '姓名，答卷的文件', en: 'the name and the file of the answers' },
  {
    field: 'sheets[].points, possible, percent, passed',
    zh: '总分，满分，得分率（0 到 100，一位小数），是否及格',
    en: 'total, full points, per cent (0 to 100, one decimal), whether passed',
  },
  {
    field: 'sheets[].marks[]',
    zh: '每题一条，按练习的顺序',
    en: 'one for each item, in the order of the exercise',
  },
  {
    field: '….item, text, line',
    zh: '题号，回答原文，在文件的第几行（没有作答为 0）',
    en: 'item, the answer as written, its line in the file (0 where there is none)',
  },
  {
    field: '….points, given, possible',
    zh: '算数的分，程序给的分，满分；都是 0.5 的倍数',
    en: 'the mark that counts, the mark the program gave, full points; all in halves',
  },
  {
    field: '….steps[]',
    zh: '步骤：step、possible、earned，span 是得分的字在 text 里的起止（从 0 起，UTF-16），feedback 是提示',
    en: 'steps: step, possible, earned; span is where in text the words are that earned it (from 0, UTF-16); feedback',
  },
  {
    field: '….wordings[]',
    zh: '忌语：rule（本题自己禁用的为 null）、severity、clauses、span、text、cost、veto、message、instead',
    en: "forbidden wordings: rule (null for the item's own), severity, clauses, span, text, cost, veto, message, instead",
  },
  { field: '….remarks[]', zh: '评语，见下表', en: 'remarks, as below' },
  {
    field: '….override',
    zh: '培训师改的分：points、reason、by',
    en: "the trainer's own mark: points, reason, by",
  },
  {
    field: 'irregularities[]',
    zh: '题号问题：trainee、file，one 里有 kind（missing、extra、doubled、misnumbered）、item、line',
    en: 'numbering: trainee, file; one has kind (missing, extra, doubled, misnumbered), item, line',
  },
  {
    field: 'alike[]',
    zh: '雷同的回答：item、trainees、likeness（0 到 1）',
    en: 'answers that are too alike: item, trainees, likeness (0 to 1)',
  },
  {
    field: 'statistics',
    zh: '全班：trainees、passed、mean、median、deviation、lowest、highest；items[] 里有 facility（0 到 1）、discrimination（-1 到 1）、omitted；wordings[] 是最常见的忌语',
    en: 'the class: trainees, passed, mean, median, deviation, lowest, highest; items[] with facility (0 to 1), discrimination (-1 to 1), omitted; wordings[] are the commonest forbidden wordings',
  },
];

const REMARKS: readonly Remark[] = [
  'missing',
  'empty',
  'copied-situation',
  'addresses-marker',
  'wrong-language',
  'keywords-only',
  'too-short',
  'too-long',
  'copied-model',
];

/** @returns the lines of the section, under a heading of the second level */
export async function gradeReference(locale: Locale): Promise<string[]> {
  const words = WORDS[locale.name];
  const formats = await Promise.all(Object.values(gradeFormats).map((load) => load()));
  return [
    `## ${words.title}`,
    '',
    `### ${words.formats}`,
    '',
    ...formats.map(({ name, about }) => `- ${code(name)} ${about[locale.name]}`),
    '',
    `### ${words.fields}`,
    '',
    ...table(
      [words.field, ''],
      FIELDS.map((one) => [code(one.field), one[locale.name]]),
    ),
    '',
    `### ${words.remarks}`,
    '',
    ...table(
      [words.remark, ''],
      REMARKS.map((remark) => [code(remark), locale.say(`remark.${remark}`)]),
    ),
    '',
  ];
}
