import { apart, type Entity, find } from './entity.ts';

const CLOCK = /(?<![\d:.])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?: ?[ap]\.?m\b\.?)?(?![\d:])/g;
const PART_OF_DAY =
  '(?:凌晨|清晨|清早|早上|早晨|上午|中午|午后|下午|傍晚|晚上|夜里|半夜|今早|明早|今晚|明晚|早|晚)';
const HOUR =
  '(?:(?<![\\d.])(?:1\\d|2[0-4]|0?\\d)|(?<![一二三四五六七八九十两])(?:十[一二]?|二十[一二三四]?|十[三四五六七八九]|[零一二三四五六七八九两]))';
const MINUTES =
  '(?:半|整|钟|[一二三两1-3]刻|过?(?:[0-5]\\d|[二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九])分?)';
const AFTER_DAY = new RegExp(`${PART_OF_DAY}的?${HOUR}[点时](?:${MINUTES})?`, 'g');
const EXACT = new RegExp(
  `${HOUR}点${MINUTES}(?!费|[多个])|(?<![\\d.])(?:1\\d|2[0-4]|\\d)时(?:[0-5]?\\d分)?(?![间候代期常\\d])`,
  'g',
);
/** 十点以后, 到八点: an hour with nothing else needs a word that places it. */
const BARE = new RegExp(
  `(?<=[到在至前后约天周号日一二三四五六从])${HOUR}点(?!\\d|[建原要意问内]|[一二三四五六七八九])|${HOUR}点(?=[以之]?[前后]|左右|多[钟到]?|到|至|开|关|下班|上班)`,
  'g',
);
const ENGLISH =
  /\b(?:1[0-2]|0?\d)(?::[0-5]\d)? ?[ap]\.?m\b\.?|\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'?clock\b|\b(?:half past|quarter (?:past|to)) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\b(?:noon|midnight)\b/g;

/** Times of the day by the clock, 12 or 24 hours. */
export const time: Entity = {
  name: 'time',
  about: { zh: '时刻：15:20、上午10点、下午三点半等', en: 'a time of day: 15:20, 3 pm, half past ten' },
  examples: {
    yes: [
      '15:20',
      '上午10点',
      '下午三点半',
      '明天晚上8点20分',
      '十点以后',
      '9时30分',
      '三点一刻',
      '3:30 pm',
      "5 o'clock",
      'at noon',
    ],
    no: ['有两点建议', '一点都不好', '早点来', '25:61', '3.5分', '24小时', '5时间', '比例1:2:3', '晚点到'],
  },
  spans({ text }) {
    return apart([
      ...find(CLOCK, text),
      ...find(AFTER_DAY, text),
      ...find(EXACT, text),
      ...find(BARE, text, ({ 0: hour }) => hour !== '一点' && hour !== '零点五点'),
      ...find(ENGLISH, text),
    ]);
  },
};
