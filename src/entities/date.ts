import { isDay } from './calendar.ts';
import { apart, type Entity, find } from './entity.ts';

const FULL = /(?<![\d.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-]|\.\d)/g;
const COMPACT = /(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)/g;
const AMERICAN = /(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/-])/g;
const CHINESE =
  /(?:(?:\d{4}|[零〇一二三四五六七八九]{4}|\d\d|今|明|去|前|后)年)?(?<!\d)(\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?:(\d{1,2}|[一二三四五六七八九十廿]{1,3})[日号]?|底|初|中旬|上旬|下旬|末)(?!\d)/g;
const CHINESE_MONTH =
  /(?:\d{4}|今|明|去)年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?!\d)|(?<!\d)\d{4}年(?!\d)/g;
const RELATIVE =
  /大?[前后]天(?!下|来|涯|津)|[昨今明](?:[天日儿]|[早晚](?!上?[一二三四五六七八九十]晚))|今[早晚]|次日|[本这上下]个?月(?:底|初|中旬)?(?:\d{1,2}[日号])?|[本这上下]个?(?:周|星期|礼拜)(?:[一二三四五六日天末](?![个次部]))?|(?<![一二三四五六七八九十两几\d每])周[一二三四五六日末](?![个次部])|(?:每?星期|每?礼拜|每周)[一二三四五六日天]|月[底初末](?!线)|年[底初末]|[今明去]年/g;
const MONTHS =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const ENGLISH = new RegExp(
  `\\b${MONTHS}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?(?![\\d:])|\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTHS}\\b(?:,? \\d{4})?|\\b(?:today|tomorrow|yesterday|tonight|(?:next |last |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:next|last|this) (?:week|month|year|weekend)|the day after tomorrow)\\b`,
  'g',
);

/** Days of the calendar: ISO 8601, Chinese and English forms, and days named from today. Days that no calendar has do not count. */
export const date: Entity = {
  name: 'date',
  about: {
    zh: '日期：2026-02-17、2月17日、明天、下周一等',
    en: 'a date: 2026-02-17, 5 May, tomorrow, next Monday',
  },
  examples: {
    yes: [
      '2026-02-17',
      '2026/2/17到期',
      '2月17日',
      '二月十七号来',
      '明天给您回复',
      '后天',
      '下周一',
      '本月底前',
      'on 5 May',
      'March 3rd, 2026',
      'next Monday',
      '02/17/2026',
    ],
    no: ['2026-13-40', '一周一次', '每天', '3号窗口', '10000号', '2月30号', '版本1.2.3', 'you may go', '1/2'],
  },
  spans({ text }) {
    return apart([
      ...find(FULL, text, (match) => isDay(Number(match[1]), Number(match[3]), Number(match[4]))),
      ...find(COMPACT, text, (match) => isDay(Number(match[1]), Number(match[2]), Number(match[3]))),
      ...find(
        AMERICAN,
        text,
        (match) =>
          isInYear(Number(match[1]), Number(match[3])) || isInYear(Number(match[3]), Number(match[1])),
      ),
      ...find(CHINESE, text, (match) =>
        isInYear(numeralValue(match[1]!), match[2] ? numeralValue(match[2]) : 1),
      ),
      ...find(CHINESE_MONTH, text),
      ...find(RELATIVE, text),
      ...find(ENGLISH, text),
    ]);
  },
};

/** In some year, so that 29 February stands. */
function isInYear(month: number, day: number): boolean {
  return isDay(2000, month, day);
}

/** 十七 and 17; at most two places. */
function numeralValue(numeral: string): number {
  if (/^\d/.test(numeral)) return Number(numeral);
  const [tens, ones] = numeral.replace('廿', '二十').split('十');
  const digit = (sign: string | undefined, none: number) =>
    sign ? '一二三四五六七八九'.indexOf(sign) + 1 : none;
  return ones === undefined ? digit(tens, 0) : digit(tens, 1) * 10 + digit(ones, 0);
}
