import { apart, type Entity, find } from './entity.ts';
import { AMOUNT, DIGITS, ENGLISH_AMOUNT } from './numeral.ts';

const SIGN =
  /(?:[¥$€£]|\b(?:rmb|cny|usd|hkd|us\$|hk\$|nt\$)) ?\d(?:[\d,]{0,20}\d)?(?:\.\d{1,4})?(?: ?(?:k|m|万|亿|千|百|million|thousand)(?![a-z]))?/g;
/** Not 三元桥, 四块玉 (places), 三角形, 毛坯; 一块 alone means together. */
const UNIT =
  '(?:元(?![桥里店素法论组旦宵])(?:[一二三四五六七八九\\d]{1,2}[角毛](?:[一二三四五六七八九\\d]分)?)?|块(?:钱|[一二三四五六七八九\\d]{1,2}(?:毛|角|分)?(?:钱)?|(?![儿地屏板表砖肉布玉石电硬玻广牌区]))|[角毛](?![形度落色洲架坯巾病衣发孩利])钱?|分钱|人民币|美元|美金|港币|港元|台币|欧元|英镑|日元| ?(?:rmb|yuan|usd|dollars?|bucks|cents?|euros?|pounds?|quid)(?![a-z]))';
const COUNTED = new RegExp(`${AMOUNT}${UNIT}`, 'g');
/** 654万 of anything that is not counted by heads or pixels. */
const BARE = new RegExp(
  `(?:${DIGITS} ?|(?<![零一二三四五六七八九十百千万亿两])[一二三四五六七八九十两][零一二三四五六七八九十百千两]{0,5})万(?:[一二三四五六七八九](?![一二三四五六七八九十个千百]))?(?:[一二三四五六七八九\\d]千)?多?(?![万亿达科象一元块美港欧英日]|多?(?:个|方|人|次|户|名|像|公里|平|家|台|张|字|条|份|件|步|辆|套|只|倍|粒|种|部|座|里|米|吨|度|千瓦|兆|年|级|用户|客户|粉丝))`,
  'g',
);
const SPELT = new RegExp(
  `${ENGLISH_AMOUNT} (?:dollars?|bucks|cents|euros?|pounds|yuan)\\b|\\ba (?:hundred|thousand|million) (?:dollars|bucks|euros|pounds|yuan)\\b`,
  'g',
);

/** Sums of money, in yuan by default, with signs, units or English words. */
export const money: Entity = {
  name: 'money',
  about: {
    zh: '金额：¥、元、块、角、万，汉字或数字，美元等',
    en: 'a sum of money: signs, Chinese units, dollars and others',
  },
  examples: {
    yes: [
      '收您100元',
      '¥35.50',
      '一共三块五',
      '两万五千块钱',
      '报价654万',
      '五毛钱',
      '一百二十八元',
      '$1,200.50',
      'five hundred dollars',
      '20 bucks',
      'USD 30',
    ],
    no: [
      '我们一块去',
      '三单元',
      '一万人',
      '三元桥',
      '三角形',
      '200万像素',
      '这块硬盘',
      '3块屏幕',
      '千万别动',
      'pin 1234',
    ],
  },
  spans({ text }) {
    return apart([
      ...find(SIGN, text),
      ...find(COUNTED, text, ({ 0: sum, index }) => {
        if (/^一块$/.test(sum)) return false;
        return !'这那'.includes(text[index - 1] ?? ' ') || /\d|钱/.test(sum);
      }),
      ...find(BARE, text),
      ...find(SPELT, text),
    ]);
  },
};
