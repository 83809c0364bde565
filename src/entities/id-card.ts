import { isDay } from './calendar.ts';
import { grouped, writtenOrSpoken } from './digits.ts';
import { apart, type Entity } from './entity.ts';

/** GB/T 2260 province codes, and 9 for foreigners with permanent residence. */
const REGION = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-9])/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10x98765432';

/** The check character (ISO 7064 MOD 11-2, as GB 11643-1999 has it) of the first 17 digits. */
export function idCardCheck(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += WEIGHTS[i]! * Number(digits[i]);
  return CHECK[sum % 11]!;
}

/**
 * Whether these characters, without separators, are a citizen's number: 18 of GB 11643-1999 with its check
 * character, or the 15 digits that were given until 1999.
 */
export function isIdCard(digits: string): boolean {
  if (!REGION.test(digits)) return false;
  if (digits.length === 15) return /^\d+$/.test(digits) && born(`19${digits.slice(6, 12)}`);
  return /^\d{17}[\dx]$/.test(digits) && born(digits.slice(6, 14)) && idCardCheck(digits) === digits[17];
}

function born(day: string): boolean {
  const year = Number(day.slice(0, 4));
  return year >= 1850 && year < 2100 && isDay(year, Number(day.slice(4, 6)), Number(day.slice(6)));
}

/** Numbers of Chinese identity cards (GB 11643), with spaces or dashes, or read out digit by digit. */
export const idCard: Entity = {
  name: 'id-card',
  about: {
    zh: '居民身份证号：18 位（GB 11643-1999，含校验码）或 15 位旧号，日期须存在',
    en: 'a Chinese identity card number: 18 characters (GB 11643-1999, checksum included) or the old 15 digits',
  },
  examples: {
    yes: [
      '身份证是11010519491231002X',
      '身份证110105 19491231 002x',
      '号码 440524188001010014',
      '旧证130503670401001',
    ],
    no: [
      '身份证是110105194912310021',
      '身份证1101051949****002X',
      '编号110105194913310025',
      '身份证后四位002X',
      '130503671301001',
    ],
  },
  spans({ text }) {
    return apart(
      writtenOrSpoken(text, (written) =>
        grouped(
          written,
          15,
          18,
          (digits) => (digits.length === 15 || digits.length === 18) && isIdCard(digits),
        ),
      ),
    );
  },
};
