/** `courtesy agree marks.csv --exercise exercise.yaml answers/`: a trainer's marks beside the program's. */
import type { Problem } from '../judge/verdict.ts';
import type { Locale } from '../locale/locale.ts';
import { UsageError } from '../run/usage.ts';
import { type Notice, ReadError } from '../transcript/formats/format.ts';
import { wordsOf } from '../transcript/messages.ts';
import { readRows } from '../transcript/plain-table.ts';
import { agreeOnExercise, type ExerciseAgreement } from './agree.ts';
import { readAnswers } from './answers/index.ts';
import type { Exercise } from './exercise.ts';
import { grade } from './grade.ts';
import { type HumanMarks, humanMarks } from './human-marks.ts';
import { loadExercise } from './load.ts';

/**
 * @param human the file with the trainer's marks; @param paths of answers
 * @param tell told of everything that was not taken
 * @throws UsageError where nothing can be compared, PackError where the exercise is not well-formed
 */
export async function agreeOnAnswers(
  human: string,
  exercise: string,
  paths: readonly string[],
  locale: Locale,
  tell: (problem: Problem) => void,
): Promise<ExerciseAgreement> {
  if (paths.length === 0) throw new UsageError('grade-agree.no-paths');
  const loaded = await loadExercise(exercise);
  const marks = await readHuman(human, loaded.exercise, locale, tell);
  for (const { line, message } of marks.unclear) tell({ file: human, line, message: locale.say(message) });
  const sheets = await readAnswers(paths, loaded.exercise, { locale, problem: tell });
  if (sheets.length === 0) throw new UsageError('grade.no-answers', { paths: paths.join(', ') });
  const agreement = agreeOnExercise(grade(loaded, sheets), marks);
  if (agreement.overall.marks === 0) {
    const known = [...new Set(sheets.map(({ trainee }) => trainee))].slice(0, 10);
    throw new UsageError('grade-agree.no-marks', { file: human, known: known.join(', ') });
  }
  return agreement;
}

async function readHuman(
  file: string,
  exercise: Exercise,
  locale: Locale,
  tell: (problem: Problem) => void,
): Promise<HumanMarks> {
  const words = (notice: Notice): void => tell({ ...notice, message: wordsOf(locale.name, notice.message) });
  const rows = await readRows(file, { problem: words, note: words }).catch((error: Error) => {
    const why = error instanceof ReadError ? wordsOf(locale.name, error.detail) : error.message;
    throw new UsageError('agree.unreadable', { file, why });
  });
  return humanMarks(file, rows, exercise);
}
