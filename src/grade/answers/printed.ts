/** Takes off what the sheet had printed on it before the trainee wrote: the question, its points, `答：`, lines to write on. */
import type { Item } from '../exercise.ts';
import { behind, lettersOf } from './likewise.ts';

const FILL = /^(?:\s|_{2,}|＿+|\*\*|>(?=\s|$))+/;
const POINTS =
  /^(?:[(（[【]\s*(?:本题|每题|共|满分|分值)?\s*[:：]?\s*\d+(?:\.\d+)?\s*(?:分|points?|pts?\.?|marks?)\s*[)）\]】]|\d+(?:\.\d+)?\s*(?:分|points?|pts?\.?|marks?)(?=\s*(?:\n|$)))/i;
const NAMES =
  /^\s*(?:客户情[景境]|情[景境]|场景|背景|说明|备注|提示|题目|问题?|客户|context|situation|scenario|background|note|question|customer)\s*[:：](?:\*\*)?\s*/i;
const WORDS =
  '(?:答案?|回答|作答|答复|解答|[您你我]的(?:回答|答案|答复)|学员(?:回答|作答)|(?:(?:your|my)\\s+)?(?:answer|response|reply)|ans)';
const MARK = new RegExp(`^\\s*(?:\\*\\*)?${WORDS}(?:\\*\\*)?\\s*[:：](?:\\*\\*)?[ \\t　]*`, 'i');
const LETTER_MARK = /^a\s*[:：][ \t　]*/i;
/** Above this share, a line before `答：` says what the situation says, if in fewer words. */
const ALIKE = 0.5;

/**
 * @param body what stands behind the label
 * @returns the offset at which the trainee's own words begin
 */
export function ownWords(body: string, item: Item): number {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    const length = pattern.exec(body.slice(at))?.[0].length ?? 0;
    at += length;
    return length > 0;
  };
  const printed = new Set(
    [item.situation, item.context ?? ''].map(lettersOf).filter((letters) => letters !== ''),
  );
  const takePrinted = (): boolean => {
    const name = NAMES.exec(body.slice(at))?.[0].length ?? 0;
    for (const letters of printed) {
      for (const from of new Set([at, at + name])) {
        const end = behind(body.slice(from), letters);
        if (end === undefined) continue;
        at = from + end;
        printed.delete(letters);
        return true;
      }
    }
    return false;
  };
  while (take(FILL) || take(POINTS) || takePrinted());
  if (take(MARK) || take(LETTER_MARK)) return at;
  const [question = ''] = body.slice(at).split('\n', 1);
  const next = body.slice(at + question.length);
  const isQuestion = NAMES.test(question) || saysLike(question, item);
  const mark = next !== '' && isQuestion ? MARK.exec(next) : null;
  return mark ? at + question.length + mark[0].length : at;
}

/** What is left when lines to write on are taken away. */
export function withoutFill(text: string): string {
  if (!/_{3}|＿{2}/.test(text)) return text.trim();
  return text.replace(/^[ \t]*[_＿]{2,}|[_＿]{2,}[ \t]*$/gm, '').trim();
}

/** A question in the trainee's words: most of its pairs of letters are the situation's. */
function saysLike(line: string, { situation, context = '' }: Item): boolean {
  const pairs = pairsOf(lettersOf(line));
  const known = new Set(pairsOf(lettersOf(situation + context)));
  return pairs.length > 0 && pairs.filter((pair) => known.has(pair)).length >= pairs.length * ALIKE;
}

const pairsOf = (letters: string) =>
  Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2));
