/** Numbers of answers as people write them before an answer: `1.` `（1）` `第一题` `Q1:` `答2：` `## 3`. */

export interface Label {
  /** From 1 mostly; 0 is no number of an answer, but may be written. */
  number: number;
  /** As it is written, without marks and blanks around it. */
  written: string;
  /** How it is written: labels of one list are of one form. */
  form: string;
  /** `question` or `answer` for a label that says so in words (题1, Q1, 答1); no steps are numbered like this. */
  word?: 'question' | 'answer';
  /** The offset behind the label and the blanks after it. */
  end: number;
}

const DIGITS = '[0-9０-９]{1,3}';
const HAN = '[〇零一二两三四五六七八九十百]{1,5}';
const STOPS = '[.．。、:：)）\\t]';
/** A stop between digits is of a decimal or a time. An enumeration comma is not: 1、95598热线. */
const STOP = `[ 　]?\\\\?(?:[.．。:：)）](?![0-9０-９])|[、\\t])`;
const BEHIND = `(?:${STOP}|(?=[\\s*])|$)`;

const MARKS =
  /^(?<indent>[\s　]*)(?<mark>(?:>\s?)*(?:(?:#{1,6}|[-*+•])[ 　\t]+|#(?=[0-9０-９]))?(?:\*\*|__(?!_))?)/;

/** Each with the name of its form; the first that fits is it. The number is group 1 (or 2). */
const SHAPES: readonly (readonly [form: string, pattern: RegExp, word?: Label['word']])[] = [
  ['第', new RegExp(`^第\\s?(${DIGITS}|${HAN})\\s?[题題问問条條道](?:目)?${STOP}?`), 'question'],
  ['答', new RegExp(`^(?:答案?|回答|作答)\\s?(${DIGITS}|${HAN})${BEHIND}`), 'answer'],
  [
    '题',
    new RegExp(
      `^(?:题目?|題目?|试题|问题?|問題?|情[景境]|场景|場景|习题|练习)\\s?(${DIGITS}|${HAN})${BEHIND}`,
    ),
    'question',
  ],
  ['answer', new RegExp(`^(?:answer|ans\\.?)\\s?#?(${DIGITS})${BEHIND}`, 'i'), 'answer'],
  ['a', new RegExp(`^a(${DIGITS})(?:${STOP}|$)`, 'i'), 'answer'],
  ['q', new RegExp(`^(?:question|q\\.?)\\s?#?(${DIGITS})${BEHIND}`, 'i'), 'question'],
  [
    'item',
    new RegExp(
      `^(?:no\\.|item|scenario|situation|task|exercise|problem)\\s?#?(${DIGITS})(?:${STOP}|\\s*$)`,
      'i',
    ),
    'question',
  ],
  ['()', new RegExp(`^[(（\\[【〔]\\s?(${DIGITS}|${HAN})\\s?[)）\\]】〕]${STOP}?`)],
  ['①', new RegExp(`^([①-⑳⑴-⒛㈠-㈩Ⅰ-Ⅻ])${STOP}?`)],
  ['1', new RegExp(`^(${DIGITS})(?:${STOP}|(?=(?:\\*\\*|__)?\\s*$))`)],
  ['一', new RegExp(`^(${HAN})(?:${STOP}|(?=(?:\\*\\*|__)?\\s*$))`)],
];
/** Behind the marks of a heading a number needs no stop. */
const BARE = new RegExp(`^(${DIGITS}|${HAN})(?=\\s|\\*\\*|__|$)`);

/** A number with a blank, a dash or a slash behind it: 1 您好, 1- 您好. In a sentence it may be of anything. */
const WEAK = new RegExp(`^[\\s　]*(${DIGITS})[ 　]?(?:[-–—/][ 　]?|[ 　])(?=[^\\d\\s])`);

/** A number that may be a label, where there is no better one. */
export function weakLabelOf(line: string): Label | undefined {
  const found = WEAK.exec(line.slice(0, 40));
  if (!found) return undefined;
  return { number: numberOf(found[1]!)!, written: found[1]!, form: 'weak', end: found[0].length };
}

/** The label that a line begins with. @returns undefined where it begins with none */
export function labelOf(line: string): Label | undefined {
  const { indent = '', mark = '' } = MARKS.exec(line)!.groups!;
  const from = indent.length + mark.length;
  const words = line.slice(from, from + 40);
  for (const [name, pattern, word] of mark.includes('#') ? [...SHAPES, ['1', BARE] as const] : SHAPES) {
    const found = pattern.exec(words);
    if (!found) continue;
    const number = numberOf(found[1]!);
    if (number === undefined) continue;
    let end = from + found[0].length;
    if (/\*\*|__/.test(mark)) end += /^(?:\*\*|__(?!_))?/.exec(line.slice(end))![0].length;
    end += /^[ \t　]*/.exec(line.slice(end))![0].length;
    const stop = name === '①' || word ? '' : (new RegExp(`${STOPS}+$`).exec(found[0])?.[0] ?? '');
    const depth = indent.replaceAll('　', '  ').replaceAll('\t', '    ').length > 1 ? '>' : '';
    const form = `${depth}${mark.replaceAll(/\s/g, '')}${name}${stop.normalize('NFKC')}`;
    return { number, written: found[0].trim(), form, end, ...(word && { word }) };
  }
  return undefined;
}

/** The number of a cell or a key that holds nothing else, with or without words and stops: `3`, `第三题`, `Q3`. */
export function loneNumber(text: string): number | undefined {
  const bare = text.trim();
  const label = labelOf(bare);
  if (label) return bare.slice(label.end).trim() === '' ? label.number : undefined;
  return new RegExp(`^(?:${DIGITS}|${HAN})(?:\\.0)?$`).test(bare)
    ? numberOf(bare.replace(/\.0$/, ''))
    : undefined;
}

const UNITS = '零一二三四五六七八九';

/** @param written digits, ①, Ⅳ and the like, or Chinese numerals below a thousand */
function numberOf(written: string): number | undefined {
  if (/^[Ⅰ-Ⅻ]$/.test(written)) return written.codePointAt(0)! - 0x215f;
  const plain = written.normalize('NFKC').replaceAll(/[().]/g, '');
  if (/^\d+$/.test(plain)) return Number(plain);
  const han = plain.replaceAll('〇', '零').replaceAll('两', '二');
  if (/^[零一二三四五六七八九]+$/.test(han)) {
    return Number([...han].map((sign) => UNITS.indexOf(sign)).join(''));
  }
  const parts =
    /^(?:([一二三四五六七八九])?百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(han);
  if (!parts) return undefined;
  const unit = (sign: string | undefined) => (sign === undefined ? 1 : UNITS.indexOf(sign));
  return (
    (han.includes('百') ? unit(parts[1]) * 100 : 0) +
    (parts[3] ? unit(parts[2]) * 10 : 0) +
    (parts[4] ? unit(parts[4]) : 0)
  );
}
