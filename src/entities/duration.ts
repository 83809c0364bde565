import { apart, type Entity, find } from './entity.ts';
import { AMOUNT, DIGITS, ENGLISH_AMOUNT } from './numeral.ts';

const UNIT =
  '(?:个?半?(?:秒钟?|分钟|刻钟|小时|钟头|工作日|自然日|星期|礼拜|季度|月(?=[内以之左前后的]|$)|世纪)|个半?(?:月|小时|钟头)|天半?|日(?=[内以之]|左右)|周(?![年一二三五六日末边围转到岁])|年(?![级代度前]|\\d)半?|分(?=[内以]|左右))';
const WITHIN = '(?:[以之]?内|左右|之?间)?';
const CHINESE = new RegExp(`(?:${DIGITS} ?[-~到至] ?)?${AMOUNT} ?${UNIT}${WITHIN}`, 'g');
const HALF = new RegExp(`(?<![上下])半个?多?(?:小时|钟头|天|日|个?月|年|分钟)${WITHIN}`, 'g');
const ENGLISH = new RegExp(
  `(?:\\bwithin )?(?:${DIGITS}(?:(?: ?- ?| to | or )\\d{1,4})?|${ENGLISH_AMOUNT}|\\b(?:an?|half an?|a few|a couple of|several))(?: ?- ?| )?(?:more |full |business |working |calendar ){0,2}(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\\b`,
  'g',
);

/** Lengths of time, with the 内 or within that makes a deadline of one. */
export const duration: Entity = {
  name: 'duration',
  about: {
    zh: '时长：24小时内、三个工作日、半小时等',
    en: 'a length of time: 24 hours, three working days, half an hour',
  },
  examples: {
    yes: [
      '24小时内',
      '三个工作日',
      '半小时',
      '20分钟',
      '1-3个工作日内',
      '两天左右',
      '一个半小时',
      '十几分钟',
      'within 2 hours',
      'half an hour',
      'three to five minutes',
    ],
    no: ['2026年', '下周三', '三周年', '第三天', '几点', '3分之一', '一年级', 'day and night'],
  },
  spans({ text }) {
    return apart([
      ...find(CHINESE, text, ({ index, 0: span }) => text[index - 1] !== '第' && !/^\d{4}年/.test(span)),
      ...find(HALF, text),
      ...find(ENGLISH, text),
    ]);
  },
};
