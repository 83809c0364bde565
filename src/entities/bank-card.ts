import { grouped, writtenOrSpoken } from './digits.ts';
import { apart, type Entity, within } from './entity.ts';
import { idCard } from './id-card.ts';

/** First digits (IIN, ISO/IEC 7812-1) with the lengths that networks and Chinese banks give them. */
const ISSUERS: readonly (readonly [RegExp, number, number])[] = [
  [/^62/, 14, 19],
  [/^4/, 13, 19],
  [/^5[1-5]/, 16, 16],
  [/^2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)/, 16, 16],
  [/^3[47]/, 15, 15],
  [/^3(?:0[0-5]|[689])/, 14, 19],
  [/^35(?:2[89]|[3-8])/, 16, 19],
  [/^(?:50|5[6-9]|6)/, 12, 19],
  [/^9[0-9]/, 16, 19],
  [/^103/, 19, 19],
];
/** One order number in ten passes Luhn, so what says that it is one counts. */
const OTHER_NUMBER =
  /(?:单|流水|受理|案件|序列|设备|合同|发票|条码|设备|[^账帐]户)(?:编?号码?)?(?:[是为:]|:是)? ?$|(?:order|tracking|ticket|case|invoice|ref|reference)(?: (?:no\.?|number|id))?(?: is|:)? ?#?$/;

/** Whether the last digit is the check digit of the others (Luhn, ISO/IEC 7812-1 annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether these digits can be the number of a payment card: a known issuer, its length, the check digit. */
export function isBankCard(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false;
  const known = ISSUERS.some(
    ([first, min, max]) => digits.length >= min && digits.length <= max && first.test(digits),
  );
  return known && passesLuhn(digits);
}

/** Payment card numbers (ISO/IEC 7812) of 12 to 19 digits, in groups or read out. */
export const bankCard: Entity = {
  name: 'bank-card',
  about: {
    zh: '银行卡号：12–19 位，发卡行首位数字已知，通过 Luhn 校验（ISO/IEC 7812）',
    en: 'a payment card number: 12 to 19 digits, a known issuer, the Luhn check digit (ISO/IEC 7812)',
  },
  examples: {
    yes: [
      '卡号6222021234567890128',
      '卡号是 6222 0212 3456 7890 128',
      'my card is 4111-1111-1111-1111',
      '5500 0000 0000 0004',
    ],
    no: [
      '卡号6222021234567890123',
      '尾号0128',
      '6222 **** **** 0128',
      '订单号4111111111111111',
      '手机13812345678',
      '身份证11010519491231002X',
    ],
  },
  spans(folded) {
    let ids: ReturnType<typeof idCard.spans> | undefined;
    return apart(
      writtenOrSpoken(folded.text, (written) =>
        grouped(written, 12, 19, (digits, start) => {
          if (!isBankCard(digits) || /[a-z]$|\d\.$/.test(written.slice(Math.max(0, start - 2), start)))
            return false;
          if (OTHER_NUMBER.test(written.slice(Math.max(0, start - 20), start))) return false;
          ids ??= idCard.spans(folded);
          return !within(ids, start);
        }),
      ),
    );
  },
};
