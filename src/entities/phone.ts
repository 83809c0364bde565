import { writtenOrSpoken } from './digits.ts';
import { apart, type Entity, find } from './entity.ts';

const MOBILE = /(?<!\d|\d\.)(?:\+?86[ -]?)?1[3-9](?:[ -]?\d){9}(?![a-z]?\d|\.\d)/g;
const LANDLINE = /(?<!\d|\d[.-])\(?0(?:10|2\d|[3-9]\d\d)\)?[ -]?\d{3,4}[ -]?\d{4}(?!\d|-\d)/g;
const TAIWAN = /(?<!\d|\d-)09\d\d[ -]\d{3}[ -]?\d{3}(?!\d|-\d)/g;
const AMERICA =
  /(?<!\d|\d[.-])(?:\+?1[ .-]?)?(?:\(([2-9]\d\d)\) ?|([2-9]\d\d)[ .-])[2-9]\d\d[ .-]\d{4}(?!\d|[.-]\d)/g;
const ABROAD = /\+(?!86|1\d{10}(?!\d))[1-9]\d{0,2}(?:[ -]?\d){7,12}(?!\d)/g;
/** Lines that anybody may call: service numbers, free of charge or shared. */
const SERVICE_AREA = /^(?:400|800|833|844|855|866|877|888|900)$/;
/** A number glued to other letters is an order or a model. */
const LEAD_IN = /(?:^|[^a-z])(?:tel|phone|mobile|mob|call|wx|vx|v|no|number)?$/;

/** Telephone numbers of a person: Chinese mobile and fixed lines, other countries' numbers in their usual form. */
export const phone: Entity = {
  name: 'phone',
  about: {
    zh: '个人电话号码：手机、带区号的座机，写成数字或逐字念出；400/800 和 10000 这类服务号码不算',
    en: "a person's telephone number in digits or read out; service numbers do not count",
  },
  examples: {
    yes: [
      '他的电话是13812345678',
      '打 138-1234-5678 找他',
      '号码是一三八，零零幺三，八零零零',
      '座机021-12345678',
      'call me at (415) 555-2671',
    ],
    no: [
      '请拨10000号',
      '95598或者10086',
      '客服热线400-810-8888',
      '800 820 8820',
      '订单号202602171234567890',
      '金额13,800,138,000元',
      'AB13812345678',
    ],
  },
  spans({ text }) {
    return apart(
      writtenOrSpoken(text, (written) => [
        ...find(MOBILE, written, ({ index }) => LEAD_IN.test(written.slice(Math.max(0, index - 8), index))),
        ...find(LANDLINE, written),
        ...find(TAIWAN, written),
        ...find(AMERICA, written, (match) => !SERVICE_AREA.test(match[1] ?? match[2]!)),
        ...find(ABROAD, written),
      ]),
    );
  },
};
