/** Reads what trainees handed in, whatever it is written in. */
import type { Problem } from '../../judge/verdict.ts';
import type { Locale } from '../../locale/locale.ts';
import { discover, type Found } from '../../transcript/discover.ts';
import { type Notice, ReadError, type ReadReport } from '../../transcript/formats/format.ts';
import { wordsOf } from '../../transcript/messages.ts';
import { openSource } from '../../transcript/source.ts';
import type { Sheet } from '../answers.ts';
import type { Exercise } from '../exercise.ts';
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import { Items } from './items.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import type { AnswerReader } from './reader.ts';
import { text } from './text.ts';
import { nameKey } from './trainee-name.ts';
import { xlsx } from './xlsx.ts';

const readers: readonly AnswerReader[] = [text, markdown, docx, csv, xlsx, jsonl];

export interface AnswerOptions {
  locale: Locale;
  /** Told of every file, row or column that was not taken, and of trainees who are there twice. */
  problem(problem: Problem): void;
}

const byExtension = new Map(
  readers.flatMap((reader) => reader.extensions.map((extension) => [extension, reader] as const)),
);
/** What trainees hand in as well and cannot be read: it is told, lest a trainee be missed. */
const UNREAD = 'doc rtf odt wps pages pdf xls et ods numbers zip rar 7z html htm json'.split(' ');
/** Office leaves these beside an open document. */
const LOCK = /(?:^|\/)(?:~\$|\.~)[^/]*$/;
/** What stands beside answers in a folder and is none. */
const BESIDE =
  /(?:^|\/)(?:readme|overrides|corrections|human|marks?|scores?|grades?|grade-?book|成绩|成绩单|成绩册|分数|打分|得分|评分|人工评分)\.[^/]*$/i;

/**
 * The sheets of all files, in the order of the paths; files of a folder are sorted by name. A file that cannot be
 * read is a problem and the rest is read. Trainees of the same name are told and kept apart.
 * @param paths files, folders, patterns
 */
export async function readAnswers(
  paths: readonly string[],
  exercise: Exercise,
  options: AnswerOptions,
): Promise<Sheet[]> {
  const report = reportTo(options);
  const items = new Items(exercise);
  const sheets: Sheet[] = [];
  const extensions = new Set([...byExtension.keys(), ...UNREAD]);
  for await (const found of discover(paths, { report, extensions })) {
    if (LOCK.test(found.file) || (!found.explicit && BESIDE.test(found.file))) continue;
    sheets.push(...(await sheetsIn(found, items, report)));
  }
  tellTwice(sheets, options);
  return sheets;
}

async function sheetsIn({ file }: Found, items: Items, report: ReadReport): Promise<Sheet[]> {
  const source = openSource(file, { report });
  try {
    const { head, whole, binary } = source.sample();
    const reader = byExtension.get(source.extension);
    if (!reader) throw new ReadError({ key: 'answers.unread', values: { extension: source.extension } });
    if (whole && head.every((byte) => byte <= 32)) throw new ReadError({ key: 'answers.empty' });
    // A binary file says better what it is than that it has no numbers.
    if (binary && reader !== docx && reader !== xlsx) source.text();
    return await reader.read(source, items);
  } catch (error) {
    const { detail, at } = error instanceof ReadError ? error : unreadable(error);
    source.problem(detail, at);
    return [];
  } finally {
    source.close();
  }
}

/** Whatever a library throws on a broken file is that file's problem; the class is graded. */
const unreadable = (error: unknown) =>
  new ReadError({
    key: 'read.unreadable',
    values: { reason: (error instanceof Error ? error.message : String(error)).slice(0, 300) },
  });

function reportTo({ locale, problem }: AnswerOptions): ReadReport {
  const tell = ({ message, ...place }: Notice) => {
    const own = message.key.startsWith('answers.');
    problem({ ...place, message: own ? locale.say(message) : wordsOf(locale.name, message) });
  };
  // Files of extensions that nobody hands in are no concern of the trainer's.
  return { problem: tell, note: () => {} };
}

function tellTwice(sheets: readonly Sheet[], { locale, problem }: AnswerOptions): void {
  const files = new Map<string, string>();
  for (const { trainee, file } of sheets) {
    const key = nameKey(trainee);
    const other = files.get(key);
    if (other === undefined) files.set(key, file);
    else problem({ file, message: locale.say('answers.twice', { trainee, other }) });
  }
}
