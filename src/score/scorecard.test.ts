import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding, Judgement, Rule } from '../kinds/kind.ts';
import type { Scorecard } from '../pack/compile.ts';
import { score } from './scorecard.ts';

const CARD: Scorecard = { method: 'deduct', pass: 80, sections: { 用语: 40, 流程: 60 } };
const finding: Finding = { turn: 0, span: null, message: { key: 'x' } };

function rule(id: string, of: Partial<Rule> = {}): Rule {
  return {
    id,
    pack: 'p',
    kind: 'forbid',
    title: id,
    severity: 'error',
    points: 5,
    cap: null,
    veto: false,
    bonus: 0,
    section: '用语',
    clauses: [],
    language: null,
    by: ['agent'],
    where: null,
    when: { heard: [], meta: [] },
    quoted: false,
    body: null,
    definedAt: { file: 'p.yaml', line: 1 },
    overriddenAt: [],
    ...of,
  };
}
const fails = (times: number): Judgement => ({ outcome: 'fail', findings: Array(times).fill(finding) });
const passes: Judgement = { outcome: 'pass' };
const na: Judgement = { outcome: 'na', reason: { key: 'x' } };

describe('deduct', () => {
  test('takes points for each violation, up to the cap', () => {
    const {
      score: result,
      costs,
      deductions,
    } = score([{ rule: rule('a', { cap: 12 }), judgement: fails(3) }], CARD);
    expect(result).toBe(88);
    expect(costs.get('a')).toEqual([5, 5, 2]);
    expect(deductions[0]).toMatchObject({ count: 3, points: 5, cap: 12, taken: 12 });
  });

  test('never goes under 0', () => {
    expect(score([{ rule: rule('a', { points: 60 }), judgement: fails(3) }], CARD).score).toBe(0);
  });

  test('gives no score where nothing was applicable', () => {
    expect(score([{ rule: rule('a'), judgement: na }], CARD)).toMatchObject({
      score: null,
      passed: true,
      sections: [],
    });
  });

  test('a veto makes it 0 and keeps what it was', () => {
    const results = [{ rule: rule('a', { veto: true }), judgement: fails(1) }];
    expect(score(results, CARD)).toMatchObject({
      score: 0,
      scoreBeforeVeto: 95,
      vetoedBy: 'a',
      passed: false,
    });
  });

  test('a section veto takes the whole section', () => {
    const results = [
      { rule: rule('a', { veto: 'section' }), judgement: fails(1) },
      { rule: rule('b', { section: '流程' }), judgement: passes },
    ];
    const { score: result, sections } = score(results, CARD);
    expect(sections).toEqual([
      { name: '用语', score: 0 },
      { name: '流程', score: 100 },
    ]);
    expect(result).toBe(60);
  });

  test('a bonus is earned by passing and never lifts the score over 100', () => {
    const lost = { rule: rule('a', { points: 7 }), judgement: fails(1) };
    const won = { rule: rule('b', { bonus: 3 }), judgement: passes };
    expect(score([lost, won], CARD).score).toBe(96);
    expect(score([won], CARD).score).toBe(100);
  });

  test('tenths add up without a remainder', () => {
    const results = Array.from({ length: 3 }, (_, i) => ({
      rule: rule(`r${i}`, { points: 0.1 }),
      judgement: fails(1),
    }));
    expect(score(results, CARD).score).toBe(99.7);
  });
});

describe('words that two rules object to', () => {
  const at = (start: number, end: number): Judgement => ({
    outcome: 'fail',
    findings: [{ turn: 0, span: [start, end], message: { key: 'x' } }],
  });

  test('are charged once, by the dearer rule', () => {
    const results = [
      { rule: rule('base', { pack: 'base', points: 5 }), judgement: at(0, 4) },
      { rule: rule('own', { pack: 'own', points: 3 }), judgement: at(2, 6) },
    ];
    const { score: result, costs } = score(results, CARD);
    expect(result).toBe(95);
    expect([costs.get('base'), costs.get('own')]).toEqual([[5], [0]]);
  });

  test('are two places where they do not overlap', () => {
    const results = [
      { rule: rule('base', { pack: 'base', points: 5 }), judgement: at(0, 2) },
      { rule: rule('own', { pack: 'own', points: 3 }), judgement: at(2, 6) },
    ];
    expect(score(results, CARD).score).toBe(92);
  });
});

describe('weighted', () => {
  const card: Scorecard = { ...CARD, method: 'weighted' };

  test('weighs each section by what the scorecard gives it', () => {
    const results = [
      { rule: rule('a'), judgement: fails(1) },
      { rule: rule('b'), judgement: passes },
      { rule: rule('c', { section: '流程' }), judgement: passes },
    ];
    expect(score(results, card).score).toBe(80);
  });

  test('leaves out sections in which nothing was applicable', () => {
    const results = [
      { rule: rule('a'), judgement: passes },
      { rule: rule('c', { section: '流程' }), judgement: na },
    ];
    expect(score(results, card).score).toBe(100);
  });
});

test('the score stays within 0 and 100, and the violations cost what was taken', () => {
  const one = fc.record({
    points: fc.integer({ min: 0, max: 30 }),
    cap: fc.option(fc.integer({ min: 0, max: 40 })),
    times: fc.integer({ min: 0, max: 5 }),
    veto: fc.constantFrom<boolean | 'section'>(false, false, true, 'section'),
    section: fc.constantFrom('用语', '流程', null),
  });
  fc.assert(
    fc.property(
      fc.array(one, { minLength: 1, maxLength: 8 }),
      fc.constantFrom<'deduct' | 'weighted'>('deduct', 'weighted'),
      (all, method) => {
        const results = all.map(({ times, ...of }, i) => ({
          rule: rule(`r${i}`, of),
          judgement: times ? fails(times) : passes,
        }));
        const scored = score(results, { ...CARD, method });
        expect(scored.score).toBeGreaterThanOrEqual(0);
        expect(scored.score).toBeLessThanOrEqual(100);
        for (const { rule: id, taken, count } of scored.deductions) {
          expect(scored.costs.get(id)).toHaveLength(count);
          expect(scored.costs.get(id)!.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(taken);
        }
      },
    ),
  );
});
