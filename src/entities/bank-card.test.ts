import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { bankCard, passesLuhn } from './bank-card.ts';

const cards = fc
  .tuple(fc.constantFrom('62', '4', '55'), fc.stringMatching(/^\d{15}$/))
  .map(([issuer, rest]) => {
    const digits = (issuer + rest).slice(0, 15);
    return digits + [...'0123456789'].find((check) => passesLuhn(digits + check))!;
  });

test('the check digit of ISO/IEC 7812 is told from the nine others', () => {
  expect(passesLuhn('79927398713')).toBe(true);
  fc.assert(
    fc.property(fc.stringMatching(/^\d{11,18}$/), (digits) => {
      expect([...'0123456789'].filter((check) => passesLuhn(digits + check))).toHaveLength(1);
    }),
  );
});

test('a valid card is found in one piece and in groups of four, and not with a digit changed', () => {
  fc.assert(
    fc.property(cards, fc.nat(15), fc.integer({ min: 1, max: 9 }), (card, at, by) => {
      expect(bankCard.spans(fold(`卡号${card}。`))).toEqual([[2, 18]]);
      expect(bankCard.spans(fold(card.replace(/(\d{4})(?=\d)/g, '$1 ')))).toEqual([[0, 19]]);
      const wrong = card.slice(0, at) + ((Number(card[at]) + by) % 10) + card.slice(at + 1);
      expect(bankCard.spans(fold(`卡号${wrong}。`))).toEqual([]);
    }),
  );
});

test('a security code after the number stays outside', () => {
  expect(bankCard.spans(fold('4111 1111 1111 1111 123'))).toEqual([[0, 19]]);
});
