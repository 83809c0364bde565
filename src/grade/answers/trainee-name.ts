/** Who handed a sheet in, by what stands above the answers or by the file's name. */
import { metaBlock } from '../../transcript/formats/text-meta.ts';
import type { Exercise } from '../exercise.ts';
import { lettersOf } from './likewise.ts';
import type { SheetLine } from './sheet-line.ts';

const KEYS =
  '(?:学员|学生|员工|考生|参训人员?|参训者|受训人|答题人|答卷人|填写人|作答人)?(?:姓名|名字|姓 +名|姓　+名)|學員|學生|學員姓名|' +
  '学员|学生|员工|考生|参训人员?|参训者|受训人|答题人|答卷人|填写人|作答人|' +
  "(?:(?:full|your|trainee|student|employee|agent|learner)(?:'s)?\\s+)?name|trainee|student|employee|learner";
const LINE = new RegExp(`^[\\s>#*|\\-]*(?:${KEYS})(?:\\*\\*)?\\s*[:：](?:\\*\\*)?\\s*(.*)$`, 'i');
/** Without a colon it is less sure what follows. */
const BARE_LINE =
  /^\s*(?:学员)?姓\s*名[\s　_＿]+(?!班级|部门|日期|工号|单位|编号|得分|成绩)(\p{sc=Han}{2,4})[\s　_＿]*$/u;
const KEY = new RegExp(`^(?:${KEYS})$`, 'i');
/** What begins another entry on the same line. */
const NEXT =
  /\s{2,}|[\t　|;；,，]|\s*(?:工号|编号|部门|班组|单位|岗位|日期|时间|成绩|得分|分数|班级|date|team|department|score|id|no\.?)\s*[:：].*/i;
const LONGEST = 40;

/** The same for names that differ in case, width and blanks only. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');

/** The name in a line `姓名：张三` and nothing else; undefined where it is none, `''` where it was not filled in. */
export function nameInLine(line: string): string | undefined {
  const start = line.slice(0, 200);
  const value = (LINE.exec(start) ?? BARE_LINE.exec(start))?.[1];
  if (value === undefined) return undefined;
  const bare = value.replaceAll(/[_＿*]+/g, ' ').trim();
  const name = bare.split(NEXT, 1)[0]!.trim();
  return name.length > LONGEST ? undefined : name;
}

/** Whether a key, a header or a cell asks for the name. */
export const asksName = (key: string): boolean => KEY.test(key.trim().replace(/[:：]$/, ''));

/** The name in front matter, and the lines below it. */
export function frontMatter(lines: readonly SheetLine[]): { name: string; rest: readonly SheetLine[] } {
  const none = { name: '', rest: lines };
  if (lines[0]?.text.trim() !== '---') return none;
  const end = lines.findIndex(({ text }, at) => at > 0 && text.trim() === '---');
  const meta = end > 0 && end <= 100 ? metaBlock(lines.slice(1, end), true) : undefined;
  if (!meta) return none;
  const found = Object.entries(meta).find(([key]) => asksName(key));
  return { name: String(found?.[1] ?? '').trim(), rest: lines.slice(end + 1) };
}

/** Of a person, as far as its form tells: 张三, 阿依古丽·买买提, Li Wei, O'Neill. */
const PERSON =
  /^(?:\p{sc=Han}{2,4}|\p{sc=Han}{1,8}[·•]\p{sc=Han}{1,8}|\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3})$/u;

/** A heading `# 张三` above the answers, or with the exercise's title beside the name. */
export function nameInHeading(above: readonly SheetLine[], exercise: Exercise): string {
  for (const { text } of above) {
    const heading = /^\s{0,3}#{1,3}\s+(.+?)\s*#*\s*$/.exec(text)?.[1];
    if (heading === undefined) continue;
    const name = bareName(heading.replaceAll(/\*\*|__/g, ''), exercise);
    if (PERSON.test(name) && !lettersOf(exercise.title).includes(lettersOf(name))) return name;
  }
  return '';
}

/** A name alone on a line above the answers. */
export function nameAlone(above: readonly SheetLine[], exercise: Exercise): string {
  const names = above.map(({ text }) => text.trim()).filter((text) => PERSON.test(text));
  return (
    names.find((name) => bareName(name, exercise) === name && !lettersOf(exercise.title).includes(name)) ?? ''
  );
}

/** The name in a file's name; `''` where nothing else is in it. */
export const nameInFile = (stem: string, exercise: Exercise): string =>
  bareName(stem.normalize('NFC'), exercise);

const PAPERS =
  '答题卷|答题卡|答题纸|答卷|试卷|考卷|试题|练习题|练习|作业|答案|答题|作答|回答|测验|测试|考试|考核|情景题|副本|最终版|终稿|定稿|已完成|提交版|提交|' +
  'answers?|answer sheet|answersheet|sheet|exercises?|homework|assignment|test|quiz|exam|worksheet|final|copy|submission|submitted|completed|done|response|responses|v\\d+';
const PAPER = new RegExp(`^(?:${PAPERS})$`, 'i');
const AROUND = new RegExp(`^(?:${PAPERS})(?=\\p{sc=Han})|(?:的)?(?:${PAPERS})$`, 'iu');

/** A text without numbers, dates, the exercise's title and words for papers. */
function bareName(text: string, exercise: Exercise): string {
  const titles = [exercise.title, exercise.exercise].flatMap((title) => [
    title,
    ...title.split(/[\s/·:：—-]+/),
  ]);
  let rest = text;
  for (const title of titles.filter((one) => one.length > 1).sort((a, b) => b.length - a.length)) {
    rest = rest.replaceAll(
      new RegExp(`(?<![a-z])${title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z])`, 'gi'),
      ' ',
    );
  }
  const words = rest
    .split(/([\s_,，、.()（）[\]【】—–+&:：]+|-(?=[\p{sc=Han}\d])|(?<=[\p{sc=Han}\d])-)/u)
    .filter((_, at) => at % 2 === 0)
    .map((word) => (/\p{sc=Han}/u.test(word) ? word.replace(/^\d+|\d+$/g, '').replace(AROUND, '') : word))
    .map((word) => word.replace(/^-+|-+$/g, ''))
    .filter((word) => word !== '' && !PAPER.test(word) && !/^\d+$/.test(word));
  return words.join(' ');
}
