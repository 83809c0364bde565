/** What people write into a cell to say yes, no, or a number. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const YES = words('1 是 有 yes y true t');
const NO = words('0 否 无 没有 無 沒有 no n false f');
const PASSED = words('合格 通过 及格 達標 达标 pass passed ok');
const FAILED = words('不合格 未通过 不通过 不及格 未达标 不达标 fail failed');
const VIOLATED = words('违规 违反 扣分 違規 違反 violated violation fail failed 不合格');
const KEPT = words('不违规 未违规 未违反 无违规 合规 合格 不扣分 pass passed ok');
/** Not rated. */
const NOTHING = words('- – — / n/a na 不适用 无法判断');

/** What a cell says; undefined where it is blank or says that nothing was rated, null where it cannot be told. */
export type Said<T> = T | undefined | null;

/** Whether the conversation passed. */
export const passedIn = (cell: string): Said<boolean> => choice(cell, PASSED, FAILED);

/** Whether a rule was violated. */
export const violatedIn = (cell: string): Said<boolean> => choice(cell, VIOLATED, KEPT);

/** A score from 0 to 100. */
export function scoreIn(cell: string): Said<number> {
  const text = plain(cell).replace(/分$/, '');
  if (text === '' || NOTHING.has(text)) return undefined;
  const score = Number(text);
  return score >= 0 && score <= 100 ? score : null;
}

function choice(cell: string, yes: ReadonlySet<string>, no: ReadonlySet<string>): Said<boolean> {
  const text = plain(cell);
  if (text === '' || NOTHING.has(text)) return undefined;
  if (yes.has(text) || YES.has(text) || Number(text) === 1) return true;
  if (no.has(text) || NO.has(text) || Number(text) === 0) return false;
  return null;
}

const plain = (cell: string): string => cell.normalize('NFKC').trim().toLowerCase();
