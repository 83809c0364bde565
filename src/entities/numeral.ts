/** Pieces of patterns for amounts in digits, Chinese numerals and English words. Bounded, so that they stay linear. */

/** One Chinese numeral sign, without the 几 and 半 that only some places allow. */
export const HAN_NUMERAL = '[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]';

/** 1,234.50 or 1234.5, not from the middle of a longer one. */
export const DIGITS = '(?<![\\d.])(?:\\d{1,3}(?:,\\d{3}){1,6}(?!\\d)|\\d{1,15})(?:\\.\\d{1,10})?';

/** Amounts as they stand before a unit: 3.5, 3.5万, 20多, 两万五, 十几, 三四. */
export const AMOUNT = `(?:${DIGITS} ?[十百千万亿]{0,2}|(?<!${HAN_NUMERAL})${HAN_NUMERAL}{1,12}(?:点${HAN_NUMERAL}{1,4})?)[多几余来]?`;

const UNITS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const TEENS = 'thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const SCALES = 'hundred|thousand|million|billion';

/** twenty-five, two hundred and ten; begins with a numeral that is no article. */
export const ENGLISH_AMOUNT = `\\b(?:${UNITS}|${TEENS}|${TENS})(?:[ -](?:and )?(?:${UNITS}|${TEENS}|${TENS}|${SCALES})){0,8}\\b`;
