import type { Items, Meant } from './items.ts';
import { ownWords, withoutFill } from './printed.ts';
import type { Claim, SheetRow } from './sheet-line.ts';

const ANSWER =
  /^(?:[您你我]的|学员|参考)?(?:回答|答案|作答|答复|应答|答题|作答内容|回答内容)(?:栏|内容)?$|^(?:(?:your|my|trainee(?:'s)?)\s+)?(?:answers?|response|reply)$/i;

/** Whether a header is of the column of answers. */
export const headsAnswers = (header: string): boolean => ANSWER.test(header.trim().replace(/[:：]$/, ''));

/**
 * The answers of a table that has a row for each item: its number, id or situation in one cell or more, then the
 * answer, in the column that a header names or else in the last.
 * @returns undefined where the table is no such one
 */
export function claimsOf(rows: readonly SheetRow[], items: Items): Claim[] | undefined {
  const head = rows.findIndex(({ cells }) => cells.some(headsAnswers));
  const answerAt = head < 0 ? undefined : rows[head]!.cells.findIndex(headsAnswers);
  const claims = rows.slice(head + 1).flatMap((row) => claimOf(row, answerAt, items));
  return claims.some(({ item }) => item !== undefined) ? claims : undefined;
}

function claimOf({ cells, line }: SheetRow, answerAt: number | undefined, items: Items): Claim[] {
  const last = answerAt ?? cells.length - 1;
  if (last < 1) return [];
  const told = cells.slice(0, last).flatMap((cell): [string, Meant][] => {
    const meant = items.meant(cell);
    return meant ? [[cell.trim(), meant]] : [];
  });
  const answer = cells[last] ?? '';
  if (told.length === 0) {
    // Rows without a number are headers, notes, or a slip that has words in it.
    return answerAt !== undefined && answer.trim() !== ''
      ? [wrong('misnumbered', cells[0]!, answer, line)]
      : [];
  }
  const [first, firstMeant] = told[0]!;
  const known = told.map(([, meant]) => meant).filter((meant) => 'item' in meant);
  // The situation's words tell more than a number, and stand behind it.
  const meant = known.at(-1);
  if (!meant) return [wrong('wrong' in firstMeant ? firstMeant.wrong : 'misnumbered', first, answer, line)];
  const { item } = meant;
  const text = withoutFill(answer.slice(ownWords(answer, item)));
  const conflict = told.some(([, one]) => !('item' in one) || one.item !== item || one.conflict);
  return [
    ...(conflict ? [wrong('misnumbered', first, '', line)] : []),
    { item: item.id, written: first, text, line },
  ];
}

const wrong = (kind: 'extra' | 'misnumbered', written: string, text: string, line: number): Claim => ({
  wrong: kind,
  written: written.trim().slice(0, 40),
  text,
  line,
});
