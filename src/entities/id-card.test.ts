import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { idCard, idCardCheck } from './id-card.ts';

const found = (text: string) => {
  const folded = fold(text);
  return idCard.spans(folded).map(([start, end]) => folded.text.slice(start, end));
};
const numbers = fc
  .record({
    region: fc.constantFrom('110105', '440524', '650102', '810000'),
    day: fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ region, day, order }) => {
    const digits =
      region + day.toISOString().slice(0, 10).replaceAll('-', '') + String(order).padStart(3, '0');
    return digits + idCardCheck(digits);
  });

test('the example of GB 11643-1999 has the check character that it gives', () => {
  expect(idCardCheck('11010519491231002')).toBe('x');
  expect(idCardCheck('44052418800101001')).toBe('4');
});

test('a valid number is found wherever and however it is written', () => {
  fc.assert(
    fc.property(numbers, fc.boolean(), (digits, upper) => {
      const written = upper ? digits.toUpperCase() : digits;
      expect(found(`身份证号是${written},请核对`)).toEqual([digits]);
      expect(found(`${written.slice(0, 6)} ${written.slice(6, 14)} ${written.slice(14)}`)).toHaveLength(1);
      expect(
        found(`号码${[...digits].map((sign) => '零一二三四五六七八九'[Number(sign)] ?? 'x').join('')}`),
      ).toHaveLength(1);
    }),
  );
});

test('with any one digit changed it never is', () => {
  fc.assert(
    fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
      const wrong = digits.slice(0, at) + ((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
      expect(found(`身份证号是${wrong}`)).toEqual([]);
    }),
  );
});
