import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Problem } from '../../judge/verdict.ts';
import { zh } from '../../locale/zh.ts';
import type { Sheet } from '../answers.ts';
import type { Exercise, Item } from '../exercise.ts';
import { readAnswers } from './index.ts';

/** For tests: an exercise of items by id and situation. */
export function exerciseOf(items: Readonly<Record<string, string | Partial<Item>>>): Exercise {
  return {
    exercise: 'drill',
    title: '供电抢修练习',
    language: 'zh',
    pack: [],
    pass: 60,
    costs: { error: 50, warning: 20, info: 0 },
    lists: {},
    items: Object.entries(items).map(([id, item]) => ({
      id,
      points: 10,
      steps: [],
      model: [],
      situation: '',
      ...(typeof item === 'string' ? { situation: item } : item),
    })),
  };
}

/** For tests: what is read of files by these names, in a folder of their own. */
export async function readFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  exercise: Exercise,
): Promise<{ sheets: Sheet[]; problems: Problem[] }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'courtesy-answers-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    const problems: Problem[] = [];
    const sheets = await readAnswers([folder], exercise, {
      locale: zh,
      problem: (one) => problems.push({ ...one, file: path.relative(folder, one.file) }),
    });
    return { sheets: sheets.map((one) => ({ ...one, file: path.relative(folder, one.file) })), problems };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** For tests: the answers of a sheet by item. */
export const answersOf = (sheet: Sheet | undefined): Record<string, string> =>
  Object.fromEntries((sheet?.answers ?? []).map(({ item, text }) => [item, text]));

/** For tests: three items, one with a context, one with an id that is no word. */
export const THREE = exerciseOf({
  trip: { situation: '客户抱怨频繁跳电，您如何回答？', context: '客户已经打过两次电话。' },
  'q-late': '抢修人员迟到了，客户在门口等着。',
  bill: 'The customer says the bill is wrong. What do you say?',
});
/** For tests: what is read of one file. */
export const one = async (content: string | Uint8Array, name = '张三.txt', exercise = THREE) => {
  const { sheets, problems } = await readFiles({ [name]: content }, exercise);
  return { sheet: sheets[0]!, answers: answersOf(sheets[0]), problems };
};
/** For tests: what is told of a sheet. */
export const kinds = (sheet: { irregularities: readonly { kind: string; item: string; line?: number }[] }) =>
  sheet.irregularities.map(({ kind, item, line }) => [kind, item, line]);
