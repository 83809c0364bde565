/** What the columns of a class's table hold, by their headers, as people and form exports write them. */
import type { Item } from '../exercise.ts';
import type { Items } from './items.ts';
import { labelOf, loneNumber } from './label.ts';
import { behind, lettersOf } from './likewise.ts';
import { headsAnswers } from './table-claims.ts';
import { asksName } from './trainee-name.ts';

export type Column =
  | { is: 'item'; item: Item }
  /** The less the rank, the surer. */
  | { is: 'name'; rank: number }
  | { is: 'answers' }
  /** Which item the row is of. */
  | { is: 'reference' }
  /** Its number is beyond the last item. */
  | { is: 'extra' }
  /** It has a number or words of an item, and something else that speaks against it. */
  | { is: 'unclear' }
  | { is: 'other' };

/** Who it is, where a table has no column for names. */
const NUMBERS =
  /^(?:工号|员工号|员工编号|学号|id|trainee ?id|employee ?id|student ?id|staff ?id|email|email address|e-mail|邮箱|电子邮件|用户名|username|昵称|微信昵称|nickname)$/i;
const REFERENCES =
  /^(?:题号|题目编号|题目|问题|题|题序|情[景境]|item|item ?id|question|question ?(?:no\.?|number|id)|no\.?|number|#|q|task|scenario|situation)$/i;
/** What forms put beside each question that they mark. */
const MARKS =
  /^(?:points|feedback|score|得分|分数|点数|反馈|评语)\s*[-–—:：]|\[(?:score|feedback|得分|反馈)\]\s*$/i;
/** Around the words of a question for the name: 1、您的姓名（必填）： */
const ASKING = /^(?:请(?:输入|填写|写下)?)?[您你]?的?|[*＊:：?？\s]+$|[(（[【][^)）\]】]*[)）\]】]/g;

/** @param header as the table has it; it may be several lines long */
export function columnOf(header: string, items: Items): Column {
  const text = header.trim();
  if (text === '' || MARKS.test(text)) return { is: 'other' };
  const own = items.named(text);
  if (own) return { is: 'item', item: own };
  const label = labelOf(text);
  const words = (label ? text.slice(label.end) : text).trim();
  const bare = words.replaceAll(ASKING, '').trim();
  if (asksName(bare)) return { is: 'name', rank: label || /姓名|^name$/i.test(bare) ? 0 : 1 };
  const said = items.within(words);
  // One situation may stand in another.
  const [item] = said.length === 1 ? said : said.filter((one) => isAll(words, one));
  if (item) return { is: 'item', item };
  if (said.length > 1) return { is: 'unclear' };
  const number = loneNumber(text);
  if (number !== undefined) {
    const meant = items.number(number);
    return 'item' in meant ? { is: 'item', item: meant.item } : { is: 'extra' };
  }
  if (headsAnswers(text)) return { is: 'answers' };
  if (REFERENCES.test(text)) return { is: 'reference' };
  if (NUMBERS.test(bare)) return { is: 'name', rank: 2 };
  return { is: label ? 'unclear' : 'other' };
}

const isAll = (words: string, item: Item) => behind(words, lettersOf(item.situation)) === words.length;
