import type { Source } from '../../transcript/formats/format.ts';
import { jsonError } from '../../transcript/json-error.ts';
import type { Items } from './items.ts';
import { claimsFor } from './long-table.ts';
import type { AnswerReader } from './reader.ts';
import { sheetOf } from './sheet.ts';
import type { Claim } from './sheet-line.ts';
import { asksName } from './trainee-name.ts';

/**
 * An object a line: `{"trainee": "张三", "answers": {"q1": "…"}}`, each line a sheet, or
 * `{"trainee": "张三", "item": "q1", "answer": "…"}`, all lines of a trainee being one.
 */
export const jsonl: AnswerReader = {
  extensions: ['jsonl', 'ndjson'],
  async read(source, items) {
    const sheets: { trainee: string; claims: Claim[] }[] = [];
    const gathered = new Map<string, Claim[]>();
    for (const { text, line } of source.lines()) {
      if (text.trim() === '') continue;
      const value = await parsed(source, text, line);
      if (!value) continue;
      const { answers, item, answer } = value;
      if (!isObject(answers) && item === undefined) {
        source.problem({ key: 'answers.no-answers' }, { line });
        continue;
      }
      const trainee = traineeOf(value);
      if (trainee === '') source.problem({ key: 'answers.no-name' }, { line });
      const key = trainee || `#${line}`;
      const claims = isObject(answers)
        ? claimsIn(answers, line, items)
        : claimsFor(String(item), textOf(answer), line, items);
      const before = isObject(answers) ? undefined : gathered.get(key);
      if (before) before.push(...claims);
      else sheets.push({ trainee: key, claims });
      if (!before && !isObject(answers)) gathered.set(key, claims);
    }
    return sheets.map(({ trainee, claims }) => sheetOf(trainee, source.file, claims, items));
  },
};

const claimsIn = (answers: object, line: number, items: Items) =>
  Object.entries(answers).flatMap(([key, answer]) => claimsFor(key, textOf(answer), line, items));

const textOf = (value: unknown) => (value === null || value === undefined ? '' : String(value)).trim();

function traineeOf(value: object): string {
  const [, name] = Object.entries(value).find(([key]) => asksName(key)) ?? [];
  return typeof name === 'string' || typeof name === 'number' ? String(name).trim() : '';
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object; anything else is told and left out. */
async function parsed(
  source: Source,
  text: string,
  line: number,
): Promise<Record<string, unknown> | undefined> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value as Record<string, unknown>;
    source.problem({ key: 'answers.no-answers' }, { line });
  } catch (error) {
    const { reason, offset = 0 } = await jsonError(text, error);
    source.problem({ key: 'answers.json', values: { reason } }, { line, column: offset + 1 });
  }
  return undefined;
}
