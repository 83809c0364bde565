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
